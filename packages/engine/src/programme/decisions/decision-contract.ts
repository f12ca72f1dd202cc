import { z } from "zod";
import { decisionStates, decisionVerdicts, effectSources, effectUnits } from "./decision-states-contract.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day yyyy-mm-dd");
const text = z.object({ de: z.string(), en: z.string() });

/** What the segment brought and cost in the 12 months before a snapshot; null: unknown. */
export const decisionFiguresSchema = z.object({
  asOf: z.string(),
  snapshotId: z.string(),
  customers: z.number().int(),
  salesCents: z.number().int().nullable(),
  /** After avoidable cost to serve. */
  contributionCents: z.number().int().nullable(),
  minutes: z.number().nullable(),
});
export type DecisionFigures = z.infer<typeof decisionFiguresSchema>;

/** What somebody expected, with its interval: from a simulation, a doubling test, or their own estimate. */
export const expectedEffectSchema = z
  .object({
    of: z.enum(effectUnits),
    mid: z.number(),
    low: z.number(),
    high: z.number(),
    source: z.enum(effectSources),
    note: z.string().trim().max(300).optional(),
  })
  .refine(({ low, mid, high }) => low <= mid && mid <= high, "expected low ≤ mid ≤ high");
export type ExpectedEffect = z.infer<typeof expectedEffectSchema>;

/** POST /api/programme/decisions: snapshot and figures of the day are added by Kleinod. */
export const decisionInputSchema = z.object({
  /** What was decided, in a sentence. */
  decision: z.string().trim().min(3).max(300),
  decidedBy: z.string().trim().min(1).max(120),
  /** Default: today. */
  decidedOn: day.optional(),
  /** `small`, or the code of an active segment. */
  segment: z.string().max(40).default("small"),
  plan: z
    .object({
      id: z.number().int().positive(),
      version: z.number().int().positive(),
      name: z.string().max(120),
    })
    .nullable()
    .default(null),
  /** What lay on the table, the chosen one among them. */
  options: z
    .array(
      z.object({
        option: z.string().trim().min(1).max(200),
        isChosen: z.boolean(),
        reason: z.string().trim().max(300).default(""),
      }),
    )
    .max(12)
    .default([]),
  expected: expectedEffectSchema.nullable().default(null),
  /** When what happened is compared with what was expected. */
  reviewOn: day,
  corrects: z.number().int().positive().optional(),
});
export type DecisionInput = z.infer<typeof decisionInputSchema>;

/** POST /api/programme/decisions/{id}/reviews */
export const reviewInputSchema = z.object({
  verdict: z.enum(decisionVerdicts),
  note: z.string().trim().max(1000).default(""),
  by: z.string().trim().min(1).max(120).optional(),
  /** When it is looked at again; absent: never. */
  nextReviewOn: day.optional(),
});
export type ReviewInput = z.infer<typeof reviewInputSchema>;

export const decisionReviewSchema = reviewInputSchema.omit({ by: true, nextReviewOn: true }).extend({
  id: z.number().int(),
  by: z.string(),
  reviewedOn: z.string(),
  nextReviewOn: z.string().nullable(),
  figures: decisionFiguresSchema.nullable(),
});
export type DecisionReview = z.infer<typeof decisionReviewSchema>;

/** As it is kept: with the figures of its day. */
export const storedDecisionSchema = decisionInputSchema.omit({ corrects: true, decidedOn: true }).extend({
  decidedOn: z.string(),
  figures: decisionFiguresSchema.nullable(),
  /** First entry of a chain of corrections: reviews hang on it. Null: this is the first. */
  root: z.number().int().nullable(),
});

/** As it is kept: with the number of its decision. */
export const storedReviewSchema = decisionReviewSchema
  .omit({ id: true })
  .extend({ decision: z.number().int() });

/** Then and now, side by side; never called an effect. */
export const decisionComparisonSchema = z.object({
  before: decisionFiguresSchema,
  now: decisionFiguresSchema,
  rows: z.array(
    z.object({
      code: z.enum(["customers", "salesCents", "contributionCents", "minutes"]),
      label: text,
      before: z.number().nullable(),
      now: z.number().nullable(),
      difference: z.number().nullable(),
    }),
  ),
  /** What changed and that no effect is claimed without a control group. */
  sentence: text,
});
export type DecisionComparison = z.infer<typeof decisionComparisonSchema>;

export const decisionSchema = decisionInputSchema.omit({ corrects: true, decidedOn: true }).extend({
  id: z.number().int(),
  decidedOn: z.string(),
  segmentName: text,
  snapshotId: z.string().nullable(),
  state: z.enum(decisionStates),
  /** The review date that counts now: of the decision, or the next one of its last review. */
  dueOn: z.string().nullable(),
  figures: decisionFiguresSchema.nullable(),
  /** Null: no figures of then, or the segment is gone. */
  comparison: decisionComparisonSchema.nullable(),
  reviews: z.array(decisionReviewSchema),
  author: z.string(),
  madeAt: z.string(),
  corrects: z.number().int().nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** GET /api/programme/decisions */
export const decisionListSchema = z.object({
  today: z.string(),
  currency: z.string().nullable(),
  /** Overdue first, then by review date. */
  decisions: z.array(decisionSchema),
  overdue: z.number().int(),
  due: z.number().int(),
  sentence: text,
});
export type DecisionList = z.infer<typeof decisionListSchema>;
