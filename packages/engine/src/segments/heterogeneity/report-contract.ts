/**
 * How much of the differences between customers their size, branch, age, region and entry channel explain.
 *
 * Share: Shapley value (Lindeman, Merenda, Gold) of the cross-validated R², in share of the variance of the target; the
 * shares of one target sum to `explained.share`. A share that cross-validation puts below zero is 0.
 * Interval: 95 %, jackknife over the folds. Source: domain.md §1.1, AT1.1.
 *
 * Targets, over customers with sales in the last 12 months: `contribution` ln of contribution I (of sales while cost of
 * goods is unknown); `growth` ln(sales ÷ sales of the 12 months before); `needBreadth` effective number of need fields.
 * Customers without a positive figure have no logarithm: they are left out and counted.
 *
 * Size must not be the target under another name: it is the tenth of sales in the 12 months BEFORE for contribution and
 * need, and the tenth of the mean of both logarithms for growth, whose denominator is the year before.
 */
import { z } from "zod";
import { heterogeneityDrivers, heterogeneityTargets } from "./drivers-contract.ts";

const ratio = z.number();

export const heterogeneityDriverSchema = z.object({
  target: z.enum(heterogeneityTargets),
  driver: z.enum(heterogeneityDrivers),
  /** 0.15 is 15 % of the differences. */
  share: ratio,
  low: ratio,
  high: ratio,
});
export type HeterogeneityShare = z.infer<typeof heterogeneityDriverSchema>;

export const heterogeneitySentenceSchema = z.object({
  target: z.enum(heterogeneityTargets),
  de: z.string(),
  en: z.string(),
});
export type HeterogeneitySentence = z.infer<typeof heterogeneitySentenceSchema>;

export const heterogeneityTargetSchema = z.object({
  target: z.enum(heterogeneityTargets),
  /** Figure behind the target: contribution I, or sales while cost of goods is unknown. */
  basis: z.enum(["contribution1", "sales", "salesRatio", "needBreadth"]),
  /** Customers that the shares speak of. */
  customers: z.number().int(),
  /** Of these the rows that were computed with, evenly by customer number. */
  sampled: z.number().int(),
  /** Bought in the last 12 months, but the figure is unknown or not above zero. */
  leftOut: z.number().int(),
  explained: z.object({ share: ratio, low: ratio, high: ratio }),
  /** Largest share first. */
  drivers: z.array(
    heterogeneityDriverSchema.extend({
      /** Different values, rare ones folded into one. */
      levels: z.number().int(),
      /** Share of the sampled customers of whom the driver is known. */
      knownRatio: ratio,
    }),
  ),
  /** The driver with the largest share when it explains something; null when all explain little. */
  mainDriver: z.enum(heterogeneityDrivers).nullable(),
  sentence: z.object({ de: z.string(), en: z.string() }),
});
export type HeterogeneityTargetReport = z.infer<typeof heterogeneityTargetSchema>;

/** GET /api/reports/heterogeneity. */
export const heterogeneityReportSchema = z.object({
  asOf: z.string(),
  targets: z.array(heterogeneityTargetSchema),
  /** Targets and drivers that cannot be told, with the reason: `tooLittleHistory`, `branchMissing`, … */
  unclear: z.array(z.object({ field: z.string(), reason: z.string() })),
});
export type HeterogeneityReport = z.infer<typeof heterogeneityReportSchema>;
