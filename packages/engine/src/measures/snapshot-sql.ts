import { type ColumnMeasure, type CustomerColumn, columnMeasures } from "./contracts/customer-column.ts";
import { customerColumns } from "./customer-columns.ts";
import { table } from "./sql-text.ts";

const zero = (column: string) => `coalesce(${column}, 0)`;
const no = (column: string) => `coalesce(${column}, false)`;

/** Value of a column for a customer of whom a measure knows nothing, and types that JSON and sorting rely on. */
const expressions: Readonly<Record<string, string>> = {
  name: "c.name",
  size_class: "coalesce(z.size_class, CASE WHEN l.cents IS NULL THEN 'sizeUnclear' ELSE 'small' END)",
  rhythm_state: "coalesce(r.rhythm_state, CASE WHEN k.has_lines THEN 'neverBought' ELSE 'rhythmUnclear' END)",
  is_new: no("r.is_new"),
  is_reactivated: no("r.is_reactivated"),
  // A customer without any document has sold nothing for sure; null is kept for what cannot be known.
  sales_last12_cents: "CASE WHEN s.customer_id IS NULL AND k.has_lines THEN 0 ELSE s.sales_last12_cents END",
  sales_previous12_cents:
    "CASE WHEN s.customer_id IS NULL AND k.has_previous THEN 0 ELSE s.sales_previous12_cents END",
  sales_total_cents: "CASE WHEN s.customer_id IS NULL AND k.has_lines THEN 0 ELSE s.sales_total_cents END",
  contribution1_last12_cents:
    "CASE WHEN s.customer_id IS NULL AND k.has_cost THEN 0 ELSE s.contribution1_last12_cents END",
  contribution_is_assumed: no("s.contribution_is_assumed"),
  orders_last12: zero("o.orders_last12"),
  orders_total: zero("o.orders_total"),
  product_breadth: zero("o.product_breadth"),
};

/** Where the columns of a measure come from: one row per customer, or none. */
const origins: Readonly<Record<ColumnMeasure, { readonly alias: string; readonly relation: string }>> = {
  sales: { alias: "s", relation: "m_sales" },
  orders: { alias: "o", relation: "m_orders" },
  rhythm: { alias: "r", relation: "m_rhythm" },
  expectation: { alias: "e", relation: "m_expectation" },
  size: { alias: "z", relation: "m_size" },
  costToServe: { alias: "cts", relation: "m_cost_to_serve" },
  lifetime: { alias: "lt", relation: "m_lifetime" },
  renewal: { alias: "rn", relation: "m_renewal" },
  need: { alias: "n", relation: "m_need" },
  potential: { alias: "p", relation: "m_potential" },
  triangle: { alias: "t", relation: "m_triangle" },
  responsibility: { alias: "w", relation: "m_responsibility" },
};

/** What the search of the explorer reads, over `c` (m_customer). */
export const searchTextSql =
  "lower(strip_accents(concat_ws(' ', c.name, c.account_key, c.city, c.phone, c.email))) AS search_text";

/**
 * Some columns of all customers from the relations of the measures, before or beside the customer table: one row per
 * customer, named as in the customer table.
 * @param more further expressions over `c` (m_customer)
 */
export function customerSelectSql(columns: readonly CustomerColumn[], more: readonly string[] = []): string {
  const projection = columns.map(({ sql, measure }) => {
    const source = measure === null ? "c" : origins[measure].alias;
    return `${expressions[sql] ?? `${source}.${sql}`} AS ${sql}`;
  });
  const joined = columnMeasures.filter((code) => columns.some(({ measure }) => measure === code));
  return `WITH known AS (
  SELECT (SELECT lines > 0 FROM m_total) AS has_lines,
    (SELECT count(*) > 0 FROM m_sales WHERE sales_previous12_cents IS NOT NULL) AS has_previous,
    (SELECT count(*) > 0 FROM m_sales WHERE contribution1_last12_cents IS NOT NULL) AS has_cost
)
SELECT ${[...projection, ...more].join(",\n  ")}
FROM m_customer c
CROSS JOIN known k
CROSS JOIN m_size_line l
${joined
  .map((code) => origins[code])
  .map(({ alias, relation }) => `LEFT JOIN ${relation} ${alias} ON ${alias}.customer_id = c.customer_id`)
  .join("\n")}`;
}

/**
 * The wide table: one row per customer, the columns of `customerColumns` and, for the search of the explorer,
 * `search_text` (name, account, city, phone and e-mail in small letters without accents).
 */
export function snapshotSql(snapshotTable: string): string[] {
  return [
    `CREATE OR REPLACE TABLE ${table(snapshotTable)} AS
${customerSelectSql(customerColumns, [searchTextSql])}`,
  ];
}
