import type { PlainDate } from "../../units.ts";
import { rhythmStates } from "../contracts/customer-states.ts";
import { monthsBefore } from "../period.ts";
import { date, table, text } from "../sql-text.ts";

/** Months of the trend picture. */
const shownMonths = 36;
/** Order classes start at 10.– and are open from 500,000.–. */
const lowestClassCents = 1_000;
const openClassCents = 50_000_000;

/** Restricts a report to small customers. */
export const smallOnly = "size_class = 'small'";

/** Counts and sums over the customers that meet a condition; one row. */
export function customerTotalsSql(snapshotTable: string, condition = "true"): string {
  const states = rhythmStates.map((state) => `count(*) FILTER (rhythm_state = ${text(state)}) AS "${state}"`);
  const sizes = ["small", "large", "sizeUnclear"].map(
    (size) => `count(*) FILTER (size_class = ${text(size)}) AS "${size}"`,
  );
  const sum = (column: string) => `CAST(sum(${column}) AS BIGINT)`;
  return `SELECT count(*) AS total,
  ${[...sizes, ...states].join(",\n  ")},
  count(*) FILTER (is_new) AS "new",
  count(*) FILTER (is_reactivated) AS reactivated,
  ${sum("sales_last12_cents")} AS sales_last12,
  ${sum("sales_previous12_cents")} AS sales_previous12,
  CASE WHEN count(*) = count(contribution1_last12_cents) THEN ${sum("contribution1_last12_cents")} END AS contribution,
  coalesce(bool_or(contribution_is_assumed), false) AS assumed,
  count(*) - count(contribution1_last12_cents) AS without_contribution,
  count(expected_orders12) AS with_expectation,
  CAST(coalesce(sum(orders_last12), 0) AS BIGINT) AS orders
FROM ${table(snapshotTable)}
WHERE ${condition}`;
}

/** Orders of the last 12 months with the size of their customer: CTE `o`. */
function ordersCte(snapshotTable: string, asOf: PlainDate): string {
  return `o AS (
  SELECT d.product_cents AS cents, c.${smallOnly} AS is_small
  FROM m_document d
  JOIN ${table(snapshotTable)} c ON c.customer_id = d.customer_id
  WHERE d.is_order AND d.document_date > ${date(monthsBefore(asOf, 12))} AND d.document_date <= ${date(asOf)}
)`;
}

/** Median order value of all customers and of the small ones; one row. */
export function orderMedianSql(snapshotTable: string, asOf: PlainDate): string {
  return `WITH ${ordersCte(snapshotTable, asOf)}
SELECT CAST(round(median(cents)) AS BIGINT) AS median_cents,
  CAST(round(median(cents) FILTER (is_small)) AS BIGINT) AS small_median_cents
FROM o`;
}

/** Orders of the last 12 months per class of a 1-2-5 scale, by its lower bound; empty classes are left out. */
export function orderSizesSql(snapshotTable: string, asOf: PlainDate): string {
  return `WITH ${ordersCte(snapshotTable, asOf)},
p AS (SELECT *, CAST(10 ** (length(CAST(cents AS VARCHAR)) - 1) AS BIGINT) AS power FROM o)
SELECT CASE WHEN cents < ${lowestClassCents} THEN 0
    WHEN cents >= ${openClassCents} THEN ${openClassCents}
    WHEN cents >= 5 * power THEN 5 * power
    WHEN cents >= 2 * power THEN 2 * power
    ELSE power END AS from_cents,
  count(*) AS orders, count(*) FILTER (is_small) AS small_orders, CAST(sum(cents) AS BIGINT) AS sales_cents
FROM p
GROUP BY from_cents
ORDER BY from_cents`;
}

/** Bounds of the classes from the smallest to the open one. */
export function orderClassBounds(): number[] {
  const bounds = [0];
  for (let power = lowestClassCents; power < openClassCents; power *= 10) {
    bounds.push(...[1, 2, 5].map((step) => step * power).filter((bound) => bound <= openClassCents));
  }
  return [...new Set([...bounds, openClassCents])].sort((a, b) => a - b);
}

