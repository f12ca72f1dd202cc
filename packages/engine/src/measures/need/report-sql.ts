import { type FirmSelection, firmConditionSql } from "../firm-selection.ts";
import { table, text } from "../sql-text.ts";

/** Borders of the classes of need breadth, in effective fields; the last is open. */
export const breadthBorders = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8] as const;

/** Customers with a profile and all, and what it is drawn from; one row. */
export function needScopeSql(): string {
  return `SELECT count(*) AS total, count(need_breadth) AS known,
  (SELECT count(*) > 0 FROM m_need_field) AS purchases,
  (SELECT count(*) > 0 FROM service_case_current) AS cases,
  (SELECT count(*) > 0 FROM activity_current) AS contacts,
  (SELECT product_lines > 0 FROM m_total) AS product_lines,
  (SELECT count(branch) FROM m_firm) AS with_branch,
  (SELECT count(staff) FROM m_firm) AS with_staff
FROM m_need`;
}

/** Need fields, most sold first, with the gaps in them. */
export function needFieldsSql(): string {
  return `WITH s AS (
  SELECT field, count(*) AS customers, CAST(sum(sales_cents) AS BIGINT) AS sales_cents,
    CAST(round(median(sales_cents)) AS BIGINT) AS median_cents
  FROM m_need_field GROUP BY field
),
g AS (
  SELECT field, count(*) AS gaps, CAST(sum(expected_cents) AS BIGINT) AS gap_cents FROM m_need_gap GROUP BY field
),
known AS (SELECT count(need_breadth) AS known FROM m_need)
SELECT s.field, s.customers, s.sales_cents, s.median_cents,
  CASE WHEN known.known > 0 THEN s.customers / known.known ELSE 0 END AS customer_share,
  coalesce(g.gaps, 0) AS gaps, g.gap_cents
FROM s CROSS JOIN known LEFT JOIN g ON g.field = s.field
ORDER BY s.sales_cents DESC, s.field`;
}

const bySize = `count(*) FILTER (c.size_class = 'small') AS small,
  count(*) FILTER (c.size_class = 'large') AS large,
  count(*) FILTER (c.size_class NOT IN ('small', 'large')) AS other`;

export function needBreadthsSql(snapshotTable: string): string {
  const step = breadthBorders.map((border) => `CAST(n.need_breadth >= ${border} AS INTEGER)`).join(" + ");
  return `SELECT ${step} AS step, ${bySize}
FROM ${table(snapshotTable)} c JOIN m_need n ON n.customer_id = c.customer_id
WHERE n.need_breadth IS NOT NULL
GROUP BY ALL ORDER BY ALL`;
}

export function recommendationsSql(snapshotTable: string): string {
  return `SELECT n.support_breadth, n.support_form, ${bySize}
FROM ${table(snapshotTable)} c JOIN m_need n ON n.customer_id = c.customer_id
WHERE n.support_breadth IS NOT NULL
GROUP BY ALL ORDER BY count(*) DESC, n.support_breadth, n.support_form`;
}

/** Needs and sizes of at most so many customers, spread evenly: what size dependence is measured on. */
export function sizeSampleSql(snapshotTable: string, most: number): string {
  return `WITH n AS (SELECT *, row_number() OVER (ORDER BY customer_id) AS position FROM m_need WHERE need_breadth IS NOT NULL),
step AS (SELECT greatest(1, count(*) // ${most}) AS step FROM n)
SELECT n.customer_id, n.need_breadth, n.need_reasons, n.need_variety, n.need_urgency, n.support_breadth,
  c.size_class, coalesce(c.sales_last12_cents, 0) AS sales_cents, n.contribution_cents, n.electronic_ratio, n.has_partner
FROM n JOIN ${table(snapshotTable)} c ON c.customer_id = n.customer_id, step
WHERE n.position % step.step = 0
ORDER BY n.customer_id`;
}

/** Customers who cover the field with us. */
const coversSql = ({ field }: FirmSelection) =>
  field === null
    ? ""
    : `AND EXISTS (SELECT 1 FROM m_need_field x WHERE x.customer_id = c.customer_id AND x.field = ${text(field)})`;

export function needRowCountSql(snapshotTable: string, selection: FirmSelection): string {
  return `SELECT count(*) AS total FROM ${table(snapshotTable)} c
LEFT JOIN m_firm f ON f.customer_id = c.customer_id
WHERE ${firmConditionSql(selection)} ${coversSql(selection)}`;
}

