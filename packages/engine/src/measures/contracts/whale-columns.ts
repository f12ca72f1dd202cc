import type { WhaleBasis } from "../reports.ts";

/** What is cumulated: a column of the customer table. */
export const whaleColumns = {
  sales: "sales_last12_cents",
  contribution1: "contribution1_last12_cents",
  full: "contribution3_cents",
  avoidable: "contribution_avoidable_cents",
} as const satisfies Record<WhaleBasis, string>;
