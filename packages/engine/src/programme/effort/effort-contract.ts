import { z } from "zod";

const text = z.object({ de: z.string(), en: z.string() });

/** Sales that people who know the customers expect at an effort; 1 is today's effort and today's sales. */
const effortPointSchema = z.object({
  effort: z.number().min(0).max(20),
  response: z.number().min(0).max(20),
});

/** Minutes of talks to share among segments, and what each segment is expected to make of more or fewer of them. */
export const effortRequestSchema = z.object({
  /** Minutes per year to share; left out: today's. */
  totalMinutes: z.number().positive().max(1e9).optional(),
  segments: z
    .array(
      z.object({
        segment: z.string().max(40),
        todayMinutes: z.number().positive().max(1e9),
        /** Sales a year today, and the share of more sales that stays. */
        salesCents: z.number().int().min(0),
        marginRatio: z.number().min(-1).max(1),
        /** At least four efforts: none, half, today, half more and as much as they can take are usual. */
        points: z.array(effortPointSchema).min(4).max(50),
        leastMinutes: z.number().min(0).optional(),
        mostMinutes: z.number().positive().optional(),
      }),
    )
    .min(1)
    .max(200),
});
export type EffortRequest = z.infer<typeof effortRequestSchema>;

/** Result of `POST /api/programme/effort` and `kleinod optimise effort`. */
export const effortReportSchema = z.object({
  totalMinutes: z.number(),
  segments: z.array(
    z.object({
      segment: z.string(),
      todayMinutes: z.number(),
      bestMinutes: z.number(),
      /** Contribution a year against today's effort, cents. */
      changeCents: z.number().int(),
      /** Little's curve through the points: sales from `b` without effort to `a` with unlimited, S-shaped for c > 1. */
      curve: z.object({ a: z.number(), b: z.number(), c: z.number(), d: z.number() }),
      /** Root of the mean squared distance of the points from it. */
      fitError: z.number(),
      sentence: text,
    }),
  ),
  changeCents: z.number().int(),
  /** No division of the minutes brings more. */
  boundCents: z.number().int(),
  /** Contribution of one more hour a year; 0: nobody makes anything of it. */
  centsPerHour: z.number().int(),
});
export type EffortReport = z.infer<typeof effortReportSchema>;
