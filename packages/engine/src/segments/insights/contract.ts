import { z } from "zod";
import { evidenceKinds } from "../../facts/events/contract.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day yyyy-mm-dd");
const claim = z.string().trim().min(3).max(500);

export const insightStrengths = ["weak", "medium", "strong"] as const;
export type InsightStrength = (typeof insightStrengths)[number];

/** live: shown; expired: its day is over; archived: changed no decision for six months. */
export const insightStates = ["live", "expired", "archived"] as const;
export type InsightState = (typeof insightStates)[number];

/** POST /api/insights: claim and kind are enough; the rest has sensible defaults. */
export const insightInputSchema = z.object({
  claim,
  evidenceKind: z.enum(evidenceKinds),
  /** Default by kind: a conversation is weak, an experiment strong, the others medium. */
  strength: z.enum(insightStrengths).optional(),
  /** Default: whoever enters it. */
  owner: z.string().trim().min(1).max(80).optional(),
  /** Default: in six months (parameter insights.expiryMonths). */
  expiresOn: day.optional(),
  /** Who said it, where it was seen. */
  source: z.string().trim().max(200).optional(),
});
export type InsightInput = z.infer<typeof insightInputSchema>;

/** PATCH /api/insights/{id}: what is named changes; the decision is added. */
export const insightChangeSchema = z.object({
  claim: claim.optional(),
  evidenceKind: z.enum(evidenceKinds).optional(),
  strength: z.enum(insightStrengths).optional(),
  owner: z.string().trim().min(1).max(80).optional(),
  expiresOn: day.optional(),
  source: z.string().trim().max(200).nullable().optional(),
  addDecision: z.object({ text: z.string().trim().min(3).max(500), decidedOn: day.optional() }).optional(),
  /** Takes a decision that was added by mistake away. */
  removeDecision: z.string().optional(),
  /** Goes back to an earlier version, also of a deleted insight. */
  restoreVersion: z.number().int().positive().optional(),
});
export type InsightChange = z.infer<typeof insightChangeSchema>;

export const insightSchema = z.object({
  /** `i12` for one entered here; `f:…` for one from a file. */
  id: z.string(),
  /** Counted from 1 with every change; 0 for one from a file. */
  version: z.number().int(),
  origin: z.enum(["entered", "file"]),
  claim: z.string(),
  /** As the file says where it is none of the known kinds. */
  evidenceKind: z.string(),
  strength: z.string().nullable(),
  owner: z.string().nullable(),
  source: z.string().nullable(),
  statedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  state: z.enum(insightStates),
  decisions: z.array(
    z.object({ id: z.string(), text: z.string(), decidedOn: z.string().nullable(), author: z.string() }),
  ),
});
export type Insight = z.infer<typeof insightSchema>;

/** A question of a survey, summed up: a fact to make insights of. */
export const surveyFactSchema = z.object({
  question: z.string(),
  responses: z.number().int(),
  /** Mean of the scores; null for a question without scores. */
  mean: z.number().nullable(),
  /** 95 % interval of the mean; null below two answers. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  scaleMax: z.number().nullable(),
  /** Share of answers in the upper 40 % of the scale (5–7 of 7, 4–5 of 5); with its 95 % interval (Wilson). */
  highShare: z.number().nullable(),
  highShareLow: z.number().nullable(),
  highShareHigh: z.number().nullable(),
  /** The commonest answers in words with their counts, at most five. */
  answers: z.array(z.object({ answer: z.string(), count: z.number().int() })),
  firstAnswer: z.string().nullable(),
  lastAnswer: z.string().nullable(),
});
export type SurveyFact = z.infer<typeof surveyFactSchema>;

/** GET /api/insights; with `?expired=1` expired and archived ones too. */
export const insightListSchema = z.object({
  today: z.string(),
  insights: z.array(insightSchema),
  facts: z.array(surveyFactSchema),
  /** Not shown because they are expired or archived. */
  hidden: z.number().int(),
  /** K29 of the last six months: insights that changed a decision ÷ insights created; ratio null without any. */
  yield: z.object({
    created: z.number().int(),
    changedDecision: z.number().int(),
    ratio: z.number().nullable(),
  }),
});
export type InsightList = z.infer<typeof insightListSchema>;
