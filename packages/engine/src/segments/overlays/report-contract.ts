import { z } from "zod";
import { heterogeneityDriverSchema, heterogeneitySentenceSchema } from "../heterogeneity/report-contract.ts";
import { segmentStates } from "./states-contract.ts";

const count = z.number().int();
const money = z.number().int().nullable();

/** One segment as it stands: a class of the size backbone, an active segment of a person, or what a set leaves over. */
export const segmentRowSchema = z.object({
  code: z.string(),
  version: count,
  kind: z.enum(["size", "overlay", "rest"]),
  state: z.enum(segmentStates),
  name: z.object({ de: z.string(), en: z.string() }),
  /** The set whose segments exclude each other; "size" for the backbone; null stands alone. */
  segmentation: z.string().nullable(),
  position: count,
  action: z.string(),
  owner: z.string(),
  customers: count,
  /** Share of the base whose membership can be told. */
  assignableRatio: z.number().nullable(),
  /** 1 − share of customers who moved within 12 months; null: not tested yet or too little history. */
  stability: z.number().nullable(),
  adjustedRand: z.number().nullable(),
  /** Days that stability compares; null without. */
  stabilityDays: z.object({ earlier: z.string(), later: z.string() }).nullable(),
  salesCents: money,
  avoidableContributionCents: money,
  minutes: z.number().nullable(),
  /** Why it is active although the admission test refused it. */
  overrideReason: z.string().nullable(),
  /** Why it does not run (a column is gone, a value is unknown); its figures are then 0 and null. */
  problem: z.object({ de: z.string(), en: z.string() }).nullable(),
});
export type SegmentRow = z.infer<typeof segmentRowSchema>;

/** GET /api/reports/segments and `kleinod report segments --json`. */
export const segmentsReportSchema = z.object({
  asOf: z.string(),
  currency: z.string().nullable(),
  segments: z.array(segmentRowSchema),
  heterogeneity: z.array(heterogeneityDriverSchema),
  sentences: z.array(heterogeneitySentenceSchema),
  unclear: z.array(z.object({ field: z.string(), reason: z.string() })),
});
export type SegmentsReport = z.infer<typeof segmentsReportSchema>;
