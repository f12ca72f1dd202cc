import { type FirmSelection, firmConditionSql } from "../firm-selection.ts";
import { table, text } from "../sql-text.ts";

const most = { branches: 40, cells: 50 };

/** Together customers demand at least what they buy from us: who is above the typical firm would else hide room elsewhere. */
const demandSql =
  "CAST(sum(greatest(potential_cents, coalesce(f.sales_cents, 0))) FILTER (potential_cents IS NOT NULL) AS BIGINT)";

/** Of all customers; one row. Sales are of those with a clear potential, so that the share compares like with like. */
export function potentialTotalsSql(): string {
  return `SELECT count(*) AS total, count(*) FILTER (potential_is_unclear) AS unclear,
  ${demandSql} AS potential_cents,
  CAST(sum(f.sales_cents) FILTER (NOT potential_is_unclear) AS BIGINT) AS sales_cents
FROM m_potential p JOIN m_potential_firm f ON f.customer_id = p.customer_id`;
}

export function potentialBranchesSql(): string {
  return `SELECT f.branch, count(*) AS customers, count(*) FILTER (potential_is_unclear) AS unclear,
  ${demandSql} AS potential_cents,
  CAST(sum(f.sales_cents) FILTER (NOT potential_is_unclear) AS BIGINT) AS sales_cents
FROM m_potential p JOIN m_potential_firm f ON f.customer_id = p.customer_id
GROUP BY f.branch
ORDER BY sum(greatest(0, potential_cents - coalesce(f.sales_cents, 0))) DESC NULLS LAST, f.branch
LIMIT ${most.branches}`;
}

/** Lower border of the class 1-2-5 · 10ⁿ in which an amount lies; 0 for nothing. */
function classSql(cents: string): string {
  const power = `pow(10, floor(log10(${cents})))`;
  const lead = `(${cents} / ${power})`;
  return `CASE WHEN coalesce(${cents}, 0) <= 0 THEN 0
    ELSE CAST(${power} * CASE WHEN ${lead} >= 5 THEN 5 WHEN ${lead} >= 2 THEN 2 ELSE 1 END AS BIGINT) END`;
}

/** Sales × potential in classes, of customers with a clear potential. */
export function potentialMapSql(snapshotTable: string): string {
  return `SELECT ${classSql("f.sales_cents")} AS sales_from, ${classSql("p.potential_cents")} AS potential_from,
  count(*) AS customers, count(*) FILTER (c.size_class = 'small') AS small,
  count(*) FILTER (c.size_class = 'large') AS large,
  CAST(sum(greatest(0, p.potential_cents - coalesce(f.sales_cents, 0))) AS BIGINT) AS open_cents
FROM m_potential p
JOIN m_potential_firm f ON f.customer_id = p.customer_id
JOIN ${table(snapshotTable)} c ON c.customer_id = p.customer_id
WHERE NOT p.potential_is_unclear
GROUP BY ALL ORDER BY ALL`;
}

/** Groups in which nobody was ever contacted, largest first. */
export function neverContactedSql(): string {
  return `SELECT f.branch, f.staff_class, count(*) AS customers
FROM m_potential p JOIN m_potential_firm f ON f.customer_id = p.customer_id
WHERE p.unclear_reason = 'neverContactedCell'
GROUP BY ALL ORDER BY count(*) DESC, f.branch, f.staff_class
LIMIT ${most.cells}`;
}

/** Customers with a gap in the field. */
const lacksSql = ({ field }: FirmSelection) =>
  field === null
    ? ""
    : `AND EXISTS (SELECT 1 FROM m_need_gap x WHERE x.customer_id = c.customer_id AND x.field = ${text(field)})`;

export function potentialRowCountSql(snapshotTable: string, selection: FirmSelection): string {
  return `SELECT count(*) AS total FROM ${table(snapshotTable)} c
LEFT JOIN m_firm f ON f.customer_id = c.customer_id
WHERE ${firmConditionSql(selection)} ${lacksSql(selection)}`;
}

/** Potentials of the selected customers, most open first, each with its gaps. */
export function potentialRowsSql(snapshotTable: string, selection: FirmSelection): string {
  const { limit, offset } = selection;
  const order = (alias: string) =>
    `${alias}.potential_cents - coalesce(${alias}.sales_cents, 0) DESC NULLS LAST, ${alias}.customer_id`;
  const gaps = ["field", "peer_share", "share_low", "share_high", "peers", "worth_cents", "expected_cents"];
  const lists = gaps.map((column) => `list(${column} ORDER BY expected_cents DESC, field) AS gap_${column}`);
  return `WITH x AS (
  SELECT c.customer_id, c.account_key, c.name, f.branch, f.staff_class, f.region, c.size_class,
    c.sales_last12_cents AS sales_cents, p.* EXCLUDE (customer_id)
  FROM ${table(snapshotTable)} c
  JOIN m_potential p ON p.customer_id = c.customer_id
  LEFT JOIN m_firm f ON f.customer_id = c.customer_id
  WHERE ${firmConditionSql(selection)} ${lacksSql(selection)}
),
page AS (SELECT * FROM x ORDER BY ${order("x")} LIMIT ${limit} OFFSET ${offset}),
gap AS (
  SELECT customer_id, ${lists.join(", ")}
  FROM m_need_gap
  WHERE customer_id IN (SELECT customer_id FROM page)
  GROUP BY customer_id
)
SELECT page.*, ${gaps.map((column) => `coalesce(gap.gap_${column}, []) AS gap_${column}`).join(", ")}
FROM page LEFT JOIN gap ON gap.customer_id = page.customer_id
ORDER BY ${order("page")}`;
}
