import { z } from "zod";

const share = z.number().min(0).max(1);
const shares = z
  .object({ low: share, mid: share, high: share })
  .refine(({ low, mid, high }) => low <= mid && mid <= high, { message: "expected low ≤ mid ≤ high" });

/** Lines and expectations of the deviation ledger; parameter `programme.deviations`. Shipped values are assumptions. */
export const deviationRulesSchema = z.object({
  /** So many of one kind … */
  driftCount: z.number().int().min(2).max(1_000),
  /** … within so many days are a drift. */
  driftDays: z.number().int().min(7).max(366),
  /** Yearly cost of keeping up one variant, cents. */
  centsPerVariant: z.number().int().min(0),
  /** Work saved per time once the exception is a rule. */
  standardSavingRatio: shares,
  /** Share of the customers concerned who leave when it is no longer done. */
  leaveRatio: shares,
});
export type DeviationRules = z.infer<typeof deviationRulesSchema>;

export const defaultDeviationRules: DeviationRules = {
  driftCount: 12,
  driftDays: 90,
  centsPerVariant: 120_000,
  standardSavingRatio: { low: 0.3, mid: 0.5, high: 0.7 },
  leaveRatio: { low: 0.01, mid: 0.04, high: 0.1 },
};
