import type { EconomicsOverrides } from "./market/company-economics.ts";

export interface OtherCompany {
  readonly name: string;
  readonly seed: number;
  readonly economics: EconomicsOverrides;
}

/**
 * Companies with other economics and other seeds than Alpfix: to see whether what was set there holds elsewhere (AT3.1). Never
 * tune anything on them; whoever needs more companies for that invents others.
 *
 * `generateCompany({ company: "alpfix", out, customers: 4_000, ...otherCompanies[0] })`
 */
export const otherCompanies: readonly OtherCompany[] = [
  {
    // Dear work, thin margins, larger orders, many calls, few visits; half of the orders come by web.
    name: "Nordia Gebäudetechnik",
    seed: 7_130_441,
    economics: {
      small: {
        meanSalesChfPerYear: 2_600,
        medianOrderChf: 310,
        orderSigma: 0.85,
        meanOrdersPerYear: 10.5,
        grossMargin: { mean: 0.33, sigma: 0.06 },
        channelWeights: [0.24, 0.2, 0.48, 0.05, 0.03],
      },
      large: { grossMargin: { mean: 0.22 } },
      needBreadth: { small: 0.52, large: 0.75 },
      smallCare: { visitsPerYear: 0.3, contactsPerYear: 2.6, expertHoursPerYear: 0.2, caseShare: 0.65 },
      ratesChfPerMinute: { insideSales: 1.15, fieldSales: 1.75, logistics: 1, service: 1.1, expert: 2.3 },
      loggedRatio: 0.8,
      lateShare: 0.07,
    },
  },
  {
    // Cheap work, good margins, small orders by telephone, a rep who visits many, few calls.
    name: "Bergtal Werkstattbedarf",
    seed: 99_412,
    economics: {
      small: {
        meanSalesChfPerYear: 1_450,
        salesSigma: 1.1,
        medianOrderChf: 170,
        orderSigma: 0.65,
        meanOrdersPerYear: 9.8,
        grossMargin: { mean: 0.43, sigma: 0.08 },
        channelWeights: [0.52, 0.2, 0.1, 0.16, 0.02],
      },
      needBreadth: { small: 0.36, large: 0.6 },
      smallCare: { visitsPerYear: 0.7, contactsPerYear: 1.0, expertHoursPerYear: 0.4, caseShare: 0.45 },
      ratesChfPerMinute: {
        insideSales: 0.82,
        fieldSales: 1.3,
        logistics: 0.74,
        service: 0.85,
        management: 1.9,
      },
      loggedRatio: 0.9,
      lateShare: 0.03,
    },
  },
];
