import { number, table, text } from "../sql-text.ts";

/** Orders of the list, by code; the sign in front turns them round. */
export const costSorts = {
  fullCents: "cost_full_cents",
  avoidableCents: "cost_avoidable_cents",
  contribution1Cents: "contribution1_last12_cents",
  contribution2Cents: "contribution2_cents",
  contribution3Cents: "contribution3_cents",
  contributionAvoidableCents: "contribution_avoidable_cents",
  servableContributionCents: "servable_contribution_cents",
  minutes: "cost_minutes",
  salesCents: "sales_last12_cents",
  name: "name",
} as const;
export type CostSort = keyof typeof costSorts;

export interface CostSelection {
  readonly sort: CostSort;
  readonly descending: boolean;
  /** Words that must all occur in name, account number, city, phone or e-mail. */
  readonly words: readonly string[];
  /** Size class; null: all. */
  readonly size: string | null;
  readonly limit: number;
  readonly offset: number;
}

const columns = `customer_id AS id, name, account_key AS "accountKey", size_class AS "sizeClass",
  sales_last12_cents AS "salesCents", orders_last12 AS "ordersLast12",
  cost_full_cents AS "fullCents", cost_avoidable_cents AS "avoidableCents",
  cost_low_cents AS "lowCents", cost_high_cents AS "highCents", cost_tier AS tier, cost_is_unclear AS "isUnclear",
  cost_minutes AS minutes, contribution1_last12_cents AS "contribution1Cents",
  contribution2_cents AS "contribution2Cents", contribution3_cents AS "contribution3Cents",
  contribution_avoidable_cents AS "contributionAvoidableCents",
  servable_contribution_cents AS "servableContributionCents", servable_low_cents AS "servableLowCents",
  servable_high_cents AS "servableHighCents"`;

function conditionSql({ words, size }: CostSelection): string {
  const conditions = [
    ...(size === null ? [] : [`size_class = ${text(size)}`]),
    ...words.map((word) => `contains(search_text, lower(strip_accents(${text(word)})))`),
  ];
  return conditions.length === 0 ? "true" : conditions.join(" AND ");
}

/** The rows of a page; `costCustomerSchema` without the horizon. */
export function costCustomersSql(snapshotTable: string, selection: CostSelection): string {
  const { sort, descending, limit, offset } = selection;
  return `SELECT ${columns} FROM ${table(snapshotTable)} WHERE ${conditionSql(selection)}
ORDER BY ${costSorts[sort]} ${descending ? "DESC" : "ASC"} NULLS LAST, customer_id
LIMIT ${number(limit)} OFFSET ${number(offset)}`;
}

export function costCustomerCountSql(snapshotTable: string, selection: CostSelection): string {
  return `SELECT count(*) AS total FROM ${table(snapshotTable)} WHERE ${conditionSql(selection)}`;
}

/** One customer; the question mark is the customer id. */
export function costCustomerSql(snapshotTable: string): string {
  return `SELECT ${columns} FROM ${table(snapshotTable)} WHERE customer_id = ?`;
}

/** Sums over all customers; one row. */
export function costTotalsSql(snapshotTable: string): string {
  return `SELECT count(*) AS customers, count(*) FILTER (cost_is_unclear) AS unclear,
  ${sum("cost_full_cents")} AS "fullCents", ${sum("cost_avoidable_cents")} AS "avoidableCents",
  ${sum("cost_low_cents")} AS "lowCents", ${sum("cost_high_cents")} AS "highCents",
  coalesce(round(sum(cost_minutes), 3), 0) AS minutes
FROM ${table(snapshotTable)}`;
}

/** Small customers by the sign of what they leave; one row. */
export function negativeSql(snapshotTable: string): string {
  const below = (column: string) => `count(*) FILTER (${column} < 0)`;
  return `SELECT count(contribution3_cents) AS known, count(*) - count(contribution3_cents) AS unclear,
  ${below("contribution3_cents")} AS "fullCustomers",
  ${below("contribution_avoidable_cents")} AS "avoidableCustomers",
  count(*) FILTER (contribution3_cents < 0 AND servable_contribution_cents >= 0) AS "servableCustomers"
FROM ${table(snapshotTable)} WHERE size_class = 'small'`;
}

export function costBySizeSql(snapshotTable: string): string {
  return `SELECT size_class AS "sizeClass", count(*) AS customers, ${sum("cost_full_cents")} AS "fullCents",
  ${sum("cost_avoidable_cents")} AS "avoidableCents", ${sum("cost_low_cents")} AS "lowCents",
  ${sum("cost_high_cents")} AS "highCents", coalesce(round(sum(cost_minutes), 3), 0) AS minutes
FROM ${table(snapshotTable)} GROUP BY size_class ORDER BY size_class DESC`;
}

export function costByTierSql(snapshotTable: string): string {
  return `SELECT cost_tier AS tier, count(*) AS customers FROM ${table(snapshotTable)} GROUP BY cost_tier ORDER BY cost_tier`;
}

/** Cost by activity and role, of customers. */
export function costByActivitySql(): string {
  return `SELECT activity, role, count(DISTINCT customer_id) AS customers,
  CAST(sum(events) AS BIGINT) AS events, CAST(sum(logged_events) AS BIGINT) AS "loggedEvents",
  sum(minutes_milli) / 1000 AS minutes, CAST(sum(cost_cents) AS BIGINT) AS "fullCents",
  CAST(sum(avoidable_cents) AS BIGINT) AS "avoidableCents"
FROM m_effort WHERE customer_id IS NOT NULL
GROUP BY activity, role ORDER BY "fullCents" DESC, activity, role`;
}

/** What stands beside the pools: assumed rates and stated money; one row. */
export function besidePoolsSql(): string {
  const of = (condition: string) => `CAST(coalesce(sum(cost_cents) FILTER (${condition}), 0) AS BIGINT)`;
  return `SELECT ${of("pool_code IS NULL AND role <> 'direct'")} AS "assumedCents",
  ${of("role = 'direct'")} AS "directCents"
FROM m_effort WHERE customer_id IS NOT NULL`;
}

/** What one customer's cost is made of; the question mark is the customer id. */
export function customerEffortSql(): string {
  return `SELECT activity, role, pool_group, pool_code AS pool, channel, events, logged_events AS "loggedEvents",
  minutes_milli AS "minutesMilli", cost_cents AS "fullCents", avoidable_cents AS "avoidableCents"
FROM m_effort WHERE customer_id = ?
ORDER BY cost_cents DESC, activity, role, pool_code, channel`;
}

const sum = (column: string) => `CAST(coalesce(sum(${column}), 0) AS BIGINT)`;
