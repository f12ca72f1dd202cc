import { monthsBefore } from "../period.ts";
import { isSaleDocumentSql, isSaleLineSql } from "../sale-rules.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { date, number, text } from "../sql-text.ts";

/** How much later than a full year before the data may start and the trend still counts. */
export const trendGraceDays = 31;

/** Creates `m_sales`; see contract.ts. Reads `m_document`, `m_total` and the lines of the last 12 months. */
export function salesSql(settings: MeasureSettings): string[] {
  const from = monthsBefore(settings.asOf, 12);
  const before = monthsBefore(settings.asOf, 24);
  return [
    productCostSql(settings),
    `CREATE OR REPLACE TABLE m_sales AS
WITH d AS (
  SELECT customer_id, document_date, sales_cents, converted_lines, unconverted_lines,
    document_date > ${date(from)} AS is_last12,
    document_date > ${date(before)} AND document_date <= ${date(from)} AS is_previous12
  FROM m_document
  WHERE is_sale AND customer_id IS NOT NULL AND document_date <= ${date(settings.asOf)}
),
s AS (
  SELECT customer_id,
    ${sumSql("is_last12")} AS last12_cents,
    ${sumSql("is_previous12")} AS previous12_cents,
    ${sumSql("true")} AS total_cents,
    CAST(coalesce(sum(unconverted_lines) FILTER (is_last12), 0) AS BIGINT) AS unconverted_last12
  FROM d
  GROUP BY customer_id
),
${costSql(settings)},
t AS (SELECT first_date <= ${date(from)} AS has_previous,
  first_date <= ${date(before)} + ${trendGraceDays} AS has_full_previous FROM m_total),
known AS (SELECT coalesce(sum(costed), 0) > 0 AS has_cost FROM c)
SELECT s.customer_id,
  s.last12_cents AS sales_last12_cents,
  CASE WHEN t.has_previous THEN s.previous12_cents END AS sales_previous12_cents,
  CASE WHEN t.has_full_previous AND s.previous12_cents > 0
    THEN round(s.last12_cents / s.previous12_cents - 1, 6) END AS sales_trend_ratio,
  s.total_cents AS sales_total_cents,
  CASE WHEN known.has_cost AND coalesce(c.uncosted, 0) = 0
    THEN s.last12_cents - coalesce(c.cost_cents, 0) END AS contribution1_last12_cents,
  coalesce(c.is_assumed, false) AS contribution_is_assumed,
  s.unconverted_last12
FROM s
CROSS JOIN t
CROSS JOIN known
LEFT JOIN c ON c.customer_id = s.customer_id`,
  ];
}

/** A sum that is null when there are lines and none of them has a value. */
function sumSql(filter: string): string {
  const sum = (column: string) => `coalesce(sum(${column}) FILTER (${filter}), 0)`;
  return `CASE WHEN ${sum("converted_lines")} = 0 AND ${sum("unconverted_lines")} > 0 THEN NULL
      ELSE CAST(${sum("sales_cents")} AS BIGINT) END`;
}

/** Unit costs in company currency with the days they are valid; NULL bounds are open. */
function productCostSql(settings: MeasureSettings): string {
  const factor = rateSql("currency", settings);
  return `CREATE OR REPLACE TEMP TABLE t_unit_cost AS
WITH dated AS (
  SELECT product_code, coalesce(valid_from, DATE '0001-01-01') AS valid_from, unit_cost * ${factor} AS unit_cost
  FROM cost_current
  WHERE ${factor} IS NOT NULL
),
single AS (
  SELECT product_code, valid_from, max(unit_cost) AS unit_cost FROM dated GROUP BY product_code, valid_from
)
SELECT product_code, valid_from, unit_cost,
  lead(valid_from) OVER (PARTITION BY product_code ORDER BY valid_from) AS valid_before
FROM single`;
}

/** Factor to company currency; NULL when the rate is not known. Without a currency the number counts as it stands. */
function rateSql(column: string, settings: MeasureSettings): string {
  const own = settings.currency === null ? "" : ` WHEN ${column} = ${text(settings.currency)} THEN 1.0`;
  const foreign = Object.entries(settings.rates).map(
    ([code, rate]) => ` WHEN ${column} = ${text(code)} THEN ${number(rate)}`,
  );
  return `(CASE WHEN ${column} IS NULL THEN 1.0${own}${foreign.join("")} END)`;
}

/** CTE `c`: cost of goods of the last 12 months per customer. */
function costSql(settings: MeasureSettings): string {
  const from = monthsBefore(settings.asOf, 12);
  return `line AS (
  SELECT l.customer_id, l.line_kind, l.value_cents,
    coalesce(
      l.value_cost_cents,
      CASE WHEN l.line_kind <> 'product' THEN 0 END,
      CAST(round(l.quantity * u.unit_cost * 100) AS BIGINT),
      CAST(round(l.quantity * p.unit_cost * ${rateSql("p.currency", settings)} * 100) AS BIGINT)
    ) AS known_cost,
    ${marginSql("coalesce(l.product_group, p.product_group)", settings)} AS margin
  FROM sale_line_current l
  CROSS JOIN m_total t
  LEFT JOIN product_current p ON p.product_code = l.product_code
  LEFT JOIN t_unit_cost u ON u.product_code = l.product_code AND u.valid_from <= l.document_date
    AND (u.valid_before IS NULL OR u.valid_before > l.document_date)
  WHERE l.customer_id IS NOT NULL AND l.document_date > ${date(from)} AND l.document_date <= ${date(settings.asOf)}
    AND ${isSaleLineSql("l.line_kind")} AND ${isSaleDocumentSql("l.document_type", "t.orders_are_sales")}
),
costed AS (
  SELECT customer_id, line_kind, value_cents, known_cost,
    coalesce(known_cost, CAST(round(value_cents * (1 - margin)) AS BIGINT)) AS cost
  FROM line
),
c AS (
  SELECT customer_id,
    CAST(coalesce(sum(cost), 0) AS BIGINT) AS cost_cents,
    count(*) FILTER (line_kind = 'product' AND cost IS NULL AND value_cents IS DISTINCT FROM 0) AS uncosted,
    count(*) FILTER (line_kind = 'product' AND cost IS NOT NULL) AS costed,
    bool_or(known_cost IS NULL AND cost IS NOT NULL) AS is_assumed
  FROM costed
  GROUP BY customer_id
)`;
}

function marginSql(group: string, { marginByGroup }: MeasureSettings): string {
  const { "*": other, ...named } = marginByGroup;
  const rest = other === undefined ? "CAST(NULL AS DOUBLE)" : number(other);
  const cases = Object.entries(named).map(
    ([name, margin]) => `WHEN ${group} = ${text(name)} THEN ${number(margin)}`,
  );
  return cases.length === 0 ? rest : `CASE ${cases.join(" ")} ELSE ${rest} END`;
}