/** Sales of customers per calendar month, oldest first, months without sales included. */
export function monthsSql(snapshotTable: string, asOf: PlainDate): string {
  const first = monthsBefore(`${asOf.slice(0, 7)}-01` as PlainDate, shownMonths - 1);
  return `WITH d AS (
  SELECT date_trunc('month', d.document_date) AS month, d.sales_cents, d.is_order, c.${smallOnly} AS is_small
  FROM m_document d
  JOIN ${table(snapshotTable)} c ON c.customer_id = d.customer_id
  WHERE d.is_sale AND d.document_date >= ${date(first)} AND d.document_date <= ${date(asOf)}
),
s AS (
  SELECT month, sum(sales_cents) AS cents, sum(sales_cents) FILTER (is_small) AS small_cents,
    count(*) FILTER (is_order) AS orders
  FROM d
  GROUP BY month
),
m AS (
  SELECT CAST(unnest(generate_series(
    CAST((SELECT min(month) FROM s) AS TIMESTAMP), CAST(${date(asOf)} AS TIMESTAMP), INTERVAL 1 MONTH)) AS DATE) AS month
)
SELECT strftime(m.month, '%Y-%m') AS month,
  CAST(coalesce(s.cents, 0) AS BIGINT) AS sales_cents,
  CAST(coalesce(s.small_cents, 0) AS BIGINT) AS small_sales_cents,
  coalesce(s.orders, 0) AS orders
FROM m LEFT JOIN s ON s.month = m.month
ORDER BY m.month`;
}

/** The last batch that counts, sale lines before master data, and how many batches of its kind there are. */
export function lastBatchSql(): string {
  return `SELECT batch_no, CAST(imported_at AS VARCHAR) AS imported_at, count(*) OVER (PARTITION BY kind) AS batches
FROM batch
WHERE NOT undone
ORDER BY kind = 'saleLines' DESC, batch_no DESC
LIMIT 1`;
}

/** What a batch added: lines, their sales with customers, and customers that no earlier batch knew. */
export function batchEffectSql(batchNo: number): string[] {
  return [
    `SELECT count(*) AS lines, CAST(sum(l.value_cents) FILTER (d.is_sale AND l.customer_id IS NOT NULL
    AND l.line_kind IN ('product', 'fee', 'freight', 'discount')) AS BIGINT) AS sales_cents
FROM sale_line_current l
LEFT JOIN m_document d ON d.document_id = l.document_id AND d.document_type = l.document_type
  AND d.customer_id IS NOT DISTINCT FROM l.customer_id
WHERE l.batch_no = ${Math.trunc(batchNo)}`,
    `SELECT count(*) AS customers FROM (
  SELECT customer_id FROM m_document WHERE customer_id IS NOT NULL
  GROUP BY customer_id HAVING min(first_batch) = ${Math.trunc(batchNo)}
)`,
  ];
}

/** Customers whose state changed between two snapshots; one row. */
export function stateChangesSql(snapshotTable: string, previousTable: string): string {
  const quiet = (column: string) => `${column} IN ('dormant', 'lost')`;
  const buying = (column: string) => `${column} IN ('active', 'slowing')`;
  return `SELECT
  count(*) FILTER (${quiet("n.rhythm_state")} AND ${buying("p.rhythm_state")}) AS became_dormant,
  count(*) FILTER (${buying("n.rhythm_state")} AND ${quiet("p.rhythm_state")}) AS reactivated
FROM ${table(snapshotTable)} n
JOIN ${table(previousTable)} p ON p.customer_id = n.customer_id`;
}

/** How much is known of the customers; one row. */
export function knownCustomersSql(snapshotTable: string): string {
  const known = ["branch", "postcode", "phone", "email", "owner"].map(
    (column) => `count(${column}) AS ${column}`,
  );
  return `SELECT count(*) AS total, ${known.join(", ")} FROM ${table(snapshotTable)}`;
}

export function knownAccountsSql(): string {
  return `SELECT count(*) AS total, count(vat_id) AS "vatId",
  count(coalesce(CAST(employees AS VARCHAR), employee_class)) AS employees
FROM account_current`;
}

/** How many customers lie on either side of a line by their sales of the last 12 months; for the live count. */
export function sizeLinePreviewSql(snapshotTable: string, lineCents: number): string {
  const isLarger = `sales_last12_cents >= ${Math.trunc(lineCents)}`;
  return `SELECT count(*) FILTER (${isLarger}) AS large, count(*) FILTER (NOT ${isLarger}) AS small,
  count(*) FILTER (sales_last12_cents IS NULL) AS unclear,
  CAST(coalesce(sum(sales_last12_cents) FILTER (${isLarger}), 0) AS BIGINT) AS large_cents,
  CAST(coalesce(sum(sales_last12_cents) FILTER (NOT ${isLarger}), 0) AS BIGINT) AS small_cents
FROM ${table(snapshotTable)}`;
}
