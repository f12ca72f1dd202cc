/** Counts and sums of segments over the customer table: one pass for all of them. */
/** Columns of the customer table that carry the consequence of a segment; absent ones are unclear. */
export const figureColumns = {
  sales: "sales_last12_cents",
  contribution: "contribution_avoidable_cents",
  minutes: "cost_minutes",
} as const;

export interface MembershipSql {
  /** Letters and digits: part of column names. */
  readonly key: string;
  /** Three-valued condition, see sql.ts. */
  readonly sql: string;
}

/** The relation with a column `m_<key>` for every membership and the figures; NULL for a figure that the table lacks. */
function membershipSql(
  table: string,
  memberships: readonly MembershipSql[],
  columns: ReadonlySet<string>,
): string {
  const figure = (name: keyof typeof figureColumns) =>
    `${columns.has(figureColumns[name]) ? figureColumns[name] : "NULL"} AS ${name}`;
  const members = memberships.map(({ key, sql }) => `${sql} AS m_${key}`);
  return `SELECT ${["customer_id", figure("sales"), figure("contribution"), figure("minutes"), ...members].join(",\n  ")}
FROM ${table}`;
}

/** One row: `total`, and for each membership `<key>_customers`, `<key>_unknown`, sums and how many members lack a figure. */
export function figuresSql(
  table: string,
  memberships: readonly MembershipSql[],
  columns: ReadonlySet<string>,
): string {
  const sums = memberships.flatMap(({ key }) => [
    `count(*) FILTER (m_${key}) AS ${key}_customers`,
    `count(*) FILTER (m_${key} IS NULL) AS ${key}_unknown`,
    `CAST(sum(sales) FILTER (m_${key}) AS BIGINT) AS ${key}_sales`,
    `CAST(sum(contribution) FILTER (m_${key}) AS BIGINT) AS ${key}_contribution`,
    `CAST(sum(minutes) FILTER (m_${key}) AS DOUBLE) AS ${key}_minutes`,
    `count(*) FILTER (m_${key} AND sales IS NULL) AS ${key}_without_sales`,
    `count(*) FILTER (m_${key} AND contribution IS NULL) AS ${key}_without_contribution`,
  ]);
  return `SELECT count(*) AS total${sums.map((sum) => `,\n  ${sum}`).join("")}
FROM (${membershipSql(table, memberships, columns)})`;
}

/** One row `moved_in`, `moved_out`: memberships `before` and `after` compared; unknown is no member. */
export function movesSql(table: string, before: string, after: string): string {
  return `SELECT count(*) FILTER (a AND NOT b) AS moved_in, count(*) FILTER (b AND NOT a) AS moved_out
FROM (SELECT coalesce(${before}, false) AS b, coalesce(${after}, false) AS a FROM ${table})`;
}

/**
 * Some rows of customers with the columns asked for, those who buy most first. The wide columns are read for these alone.
 * @param columns names of snapshot columns
 */
export function sampleSql(
  table: string,
  condition: string,
  columns: readonly string[],
  limit: number,
): string {
  const order = "sales_last12_cents DESC NULLS LAST, customer_id";
  return `SELECT ${columns.join(", ")}
FROM ${table}
WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${condition} ORDER BY ${order} LIMIT ${limit})
ORDER BY ${order}`;
}

/** Customers by their label on two days, over those who had bought by the earlier one: `earlier`, `later`, `customers`. */
export function contingencySql(
  earlier: { readonly table: string; readonly label: string },
  later: { readonly table: string; readonly label: string },
): string {
  return `SELECT e.label AS earlier, l.label AS later, count(*) AS customers
FROM (SELECT customer_id, ${earlier.label} AS label FROM ${earlier.table} WHERE first_purchase IS NOT NULL) e
JOIN (SELECT customer_id, ${later.label} AS label FROM ${later.table}) l ON l.customer_id = e.customer_id
GROUP BY ALL
ORDER BY ALL`;
}
