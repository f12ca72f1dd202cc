import { z } from "zod";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day yyyy-mm-dd");
const text = z.object({ de: z.string(), en: z.string() });
const interval = z.object({ cents: z.number().int(), low: z.number().int(), high: z.number().int() });

/** Something done other than the offer says: for one customer, or in general. */
export const deviationInputSchema = z.object({
  /** The same words for the same thing: `special packaging`. Deviations of one kind are counted together. */
  kind: z.string().trim().min(1).max(80),
  customerId: z.number().int().nullable().default(null),
  /** Code of a lean offer; null: of none. */
  offer: z.string().max(40).nullable().default(null),
  /** Code of the offer's degree of freedom that was stretched. */
  degreeOfFreedom: z.string().max(40).nullable().default(null),
  at: day,
  by: z.string().trim().min(1).max(80).optional(),
  minutes: z.number().min(0).max(100_000).nullable().default(null),
  /** Money given away or spent, cents; null: unknown. */
  cents: z.number().int().min(0).nullable().default(null),
  reason: z.string().trim().max(500).default(""),
  corrects: z.number().int().positive().optional(),
});
export type DeviationInput = z.infer<typeof deviationInputSchema>;

/** As it is kept: customers are named by source and account number, which outlive any rebuilt id. */
export const storedDeviationSchema = deviationInputSchema
  .omit({ corrects: true, customerId: true, by: true })
  .extend({ source: z.string().nullable(), accountKey: z.string().nullable(), by: z.string() });

export const deviationSchema = deviationInputSchema.omit({ corrects: true, by: true }).extend({
  id: z.number().int(),
  by: z.string(),
  /** Null where the account is no longer known. */
  customerName: z.string().nullable(),
  author: z.string(),
  madeAt: z.string(),
  corrects: z.number().int().nullable(),
});
export type Deviation = z.infer<typeof deviationSchema>;

/** Making it a degree of freedom with a price for everybody. */
export const standardiseSchema = z.object({
  /** Times a year at the pace of the window. */
  timesPerYear: z.number(),
  /** Work that falls away because it is no longer an exception. */
  savedMinutesPerYear: z.number(),
  /** Yearly cost of keeping up one more variant. */
  variantCents: z.number().int(),
  /** Saved work − cost of the variant, without any price. */
  result: interval,
  /** Price per time in the price list that covers work, money given away and the variant. */
  coveringPriceCents: z.number().int(),
  sentence: text,
});

/** Doing it no more. */
export const closeSchema = z.object({
  savedMinutesPerYear: z.number(),
  /** Work and money that are no longer spent. */
  savedCents: z.number().int(),
  /** Contribution of the customers concerned, and of it what leaving would cost. */
  contributionCents: z.number().int(),
  atRisk: interval,
  /** Saved − at risk. */
  result: interval,
  sentence: text,
});

export const deviationKindSchema = z.object({
  kind: z.string(),
  /** `entered` by people, or `data`: counted in the facts. */
  origin: z.enum(["entered", "data"]),
  inWindow: z.number().int(),
  inYear: z.number().int(),
  customers: z.number().int(),
  meanMinutes: z.number().nullable(),
  withoutMinutes: z.number().int(),
  meanCents: z.number().nullable(),
  /** As often as the parameter says, within its days (AT9.2). */
  isDrift: z.boolean(),
  /** Null: minutes and money are unknown, or the kind is below the line. */
  standardise: standardiseSchema.nullable(),
  close: closeSchema.nullable(),
  /** Better by more than the uncertainty, or `open`. */
  better: z.enum(["standardise", "close", "open"]).nullable(),
  sentence: text,
});
export type DeviationKind = z.infer<typeof deviationKindSchema>;

/** K26 */
export const variantLoadSchema = z.object({
  liveOffers: z.number().int(),
  /** Every published offer, and every choice beyond the first of each degree of freedom. */
  liveVariants: z.number().int(),
  /** Combinations that a customer can end up with. */
  combinations: z.number(),
  centsPerVariant: z.number().int(),
  cents: z.number().int(),
  ordersLast12: z.number().int(),
  deviationsLast12: z.number().int(),
  /** Null: no deviation was ever noted, or there are no orders. */
  per1000Orders: z.number().nullable(),
});
export type VariantLoad = z.infer<typeof variantLoadSchema>;

/** GET /api/reports/deviations, `kleinod report deviations --json` */
export const deviationReportSchema = z.object({
  today: z.string(),
  currency: z.string().nullable(),
  /** How many within how many days are a drift. */
  driftCount: z.number().int(),
  driftDays: z.number().int(),
  /** Drift first, then the commonest. */
  kinds: z.array(deviationKindSchema),
  variantLoad: variantLoadSchema,
  /** Newest first, at most 200. */
  log: z.array(deviationSchema),
  total: z.number().int(),
  sentence: text,
  unclear: z.array(z.object({ field: z.string(), text })),
});
export type DeviationReport = z.infer<typeof deviationReportSchema>;
