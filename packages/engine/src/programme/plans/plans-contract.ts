import { z } from "zod";
import { planSchema } from "../contracts/plan-contract.ts";
import { planStates } from "./states-contract.ts";

const text = z.object({ de: z.string(), en: z.string() });

/** Something about a place in a plan file, `assignments[2].params.feeCents`. */
export const planIssueSchema = z.object({ code: z.string(), message: text, place: z.string() });
export type PlanIssue = z.infer<typeof planIssueSchema>;

/** What every command and route takes: a plan as it stands in a file, or one that is kept. */
export const planRequestSchema = z.object({
  plan: planSchema.optional(),
  planId: z.number().int().positive().optional(),
  /** Of a kept plan; default: the version that is active, else the newest. */
  version: z.number().int().positive().optional(),
});
export type PlanRequest = z.infer<typeof planRequestSchema>;

/** Why a plan holds although findings block it. */
export const planOverrideSchema = z.object({
  reason: z.string().trim().min(1).max(1000),
  approver: z.string().trim().min(1).max(200),
  reviewOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected yyyy-mm-dd"),
});
export type PlanOverride = z.infer<typeof planOverrideSchema>;

/** A version says forever the same; only its state changes. */
export const planVersionSchema = z.object({
  version: z.number().int(),
  state: z.enum(planStates),
  name: z.string(),
  author: z.string(),
  reason: z.string().nullable(),
  createdAt: z.string(),
  /** When it was made active the last time, and when that ended. */
  activatedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  /** The snapshot that was newest when it was saved; null: nothing was measured yet. */
  madeOn: z.string().nullable(),
  assignments: z.number().int(),
  override: planOverrideSchema
    .extend({ findings: z.array(z.object({ rule: z.string(), segment: z.string() })) })
    .nullable(),
});
export type PlanVersion = z.infer<typeof planVersionSchema>;

/** A plan with the history of its versions, newest first. */
export const planHeadSchema = z.object({
  id: z.number().int(),
  /** Name and state of the version that is active, else of the newest. */
  name: z.string(),
  state: z.enum(planStates),
  version: z.number().int(),
  copiedFrom: z.object({ planId: z.number().int(), version: z.number().int() }).nullable(),
  versions: z.array(planVersionSchema),
});
export type PlanHead = z.infer<typeof planHeadSchema>;

export const planListSchema = z.object({ plans: z.array(planHeadSchema) });

/** One version in full, with what is worth knowing about it (never a reason to refuse it). */
export const planAnswerSchema = z.object({
  plan: planSchema,
  head: planHeadSchema,
  shown: planVersionSchema,
  notes: z.array(planIssueSchema),
});
export type PlanAnswer = z.infer<typeof planAnswerSchema>;

/** One difference between two plans, in words; `a` and `b` as they stand in the files, null: not there. */
export const planDifferenceSchema = z.object({
  kind: z.enum(["name", "snapshot", "added", "removed", "date", "review", "param", "assumption"]),
  option: z.string().nullable(),
  segment: z.string().nullable(),
  /** Param or key of the assumption. */
  name: z.string().nullable(),
  a: z.unknown(),
  b: z.unknown(),
  sentence: text,
});
export type PlanDifference = z.infer<typeof planDifferenceSchema>;

const side = z.object({ planId: z.number().int(), version: z.number().int(), name: z.string() });
export const planComparisonSchema = z.object({
  a: side,
  b: side,
  differences: z.array(planDifferenceSchema),
});
export type PlanComparison = z.infer<typeof planComparisonSchema>;
