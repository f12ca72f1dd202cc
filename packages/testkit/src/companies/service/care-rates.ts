import { Random } from "../../random.ts";
import type { Calendar } from "../market/calendar.ts";
import type { CompanyEconomics } from "../market/company-economics.ts";
import { channels } from "../market/economics.ts";
import { type Population, presentDays } from "../market/population.ts";
import { countBits } from "../truth/triangle.ts";

/** Expected talks per order of each customer: whoever buys twice as often is not visited twice as often, so rates are per year first. */
export interface CareRates {
  readonly visitsPerOrder: Float32Array;
  readonly contactsPerOrder: Float32Array;
  /** Talks with an expert; each takes `expertTalkHours` in the mean. */
  readonly expertsPerOrder: Float32Array;
  readonly meetingsPerOrder: Float32Array;
}

export const expertTalkHours = 1.2;
/** Visits lean to customers who order with the rep, as in the reference world. */
const visitWeight = { phone: 1.2, mail: 0.8, web: 0.35, field: 6, edi: 0.35 } as const;
/** Who buys so rarely is not cared for more than so many days' worth at an order. */
const longestGapDays = 365;

/**
 * Draws how much care each customer asks for or gets. Customers differ widely (gamma): a few take most of it, more of them
 * those with varied needs. Scaled so that all customers of a size together meet its economics.
 * @param activity factor on everything, to aim at a number of rows
 */
export function drawCareRates(
  seed: number,
  population: Population,
  calendar: Calendar,
  economics: CompanyEconomics,
  activity: number,
): CareRates {
  const random = new Random(seed, "care");
  const rates: CareRates = {
    visitsPerOrder: new Float32Array(population.size),
    contactsPerOrder: new Float32Array(population.size),
    expertsPerOrder: new Float32Array(population.size),
    meetingsPerOrder: new Float32Array(population.size),
  };
  for (let c = 0; c < population.size; c++) {
    const gapDays = Math.min(longestGapDays, population.gapDays[c] as number);
    const salesChf = ((population.orderChf[c] as number) * 365) / (population.gapDays[c] as number);
    const channel = channels[population.channel[c] as number] ?? channels[0];
    const breadth = 0.4 + 0.15 * countBits(population.needs[c] as number);
    // Who is large gets care by its sales, and some of them far more than others: there lie the large losses.
    const isLarge = population.isLarge[c] === 1;
    const weight = isLarge ? salesChf ** 0.75 * random.lognormal(1, 0.65) : 1;
    const perOrder = (gapDays / 365) * weight;
    rates.visitsPerOrder[c] =
      perOrder * visitWeight[channel.name] * (isLarge ? 1 : Math.sqrt(salesChf)) * random.gamma(1.5, 1 / 1.5);
    rates.contactsPerOrder[c] =
      perOrder * (channel.name === "web" ? 0.8 : 1.1) * breadth * random.gamma(1.2, 1 / 1.2);
    rates.expertsPerOrder[c] = perOrder * breadth * random.gamma(0.7, 1 / 0.7);
    rates.meetingsPerOrder[c] = perOrder * (isLarge ? 1 : Math.sqrt(salesChf));
  }
  for (const isLarge of [0, 1] as const) {
    const care = isLarge ? economics.largeCare : economics.smallCare;
    scale(rates.visitsPerOrder, care.visitsPerYear * activity);
    scale(rates.contactsPerOrder, care.contactsPerYear * activity);
    scale(rates.expertsPerOrder, (care.expertHoursPerYear / expertTalkHours) * activity);
    scale(rates.meetingsPerOrder, care.meetingsPerYear * activity);

    function scale(perOrder: Float32Array, perYear: number): void {
      let expected = 0;
      let count = 0;
      for (let c = 0; c < population.size; c++) {
        if (population.isLarge[c] !== isLarge) continue;
        count++;
        const orders =
          presentDays(population, c, calendar.firstOfLast12, calendar.days) /
          (population.gapDays[c] as number);
        expected += orders * (perOrder[c] as number);
      }
      const factor = expected === 0 ? 0 : (perYear * count) / expected;
      for (let c = 0; c < population.size; c++)
        if (population.isLarge[c] === isLarge) perOrder[c] = (perOrder[c] as number) * factor;
    }
  }
  return rates;
}
