import { z } from "zod";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day yyyy-mm-dd");
const text = z.object({ de: z.string(), en: z.string() });

/** Money per year with its interval, as somebody measured or estimated it. */
export const transferEffectSchema = z
  .object({ cents: z.number().int(), low: z.number().int(), high: z.number().int() })
  .refine(({ low, cents, high }) => low <= cents && cents <= high, "expected low ≤ cents ≤ high");

/** A lean practice that proved itself with small customers and was taken over elsewhere. */
export const transferInputSchema = z.object({
  practice: z.string().trim().min(1).max(200),
  from: z.string().trim().min(1).max(80),
  to: z.string().trim().min(1).max(80),
  movedOn: day,
  /** Per year; null: nobody knows (yet), which stays unknown and never counts as zero. */
  effect: transferEffectSchema.nullable(),
  note: z.string().trim().max(500).default(""),
  /** Id of the entry that this one corrects. */
  corrects: z.number().int().positive().optional(),
});
export type TransferInput = z.infer<typeof transferInputSchema>;

export const transferSchema = transferInputSchema.omit({ corrects: true }).extend({
  id: z.number().int(),
  author: z.string(),
  madeAt: z.string(),
  corrects: z.number().int().nullable(),
});
export type Transfer = z.infer<typeof transferSchema>;

/** Which lean practices moved in the last 12 months, and with what effect (AT5.4). */
export const transferReportSchema = z.object({
  /** First and last day of the 12 months. */
  from: z.string(),
  to: z.string(),
  /** Newest first. */
  moved: z.array(transferSchema),
  /** Entries before that. */
  earlier: z.array(transferSchema),
  withEffect: z.number().int(),
  unknownEffect: z.number().int(),
  /** Sum of the known effects; low and high are sums of the ends, wider than independent effects would be. */
  knownEffect: z
    .object({ cents: z.number().int(), low: z.number().int(), high: z.number().int() })
    .nullable(),
  sentence: text,
});
export type TransferReport = z.infer<typeof transferReportSchema>;
