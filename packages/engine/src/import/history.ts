import { z } from "zod";
import { documentTypes } from "./result.ts";

/** Control totals of everything current, beside the figures that a person typed in from the ERP. */
export const controlComparisonSchema = z.object({
  rows: z.array(
    z.object({
      month: z.string(),
      documentType: z.enum(documentTypes),
      documents: z.number().int(),
      lines: z.number().int(),
      amountCents: z.number().int(),
      /** What the ERP says; null until somebody types it in. */
      erpCents: z.number().int().nullable(),
      differenceCents: z.number().int().nullable(),
      /** Parts of the difference that are known. */
      rejectedLines: z.number().int(),
      rejectedCents: z.number().int(),
      unconvertedLines: z.number().int(),
      unconvertedCents: z.number().int(),
      withoutCustomerLines: z.number().int(),
      withoutCustomerCents: z.number().int(),
      unexplainedCents: z.number().int().nullable(),
    }),
  ),
});
export type ControlComparison = z.infer<typeof controlComparisonSchema>;

export const jobSchema = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(["running", "done", "failed", "cancelled"]),
  step: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  startedAt: z.string(),
  /** The result document of the command, once done. */
  result: z.unknown().nullable(),
  error: z.string().nullable(),
});
export type Job = z.infer<typeof jobSchema>;
