import { z } from "zod";

const share = z.number().min(0).max(1);
const shares = z
  .object({ low: share, mid: share, high: share })
  .refine(({ low, mid, high }) => low <= mid && mid <= high, { message: "expected low ≤ mid ≤ high" });

/** Lines of the catalogue; parameter `programme.catalogue`. Shipped values are assumptions. */
export const catalogueRulesSchema = z.object({
  /** From this share of users on, an element belongs to the core. */
  coreUserRatio: share,
  /** An element that at least this share of its users may name as the reason to stay is kept. */
  keepNamedRatio: share,
  /** Below this share of offered times used, and without a reason to stay, an element is dropped. */
  dropUsedRatio: share,
  /** Minutes of a use that nobody clocked, where the element has none at all. */
  minutesPerUse: z.number().min(0).max(10_000),
  /** From this share of customers with broad need on, advice must not be left out (AT5.5). */
  broadNeedShare: share,
  /** Larger customers who would move down to an offer that suits them, and what it costs of their sales (AT5.3). */
  switchRatio: shares,
  lostSalesRatio: shares,
});
export type CatalogueRules = z.infer<typeof catalogueRulesSchema>;

export const defaultCatalogueRules: CatalogueRules = {
  coreUserRatio: 0.3,
  keepNamedRatio: 0.5,
  dropUsedRatio: 0.05,
  minutesPerUse: 30,
  broadNeedShare: 0.1,
  switchRatio: { low: 0.05, mid: 0.15, high: 0.3 },
  lostSalesRatio: { low: 0.02, mid: 0.05, high: 0.1 },
};
