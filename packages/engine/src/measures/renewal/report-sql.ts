import type { PlainDate } from "../../units.ts";
import { date, table } from "../sql-text.ts";

/** Counts and sums over `m_customer_contract`, with the size of customers from the customer table; columns as in the schema. */
export function contractTotalsSql(snapshotTable: string): string {
  const running = "c.state = 'running'";
  const isSmall = "s.size_class = 'small'";
  const isSizeKnown = "count(*) FILTER (s.size_class IN ('small', 'large')) > 0";
  return `SELECT count(*) FILTER (${running}) AS running,
  count(*) FILTER (${running} AND c.is_cancelled) AS cancelled,
  count(*) FILTER (c.state = 'ended') AS ended,
  count(*) FILTER (c.state = 'ahead') AS ahead,
  count(*) FILTER (${running} AND c.customer_id IS NULL) AS "withoutCustomer",
  count(*) FILTER (${running} AND c.income_per_year_cents IS NULL) AS "withoutIncome",
  count(DISTINCT c.customer_id) FILTER (${running}) AS customers,
  CAST(sum(c.income_per_year_cents) FILTER (${running}) AS BIGINT) AS "incomePerYearCents",
  CASE WHEN ${isSizeKnown} THEN count(DISTINCT c.customer_id) FILTER (${running} AND ${isSmall}) END AS "smallCustomers",
  CASE WHEN ${isSizeKnown} THEN CAST(sum(c.income_per_year_cents) FILTER (${running} AND ${isSmall}) AS BIGINT) END
    AS "smallIncomePerYearCents"
FROM m_customer_contract c
LEFT JOIN ${table(snapshotTable)} s ON s.customer_id = c.customer_id`;
}

/** Why contracts ended or are going to, the commonest first. */
export function endReasonsSql(): string {
  return `SELECT min(reason) AS reason, count(*) AS contracts
FROM m_customer_contract
WHERE reason IS NOT NULL AND (state = 'ended' OR is_cancelled)
GROUP BY lower(trim(reason))
ORDER BY contracts DESC, reason
LIMIT 10`;
}

const within = (asOf: PlainDate, days: number) =>
  `c.state = 'running' AND c.last_day <= ${date(asOf)} + ${Math.trunc(days)}`;

export function endingTotalsSql(asOf: PlainDate, days: number): string {
  return `SELECT count(*) AS total, CAST(sum(c.income_per_year_cents) AS BIGINT) AS "incomePerYearCents"
FROM m_customer_contract c WHERE ${within(asOf, days)}`;
}

/** Running contracts whose term ends soon, soonest first, then the larger income. */
export function endingRowsSql(
  snapshotTable: string,
  asOf: PlainDate,
  {
    withinDays,
    limit,
    offset,
  }: { readonly withinDays: number; readonly limit: number; readonly offset: number },
): string {
  return `SELECT c.source, c.contract_number AS "contractNumber", c.customer_id AS "customerId", s.name,
  s.account_key AS "accountKey", s.city, s.phone, s.size_class AS "sizeClass", c.product,
  c.started_on::VARCHAR AS "startedOn", c.last_day::VARCHAR AS "endsOn",
  CAST(c.last_day - ${date(asOf)} AS INTEGER) AS "daysLeft", c.notice_by::VARCHAR AS "noticeBy",
  c.is_cancelled AS "isCancelled", c.income_per_year_cents AS "incomePerYearCents",
  c.renewal_probability AS probability, s.cost_avoidable_cents AS "costAvoidableCents",
  s.contribution_avoidable_cents AS "contributionAvoidableCents"
FROM m_customer_contract c
LEFT JOIN ${table(snapshotTable)} s ON s.customer_id = c.customer_id
WHERE ${within(asOf, withinDays)}
ORDER BY c.last_day, c.income_per_year_cents DESC NULLS LAST, c.source, c.contract_number
LIMIT ${Math.trunc(limit)} OFFSET ${Math.trunc(offset)}`;
}
