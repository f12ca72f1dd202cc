/**
 * What people note in the app because no system logs it: single activities (a form of 20 seconds) and time samples ("what
 * are you doing right now, for whom, how long?"). Records hold them; the fact store has a copy, so that a captured activity
 * is a fact like an imported one (`activity_current`, source 'kleinod', `is_captured`).
 */
import { z } from "zod";
import { activityTypes, entryChannels } from "../events/contract.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day yyyy-mm-dd");
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, "expected a local time yyyy-mm-ddThh:mm");
const shortText = z.string().trim().max(200);
/** One work day is the longest that one entry can take. */
const minutes = z.number().min(0).max(1440);

/** The form: who, reason, minutes, solved, next date; the rest fills itself. */
export const captureInputSchema = z.strictObject({
  /** Null: nobody of the base yet, or work for no customer. */
  customerId: z.number().int().positive().nullable().default(null),
  activityType: z.enum(activityTypes).default("call"),
  reason: shortText.nullable().default(null),
  /** Null: not measured; the time equation then estimates it. */
  minutes: minutes.nullable().default(null),
  isSolved: z.boolean().nullable().default(null),
  nextDate: day.nullable().default(null),
  initiatedBy: z.enum(["customer", "us"]).nullable().default(null),
  /** Role as `costToServe.roles` knows it; null: the role that `people.roles` names for the person. */
  role: shortText.nullable().default(null),
  /** Null: whoever is signed in. */
  person: shortText.min(1).nullable().default(null),
  channel: z.enum(entryChannels).nullable().default(null),
  needField: shortText.nullable().default(null),
  subject: z.string().trim().max(2000).nullable().default(null),
  /** Local time of the company; null: now. */
  startedAt: moment.nullable().default(null),
});
export type CaptureInput = z.infer<typeof captureInputSchema>;

export const captureSchema = z.object({
  id: z.string(),
  /** Null where the entry names no customer, or its account is not in the facts (any more). */
  customerId: z.number().int().nullable(),
  customerName: z.string().nullable(),
  accountKey: z.string().nullable(),
  activityType: z.enum(activityTypes),
  reason: z.string().nullable(),
  minutes: z.number().nullable(),
  isSolved: z.boolean().nullable(),
  nextDate: z.string().nullable(),
  initiatedBy: z.enum(["customer", "us"]).nullable(),
  role: z.string().nullable(),
  person: z.string(),
  channel: z.enum(entryChannels).nullable(),
  needField: z.string().nullable(),
  subject: z.string().nullable(),
  startedAt: z.string(),
  author: z.string(),
  /** Counted from 1; a correction is the next one. */
  revision: z.number().int(),
  isUndone: z.boolean(),
});
export type Capture = z.infer<typeof captureSchema>;

/** `GET /api/captures?day=&person=` */
export const captureListSchema = z.object({
  day: z.string(),
  person: z.string().nullable(),
  /** Of those that hold. */
  minutes: z.number(),
  captures: z.array(captureSchema),
  /** What the form offers: reasons used most, people with their roles. */
  reasons: z.array(z.string()),
  people: z.array(z.object({ person: z.string(), role: z.string().nullable() })),
});
export type CaptureList = z.infer<typeof captureListSchema>;

/** Two weeks, a handful of people, some questions a day at random moments (multi-moment study). */
export const campaignInputSchema = z
  .strictObject({
    name: shortText.min(1),
    from: day,
    to: day,
    people: z
      .array(z.strictObject({ person: shortText.min(1), role: shortText.min(1) }))
      .min(1)
      .max(500),
    promptsPerDay: z.number().int().min(1).max(40).default(8),
  })
  .refine(({ from, to }) => from <= to, {
    path: ["to"],
    message: "expected a day that is not before `from`",
  });
export type CampaignInput = z.infer<typeof campaignInputSchema>;

export const campaignSchema = z.object({
  id: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  people: z.array(z.object({ person: z.string(), role: z.string() })),
  promptsPerDay: z.number().int(),
  author: z.string(),
  isUndone: z.boolean(),
  samples: z.number().int(),
});
export type Campaign = z.infer<typeof campaignSchema>;

export const sampleInputSchema = z.strictObject({
  person: shortText.min(1),
  /** Code of an activity of `costToServe.activities`; null: something else (a break, internal work). */
  activity: shortText.nullable().default(null),
  customerId: z.number().int().positive().nullable().default(null),
  /** How long this one takes in all; null: only what, not how long. */
  minutes: minutes.nullable().default(null),
  reason: shortText.nullable().default(null),
  /** Local time; null: now. */
  at: moment.nullable().default(null),
});
export type SampleInput = z.infer<typeof sampleInputSchema>;

export const sampleSchema = z.object({
  id: z.string(),
  campaignId: z.string(),
  person: z.string(),
  role: z.string(),
  at: z.string(),
  activity: z.string().nullable(),
  customerId: z.number().int().nullable(),
  customerName: z.string().nullable(),
  minutes: z.number().nullable(),
  reason: z.string().nullable(),
  isUndone: z.boolean(),
});
export type Sample = z.infer<typeof sampleSchema>;

const text = z.object({ de: z.string(), en: z.string() });

/** What a sampling found out. Intervals are 80 % unless the name says otherwise. */
export const samplingResultSchema = z.object({
  campaign: campaignSchema,
  samples: z.number().int(),
  /** Answers ÷ questions asked so far; null before the first work day. */
  coverageRatio: z.number().nullable(),
  asked: z.number().int(),
  activities: z.array(
    z.object({
      /** Null: everything that is no activity of the cost model. */
      activity: z.string().nullable(),
      label: text,
      samples: z.number().int(),
      /** Share of the working time, Wilson interval. */
      timeRatio: z.number(),
      timeLow: z.number(),
      timeHigh: z.number(),
      /** Samples that say how long it takes. */
      timed: z.number().int(),
      meanMinutes: z.number().nullable(),
      lowMinutes: z.number().nullable(),
      highMinutes: z.number().nullable(),
      /** What the cost model assumes now. */
      equation: z.string().nullable(),
      isAssumption: z.boolean(),
      /** True with enough timed samples (see `leastTimed`) for the cost model. */
      isAdoptable: z.boolean(),
    }),
  ),
  roles: z.array(
    z.object({
      role: z.string(),
      samples: z.number().int(),
      /** Of the samples that name a customer with a size: share at small customers, Wilson interval. */
      smallRatio: z.number().nullable(),
      smallLow: z.number().nullable(),
      smallHigh: z.number().nullable(),
    }),
  ),
  leastTimed: z.number().int(),
});
export type SamplingResult = z.infer<typeof samplingResultSchema>;

/** `GET /api/time-samples/campaigns/{id}/adoption?activities=a,b`: nothing is set; `value` goes to the diff of the parameter. */
export const adoptionSchema = z.object({
  /** `costToServe.activities` with the measured minutes. */
  value: z.unknown(),
  reason: z.string(),
  changes: z.array(
    z.object({
      activity: z.string(),
      label: text,
      before: z.string(),
      after: z.string(),
      timed: z.number().int(),
      meanMinutes: z.number(),
      lowMinutes: z.number(),
      highMinutes: z.number(),
    }),
  ),
});
export type Adoption = z.infer<typeof adoptionSchema>;
