import { z } from "zod";
import {
  definitionProblemSchema,
  segmentDefinitionSchema,
  segmentFiguresSchema,
} from "../builder/contract.ts";
import { segmentStates } from "./states-contract.ts";

const text = z.object({ de: z.string(), en: z.string() });
const count = z.number().int();

/** Whether the same definition still says the same about the same customers 12 months later (AT1.5). */
export const backTestSchema = z.object({
  asOf: z.string(),
  earlierAsOf: z.string(),
  /** Customers who had bought by the earlier day; only they are compared. */
  customers: count,
  /** Customers whose membership is another one, or known on one day only. */
  moved: count,
  movedIn: count,
  movedOut: count,
  /** moved ÷ customers; null without customers. */
  movedRatio: z.number().nullable(),
  /** Adjusted Rand index of both days: 1 the same, 0 no more alike than by chance; null where it says nothing. */
  adjustedRand: z.number().nullable(),
  /** Members of the earlier day who are still members; null without any. */
  keptRatio: z.number().nullable(),
});
export type BackTest = z.infer<typeof backTestSchema>;

export const admissionChecks = ["stable", "assignable", "differentAction", "economicSize"] as const;
export type AdmissionCheck = (typeof admissionChecks)[number];

/** One question of the admission test. `passed` null: unclear, which does not pass. */
export const admissionFindingSchema = z.object({
  check: z.enum(admissionChecks),
  passed: z.boolean().nullable(),
  /** What was found and what would be enough; null where it is no number. */
  found: z.number().nullable(),
  limit: z.number().nullable(),
  message: text,
});
export type AdmissionFinding = z.infer<typeof admissionFindingSchema>;

export const admissionSchema = z.object({
  /** True when every check passed. */
  admitted: z.boolean(),
  findings: z.array(admissionFindingSchema),
  /** Worth knowing, without refusing. */
  warnings: z.array(text),
});
export type Admission = z.infer<typeof admissionSchema>;

export const segmentVersionSchema = z.object({
  code: z.string(),
  version: count,
  state: z.enum(segmentStates),
  name: z.string(),
  definition: segmentDefinitionSchema,
  /** The definition in words. */
  definitionText: text,
  /** Not empty: the definition refuses to run. */
  problems: z.array(definitionProblemSchema),
  action: z.string(),
  owner: z.string(),
  segmentation: z.string().nullable(),
  position: count,
  author: z.string(),
  reason: z.string().nullable(),
  createdAt: z.string(),
  /** When it became active for the first time; null for a draft. */
  validFrom: z.string().nullable(),
  retiredAt: z.string().nullable(),
  /** Why it was activated although the admission test refused it. */
  overrideReason: z.string().nullable(),
  /** The newest back-test of this version; null before the first. */
  backTest: backTestSchema.nullable(),
});
export type SegmentVersion = z.infer<typeof segmentVersionSchema>;

/** A segment with the version that counts and, where there is one, the draft beside it. */
export const segmentSchema = z.object({
  code: z.string(),
  active: segmentVersionSchema.nullable(),
  draft: segmentVersionSchema.nullable(),
  /** Newest first, all of them. */
  versions: z.array(
    segmentVersionSchema.pick({
      version: true,
      name: true,
      state: true,
      author: true,
      reason: true,
      createdAt: true,
      validFrom: true,
      overrideReason: true,
    }),
  ),
});
export type Segment = z.infer<typeof segmentSchema>;

/** GET /api/segments. */
export const segmentListSchema = z.object({ segments: z.array(segmentSchema) });

/** POST /api/segments and /activate, /retire, /restore answer with the version and what the admission test says. */
export const segmentAnswerSchema = z.object({
  segment: segmentVersionSchema,
  figures: segmentFiguresSchema.nullable(),
  admission: admissionSchema.nullable(),
});
export type SegmentAnswer = z.infer<typeof segmentAnswerSchema>;

/** Body of POST /api/segments/{code}/activate. With `overrideReason` a refused segment is activated all the same. */
export const activateRequestSchema = z.object({
  version: count.optional(),
  overrideReason: z.string().trim().min(1).max(1000).optional(),
  reason: z.string().trim().max(1000).optional(),
});

/** Result of the job of POST /api/segments/{code}/backtest. */
export const backTestResultSchema = z.object({
  code: z.string(),
  version: count,
  backTest: backTestSchema,
  admission: admissionSchema,
});
export type BackTestResult = z.infer<typeof backTestResultSchema>;
