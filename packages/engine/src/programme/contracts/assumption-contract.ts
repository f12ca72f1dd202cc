import { z } from "zod";

/** Who says so. An experiment is our own measurement with a hold-out and replaces the other two. */
export const assumptionSources = ["assumption", "expert", "experiment"] as const;

/**
 * What we expect of an effect, as a distribution: 10 %, 50 % and 90 % quantile of a split normal (each half with its own
 * spread), clamped to the allowed range of the assumption. low = mid = high is a certain number.
 */
export const assumptionValueSchema = z
  .object({
    low: z.number(),
    mid: z.number(),
    high: z.number(),
    source: z.enum(assumptionSources),
    /** Where the number comes from: a study, a person, an experiment. */
    note: z.string().max(500).optional(),
  })
  .refine(({ low, mid, high }) => low <= mid && mid <= high, { message: "expected low ≤ mid ≤ high" });
export type AssumptionValue = z.infer<typeof assumptionValueSchema>;
