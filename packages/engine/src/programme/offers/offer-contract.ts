import { z } from "zod";
import { elementRoles, offerStates } from "./offer-states-contract.ts";

/** Few, priced ways in which an offer may differ; the price stands in the price list and is the same for everybody. */
export const degreeOfFreedomSchema = z.object({
  /** Small letters, digits and hyphens; deviations name it. */
  code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "expected small letters, digits and hyphens"),
  name: z.string().trim().min(1).max(80),
  /** What a customer may choose from; every choice beyond the first is a variant that somebody keeps up. */
  choices: z.array(z.string().trim().min(1).max(80)).min(1).max(12),
  /** Price of the price list for one choice, cents; null: included. */
  centsPerChoice: z.number().int().min(0).nullable(),
});
export type DegreeOfFreedom = z.infer<typeof degreeOfFreedomSchema>;

export const offerElementSchema = z.object({
  /** Name of the service element, as the imported files say. */
  element: z.string().trim().min(1).max(120),
  role: z.enum(elementRoles),
});
export type OfferElement = z.infer<typeof offerElementSchema>;

/** For lists in which a code or name may appear once. */
const hasNoDouble = (keys: readonly string[]) => new Set(keys).size === keys.length;

/** What a person enters; each save is a new draft version. */
export const leanOfferInputSchema = z.object({
  /** Left out: made from the name. */
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, "expected small letters, digits and hyphens")
    .optional(),
  name: z.string().trim().min(1).max(80),
  contents: z
    .array(offerElementSchema)
    .max(60)
    .refine((rows) => hasNoDouble(rows.map(({ element }) => element)), "expected each element once"),
  /** Our cost of the offer per customer and year, cents; null: not known yet, which blocks publication (AT5.2). */
  centsPerCustomerYear: z.number().int().min(0).nullable(),
  /** How often somebody of ours touches it by hand, per customer and year; null blocks publication (AT5.2). */
  manualTouches: z.number().min(0).max(10_000).nullable(),
  /** `small`, or codes of active segments. */
  forSegments: z.array(z.string().max(40)).min(1).max(20),
  degreesOfFreedom: z
    .array(degreeOfFreedomSchema)
    .max(12)
    .refine((rows) => hasNoDouble(rows.map(({ code }) => code)), "expected each code once")
    .default([]),
  reason: z.string().trim().max(1000).optional(),
});
export type LeanOfferInput = z.infer<typeof leanOfferInputSchema>;

/** One version of a lean offer: what is in it, what it costs us, and its state. */
export const leanOfferSchema = leanOfferInputSchema.omit({ code: true, reason: true }).extend({
  code: z.string(),
  version: z.number().int(),
  state: z.enum(offerStates),
  author: z.string(),
  reason: z.string().nullable(),
  madeAt: z.string(),
  /** Day of publication; null: never published. */
  publishedOn: z.string().nullable(),
  /** Why it was published although a finding blocked it. */
  overrideReason: z.string().nullable(),
});
export type LeanOffer = z.infer<typeof leanOfferSchema>;

/** POST …/publish: the version, and why all the same where a finding blocks. */
export const publishInputSchema = z.object({
  /** Default: the newest draft. */
  version: z.number().int().positive().optional(),
  override: z.string().trim().min(5).max(500).optional(),
});
export type PublishInput = z.infer<typeof publishInputSchema>;
