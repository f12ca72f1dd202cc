import { whaleColumns } from "../contracts/whale-columns.ts";
import type { WhaleBasis } from "../reports.ts";
import { table } from "../sql-text.ts";

/** Rows of the list of lowest contributions. */
export const worstRows = 200;
export type ContributionBasis = Exclude<WhaleBasis, "sales">;

/** The customers with the lowest contribution of all sizes, lowest first. */
export function worstSql(snapshotTable: string, basis: ContributionBasis): string {
  const value = whaleColumns[basis];
  const cost = (column: string) => (basis === "contribution1" ? "CAST(NULL AS BIGINT)" : column);
  return `SELECT row_number() OVER (ORDER BY ${value}, customer_id) AS rank,
  customer_id AS "customerId", name, account_key AS "accountKey", size_class AS "sizeClass",
  sales_last12_cents AS "salesCents", contribution1_last12_cents AS "contribution1Cents",
  ${cost("cost_full_cents")} AS "fullCents", ${cost("cost_avoidable_cents")} AS "avoidableCents",
  ${cost("contribution3_cents")} AS "contributionFullCents",
  ${cost("contribution_avoidable_cents")} AS "contributionAvoidableCents", ${value} AS cents
FROM ${table(snapshotTable)}
WHERE ${value} IS NOT NULL
ORDER BY ${value}, customer_id
LIMIT ${worstRows}`;
}

/** Losses of all customers by size; no row for a size that nobody has. */
export function lossesSql(snapshotTable: string, basis: ContributionBasis): string {
  const value = whaleColumns[basis];
  return `SELECT size_class AS "sizeClass", count(${value}) AS customers,
  count(*) FILTER (${value} < 0) AS negative,
  CAST(coalesce(-sum(${value}) FILTER (${value} < 0), 0) AS BIGINT) AS "lossCents"
FROM ${table(snapshotTable)}
GROUP BY size_class`;
}
