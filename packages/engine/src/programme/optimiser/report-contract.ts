import { z } from "zod";
import { planSchema } from "../contracts/plan-contract.ts";

const text = z.object({ de: z.string(), en: z.string() });
const cents = z.number().int();

/** A choice that the user has made already: the option stands in every bundle of the segment, or in none. */
export const fixedChoiceSchema = z.object({
  segment: z.string().max(40),
  option: z.string().max(20),
  must: z.enum(["in", "out"]),
});
export type FixedChoice = z.infer<typeof fixedChoiceSchema>;

/** What the optimiser may and may not do. Left out means: no such limit, except give/take (≥ 0) and today's capacity. */
export const optimiseRequestSchema = z.object({
  /** Starting point: its assignments give parameters and dates of options; with `keepPlan` they are fixed choices too. */
  plan: planSchema.optional(),
  /** Instead of `plan`: a stored plan, by default its newest version. */
  planId: z.number().int().positive().optional(),
  version: z.number().int().positive().optional(),
  /** Every assignment of the plan stays in; the optimiser only adds. */
  keepPlan: z.boolean().default(false),
  /** Segments that may get a bundle of their own; by default every active one that nests in or is apart from the others. */
  segments: z.array(z.string().max(40)).max(60).optional(),
  /** Options that may be used; by default all. */
  options: z.array(z.string().max(20)).max(100).optional(),
  /** Full-time positions for small customers by role, instead of today's. */
  capacity: z.record(z.string().max(40), z.number().min(0).max(100_000)).optional(),
  /** Cost of the programme per year, fixed cost included. */
  budgetCentsPerYear: cents.min(0).optional(),
  /** Unsolicited contacts per customer and year, at most, in every segment. */
  contactPressureMax: z.number().min(0).max(365).optional(),
  /** Value of gives minus takes per customer and year as the customer sees it (K19), at least, in every segment; cents. */
  giveTakeMin: cents.default(0),
  fixed: z.array(fixedChoiceSchema).max(500).default([]),
  timeLimitSeconds: z.number().min(0.1).max(600).default(30),
  /** Next best plans that are sought and simulated. */
  runnersUp: z.number().int().min(0).max(20).default(20),
  /** Worlds per plan in the simulation of the best; 0: the linear view only. */
  draws: z.number().int().min(0).max(2_000).default(100),
  seed: z.number().int().min(0).default(1),
});
export type OptimiseRequest = z.infer<typeof optimiseRequestSchema>;
export type OptimiseRequestInput = z.input<typeof optimiseRequestSchema>;

/** A limit of the request, what the best plan takes of it and what one more unit would be worth. */
export const constraintUseSchema = z.object({
  /** `capacity:ROLE`, `budget`, `contactPressure`, `giveTake`. */
  code: z.string(),
  label: text,
  used: z.number(),
  limit: z.number(),
  /** Of `used` and `limit`. */
  unit: z.enum(["minutes", "cents", "contacts", "centsPerCustomer"]),
  /** What `priceCents` is the price of: one position, CHF 10,000, one contact, CHF 10 per customer. */
  step: z.object({ amount: z.number(), text }),
  /** Contribution per year won by one more step; 0: the limit does not bind; null: not sought for want of time. */
  priceCents: cents.nullable(),
  sentence: text,
});
export type ConstraintUse = z.infer<typeof constraintUseSchema>;

export const segmentBundleSchema = z.object({
  segment: z.string(),
  name: z.string(),
  /** Customers counted here; those of a segment within it are counted there. */
  customers: z.number().int(),
  /** Codes of options; empty: as today. */
  options: z.array(z.string()),
  /** Expected change of contribution per year against today, before fixed cost. */
  expectedCents: cents,
  /** The options one by one would have given so much; the rest is their interaction. */
  sumOfSinglesCents: cents,
  giveTakeCentsPerCustomer: z.number(),
  contactPressure: z.number(),
});
export type SegmentBundle = z.infer<typeof segmentBundleSchema>;

export const rankedPlanSchema = z.object({
  plan: planSchema,
  /** In the linear view 1 is the optimum. */
  linearRank: z.number().int(),
  /** Expected contribution per year above today, in the linear view. */
  linearCents: cents,
  /** Yearly result above today in the full simulation, mean over its five years and draws; null: not simulated. */
  simulatedMeanCents: cents.nullable(),
  simulatedLow10Cents: cents.nullable(),
  /** By simulated mean; by linear value when nothing was simulated. */
  rank: z.number().int(),
  /** By the 10 % quantile: the cautious order. */
  rankByLow10: z.number().int().nullable(),
  /** What differs from the optimum, in words. */
  difference: text,
});
export type RankedPlan = z.infer<typeof rankedPlanSchema>;

/** `kleinod optimise --plan FILE --json`; result of the job of `POST /api/programme/optimise`. */
export const optimisationReportSchema = z.object({
  /** `timeLimit`: a good plan, not proven the best; see `gapRatio`. */
  status: z.enum(["optimal", "timeLimit", "infeasible"]),
  /** The best plan in the linear view, ready to be saved; null: nothing keeps all limits. */
  plan: planSchema.nullable(),
  /** Expected contribution per year above today, after fixed cost. */
  objectiveCents: cents.nullable(),
  /** Nothing can be better than this. */
  boundCents: cents.nullable(),
  /** (bound − objective) ÷ max(|objective|, one franc), ≥ 0. */
  gapRatio: z.number().nullable(),
  seconds: z.number(),
  fixedCostCents: cents,
  /** Options whose fixed cost is paid once. */
  fixedCosts: z.array(z.object({ option: z.string(), centsPerYear: cents })),
  perSegment: z.array(segmentBundleSchema),
  capacity: z.array(
    z.object({
      role: z.string(),
      label: text,
      usedMinutes: z.number().int(),
      availableMinutes: z.number().int(),
      /** What one more position would be worth per year, before its pay; null: not sought. */
      priceCentsPerPosition: cents.nullable(),
    }),
  ),
  constraints: z.array(constraintUseSchema),
  /** Best plans including the optimum, in order of `rank`. */
  runnersUp: z.array(rankedPlanSchema),
  /** Limits that cannot hold together, with by how much; null: there is a plan. */
  infeasible: z.array(z.object({ row: z.string(), sentence: text })).nullable(),
  notes: z.array(text),
  /** Bundles weighed. */
  bundles: z.number().int(),
  snapshotId: z.string(),
  currency: z.string().nullable(),
});
export type OptimisationReport = z.infer<typeof optimisationReportSchema>;
