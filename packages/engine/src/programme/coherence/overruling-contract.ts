import { z } from "zod";
import { findingSchema } from "../contracts/finding-contract.ts";

const plainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected yyyy-mm-dd");

/** A person goes on in spite of a finding: POST /api/programme/overrulings. */
export const overrulingRequestSchema = z.object({
  planId: z.number().int().min(1),
  /** Default: the newest version of the plan. */
  version: z.number().int().min(1).optional(),
  rule: z.string().max(30),
  segment: z.string().max(40),
  reason: z.string().trim().min(1).max(1000),
  /** Who answers for it. */
  approver: z.string().trim().min(1).max(120),
  /** Last day on which it holds; then it is looked at again. */
  reviewOn: plainDate,
});
export type OverrulingRequest = z.infer<typeof overrulingRequestSchema>;

export const overrulingSchema = z.object({
  id: z.number().int(),
  planId: z.number().int(),
  planVersion: z.number().int(),
  rule: z.string(),
  ruleVersion: z.number().int(),
  segment: z.string(),
  reason: z.string(),
  approver: z.string(),
  reviewOn: z.string(),
  author: z.string(),
  /** Instant (ISO). */
  madeAt: z.string(),
  /** What it overruled, as it was said then. */
  finding: findingSchema.omit({ overruling: true }),
});
export type Overruling = z.infer<typeof overrulingSchema>;

/**
 * What became of it: the rule still speaks; it no longer does; its input is missing now; the rule was changed or switched off;
 * the plan is not there any more or does not pass as a plan.
 */
export const overrulingOutcomes = ["stillSpeaks", "settled", "unclear", "ruleChanged", "planGone"] as const;

/** GET /api/programme/review: what was overruled, and what became of it. */
export const overrulingReviewSchema = z.object({
  /** `2026-Q4` */
  quarter: z.string(),
  from: z.string(),
  to: z.string(),
  today: z.string(),
  /** Made or due in the quarter, or overdue before it; overdue ones first, then by day of review. */
  overrulings: z.array(
    overrulingSchema.extend({
      planName: z.string().nullable(),
      /** The day of review has passed: it no longer lifts a block. */
      isOverdue: z.boolean(),
      outcome: z.enum(overrulingOutcomes),
      /** What the rule says of the newest version of the plan; null: nothing. */
      now: findingSchema.omit({ overruling: true }).nullable(),
      /** Figures that the finding named, then and now; null: unknown. */
      figures: z.array(
        z.object({
          code: z.string(),
          label: z.object({ de: z.string(), en: z.string() }),
          unit: z.enum(["ratio", "count", "cents", "boolean"]),
          before: z.union([z.number(), z.boolean()]).nullable(),
          now: z.union([z.number(), z.boolean()]).nullable(),
        }),
      ),
      sentence: z.object({ de: z.string(), en: z.string() }),
    }),
  ),
});
export type OverrulingReview = z.infer<typeof overrulingReviewSchema>;
