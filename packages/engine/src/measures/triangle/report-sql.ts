import { table, text } from "../sql-text.ts";
import { isSmallValueSql } from "./sql.ts";

/** Customers by their place in the triangle; one row. */
export function triangleTotalsSql(snapshotTable: string): string {
  const inside = "t.in_triangle";
  return `SELECT count(*) AS total,
  count(*) FILTER (${inside}) AS "inTriangle",
  count(*) FILTER (NOT ${inside}) AS outside,
  count(*) FILTER (${inside} IS NULL) AS unclear,
  count(*) FILTER (t.is_certain) AS certain,
  count(*) FILTER (t.is_possible) AS possible,
  count(*) FILTER (${inside} AND c.size_class = 'small') AS small,
  count(*) FILTER (${inside} AND c.size_class = 'large') AS large,
  count(*) FILTER (t.low_value) AS "lowValue",
  count(*) FILTER (t.varied_need) AS "variedNeed",
  count(*) FILTER (t.high_effort) AS "highEffort",
  CAST(coalesce(sum(k.cost_full_cents) FILTER (${inside}), 0) AS BIGINT) AS cost_cents
FROM ${table(snapshotTable)} c
LEFT JOIN m_triangle t ON t.customer_id = c.customer_id
LEFT JOIN m_cost_to_serve k ON k.customer_id = c.customer_id`;
}

/** K12 over all contacts that are no orders; one row. */
export function demandTotalsSql(): string {
  const sum = (value: string) => `CAST(coalesce(sum(${value}), 0) AS BIGINT)`;
  return `SELECT ${sum("contacts")} AS talks, ${sum("demands")} AS contacts, ${sum("failures")} AS failure,
  ${sum('"values"')} AS "value", ${sum('demands - failures - "values"')} AS "unknown", ${sum("failure_cents")} AS failure_cents,
  (SELECT count(*) FROM m_case_type) AS case_types
FROM m_demand`;
}

/** Reasons that no rule and no person has told apart, most contacts first. */
export function unknownReasonsSql(): string {
  return `SELECT reason, CAST(demands - failures - "values" AS BIGINT) AS contacts FROM m_demand
WHERE reason IS NOT NULL AND demands > failures + "values" ORDER BY contacts DESC, reason LIMIT 100`;
}

/** Avoidable cents of a whole order by the web (entry, logistics, invoice), NULL where none was seen; one row. */
export function webOrderCostSql(): string {
  return `SELECT sum(avoidable_cents) / nullif(sum(orders), 0) AS cents FROM m_order_cost WHERE channel = 'web'`;
}

/** The customers of a case type, or all of the triangle, those that cost most first. */
export function triangleCustomersSql(
  snapshotTable: string,
  caseType: string | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): string {
  const chosen =
    caseType === null
      ? "SELECT customer_id, NULL AS mills FROM m_triangle WHERE in_triangle"
      : `SELECT m.customer_id, m.cost_mills AS mills FROM m_contact m
    JOIN m_case_type_key k ON k.type_id = m.type_id AND k.code = ${text(caseType)}
    JOIN m_triangle i ON i.customer_id = m.customer_id AND i.${isSmallValueSql}`;
  return `WITH chosen AS (${chosen})
SELECT c.customer_id AS "customerId", c.name, c.account_key AS "accountKey", c.size_class AS "sizeClass",
  t.in_triangle AS "inTriangle", t.contacts, t.value_per_contact_cents AS "valuePerContactCents",
  t.triangle_variety AS "needVariety", t.effort_ratio AS "effortRatio",
  k.cost_full_cents AS "fullCents", k.cost_avoidable_cents AS "avoidableCents", c.sales_last12_cents AS "salesCents",
  count(*) OVER () AS total
FROM chosen h
JOIN ${table(snapshotTable)} c ON c.customer_id = h.customer_id
LEFT JOIN m_triangle t ON t.customer_id = c.customer_id
LEFT JOIN m_cost_to_serve k ON k.customer_id = c.customer_id
ORDER BY coalesce(h.mills, 1000 * k.cost_full_cents) DESC NULLS LAST, c.customer_id
LIMIT ${limit} OFFSET ${offset}`;
}
