import type { MeasureContract } from "../measure-contract.ts";

const noContract = {
  de: "ohne laufenden Vertrag des Kunden (noContracts)",
  en: "without a running contract of the customer (noContracts)",
};
const untold = {
  de: "ohne laufenden Vertrag (noContracts), oder wenn erst weniger als 5 Verträge endeten (tooFewEnded)",
  en: "without a running contract (noContracts), or while fewer than 5 contracts have ended (tooFewEnded)",
};

/**
 * Relation `m_renewal`: one row per customer with a running contract. Besides the outputs: contract_income_last12_cents (what the
 * contracts brought in 12 months, by the days in force), contract_months (complete months since the oldest running one began),
 * contract_years (expected years with at least one contract within the reach, discounted), contract_income_expected_cents with
 * _low_ and _high_ (expected income within the reach, discounted; NULL without a known amount).
 *
 * Relation `m_customer_contract`: one row per contract: source, contract_number, customer_id, product, product_code, started_on,
 * state ('running' | 'ended' | 'ahead'), last_day (of the running term, or the end), is_cancelled, term_months, notice_months,
 * notice_by DATE, income_per_year_cents, renewal_probability (that it is renewed when the running term ends), reason.
 */
export const renewalContract: MeasureContract = {
  code: "renewal",
  question: {
    de: "Was bringen die Verträge dieses Kunden, und wie wahrscheinlich bleibt er unter Vertrag?",
    en: "What do this customer's contracts bring, and how likely does it stay under contract?",
  },
  inputs: ["customer_contract_current"],
  outputs: [
    {
      code: "runningContracts",
      unit: "contracts",
      period: "at asOf",
      nullRule: noContract,
      formula: "contracts that have begun and not ended",
    },
    {
      code: "contractIncomePerYearCents",
      unit: "cents per year",
      period: "at asOf",
      nullRule: {
        de: "ohne laufenden Vertrag (noContracts), oder wenn der Betrag von einem fehlt (contractValueMissing)",
        en: "without a running contract (noContracts), or when the amount of one is missing (contractValueMissing)",
      },
      formula: "sum over running contracts of the amount per period × 12 ÷ months of the period",
    },
    {
      code: "nextRenewalOn",
      unit: "date",
      period: "after asOf",
      nullRule: noContract,
      formula:
        "earliest last day of a running term: agreed, after notice, or counted from the start by its own term or the commonest one",
    },
    {
      code: "renewalProbability",
      unit: "probability",
      period: "in 12 months",
      nullRule: untold,
      formula:
        "1 − Π over running contracts of (1 − S(lived + 12 months) ÷ S(lived)); certain until the running term ends, 0 after the end of a contract under notice",
    },
  ],
  source:
    "Fader & Hardie 2007, Journal of Interactive Marketing 21(1) 76-90 (shifted-beta-geometric); Fader, Hardie, Liu, Davin & Steenburgh 2018, 43, 1-16 (beta-discrete-Weibull); Kaplan & Meier 1958, JASA 53, 457-481",
  limits: [
    {
      de: "Alle Verträge der Firma zählen als eine Gesamtheit; unterschiedliche Produkte werden nicht getrennt geschätzt.",
      en: "All contracts of the company count as one population; products are not estimated apart.",
    },
    {
      de: "Mehrere Verträge eines Kunden gelten als unabhängig voneinander; wer ganz geht, kündigt oft alle zugleich.",
      en: "Several contracts of one customer are taken as independent; whoever leaves often ends all of them at once.",
    },
    {
      de: "Wer eine andere Laufzeit hat als die häufigste, wird in deren Perioden gezählt.",
      en: "A contract with another term than the commonest is counted in periods of the commonest.",
    },
    {
      de: "Das Intervall enthält, was die Parameter offenlassen, nicht den Zufall des einzelnen Kunden.",
      en: "The interval holds what the parameters leave open, not the chance in the single customer.",
    },
    {
      de: "Eine Verlängerung unter neuer Nummer zählt als solche, wenn sie innert 31 Tagen für denselben Kunden und Gegenstand beginnt.",
      en: "A renewal under a new number counts as one when it begins within 31 days for the same customer and product.",
    },
  ],
  parameters: ["lifetime.months", "lifetime.discountRatioPerYear", "company.currency", "company.rates"],
};