/** Profiles of the selected customers, broadest need first. */
export function needRowsSql(snapshotTable: string, selection: FirmSelection): string {
  const { limit, offset } = selection;
  return `WITH page AS (
  SELECT c.customer_id, c.name, c.account_key, f.branch, c.city, c.size_class, c.sales_last12_cents,
    n.* EXCLUDE (customer_id, size_class)
  FROM ${table(snapshotTable)} c
  JOIN m_need n ON n.customer_id = c.customer_id
  LEFT JOIN m_firm f ON f.customer_id = c.customer_id
  WHERE ${firmConditionSql(selection)} ${coversSql(selection)}
  ORDER BY n.need_breadth DESC NULLS LAST, c.sales_last12_cents DESC NULLS LAST, c.customer_id
  LIMIT ${limit} OFFSET ${offset}
),
own AS (
  SELECT customer_id, list(field ORDER BY sales_cents DESC, field) AS fields,
    list(sales_cents ORDER BY sales_cents DESC, field) AS cents
  FROM m_need_field
  WHERE customer_id IN (SELECT customer_id FROM page)
  GROUP BY customer_id
)
SELECT page.*, coalesce(own.fields, []) AS fields, coalesce(own.cents, []) AS cents
FROM page LEFT JOIN own ON own.customer_id = page.customer_id
ORDER BY page.need_breadth DESC NULLS LAST, page.sales_last12_cents DESC NULLS LAST, page.customer_id`;
}

const gapSourceSql = (snapshotTable: string, selection: FirmSelection) => `${table(snapshotTable)} c
  JOIN m_need_gap g ON g.customer_id = c.customer_id
  LEFT JOIN m_firm f ON f.customer_id = c.customer_id
  WHERE ${firmConditionSql(selection)}${selection.field === null ? "" : ` AND g.field = ${text(selection.field)}`}`;

/** Rows, customers and money of the whole list; one row. */
export function gapTotalsSql(snapshotTable: string, selection: FirmSelection): string {
  return `SELECT count(*) AS total, count(DISTINCT c.customer_id) AS customers,
  CAST(sum(g.expected_cents) AS BIGINT) AS expected_cents
FROM ${gapSourceSql(snapshotTable, selection)}`;
}

/** The call list: one row a gap, most expected first, each with a contact. */
export function gapRowsSql(snapshotTable: string, selection: FirmSelection): string {
  const order = "expected_cents DESC, customer_id, field";
  return `WITH page AS (
  SELECT c.customer_id, c.name, c.account_key, c.city, c.phone, c.owner, c.size_class, c.rhythm_state,
    CAST(c.last_purchase AS VARCHAR) AS last_purchase, c.sales_last12_cents, c.share_of_wallet,
    f.branch, f.region, f.staff_class, g.* EXCLUDE (customer_id)
  FROM ${gapSourceSql(snapshotTable, selection)}
  ORDER BY g.expected_cents DESC, c.customer_id, g.field
  LIMIT ${selection.limit} OFFSET ${selection.offset}
),
contact AS (
  SELECT a.customer_id,
    arg_min(concat_ws(' ', t.first_name, t.last_name), (t.is_owner IS NOT TRUE, t.contact_key)) AS contact_name
  FROM contact_current t
  JOIN account_current a ON a.account_id = t.account_id
  WHERE a.customer_id IN (SELECT customer_id FROM page) AND coalesce(t.first_name, t.last_name) IS NOT NULL
  GROUP BY a.customer_id
)
SELECT page.*, k.contact_name
FROM page LEFT JOIN contact k ON k.customer_id = page.customer_id
ORDER BY ${order}`;
}

/** What the filters of the list offer; one row of lists. */
export function gapChoicesSql(): string {
  const values = (column: string, source: string) =>
    `coalesce((SELECT list(DISTINCT ${column} ORDER BY ${column}) FROM ${source} WHERE ${column} IS NOT NULL), [])`;
  const firms = "m_firm WHERE customer_id IN (SELECT customer_id FROM m_need_gap)";
  return `SELECT ${values("branch", `(SELECT branch FROM ${firms}) x`)} AS branches,
  ${values("region", `(SELECT region FROM ${firms}) x`)} AS regions,
  ${values("field", "m_need_gap")} AS fields`;
}
