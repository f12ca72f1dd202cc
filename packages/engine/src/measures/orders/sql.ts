import { monthsBefore } from "../period.ts";
import { isSaleDocumentSql } from "../sale-rules.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { date } from "../sql-text.ts";

/** Creates `m_orders`; see contract.ts. */
export function ordersSql(settings: MeasureSettings): string[] {
  const from = date(monthsBefore(settings.asOf, 12));
  const asOf = date(settings.asOf);
  return [
    `CREATE OR REPLACE TABLE m_orders AS
WITH o AS (
  SELECT customer_id,
    CAST(count(*) FILTER (document_date > ${from}) AS INTEGER) AS orders_last12,
    CAST(count(*) AS INTEGER) AS orders_total,
    CAST(round(median(product_cents) FILTER (document_date > ${from})) AS BIGINT) AS median_order_cents
  FROM m_document
  WHERE is_order AND customer_id IS NOT NULL AND document_date <= ${asOf}
  GROUP BY customer_id
),
product AS (
  SELECT l.customer_id, coalesce(l.product_code, l.product_name) AS product,
    any_value(coalesce(l.product_group, p.product_group, l.product_code, l.product_name)) AS product_group,
    sum(l.value_cents) AS cents
  FROM sale_line_current l
  CROSS JOIN m_total t
  LEFT JOIN product_current p ON p.product_code = l.product_code
  WHERE l.customer_id IS NOT NULL AND l.line_kind = 'product'
    AND l.document_date > ${from} AND l.document_date <= ${asOf}
    AND ${isSaleDocumentSql("l.document_type", "t.orders_are_sales")}
  GROUP BY l.customer_id, coalesce(l.product_code, l.product_name)
),
grouped AS (
  SELECT customer_id, product_group, sum(cents) AS cents,
    count(*) FILTER (cents > 0 AND product IS NOT NULL) AS products
  FROM product
  GROUP BY customer_id, product_group
),
b AS (
  SELECT customer_id,
    CAST(sum(products) AS INTEGER) AS product_breadth,
    round(max(cents) FILTER (cents > 0) / sum(cents) FILTER (cents > 0), 6) AS top_group_share_ratio
  FROM grouped
  GROUP BY customer_id
)
SELECT coalesce(o.customer_id, b.customer_id) AS customer_id,
  coalesce(o.orders_last12, 0) AS orders_last12,
  coalesce(o.orders_total, 0) AS orders_total,
  o.median_order_cents,
  coalesce(b.product_breadth, 0) AS product_breadth,
  b.top_group_share_ratio
FROM o FULL JOIN b ON b.customer_id = o.customer_id`,
  ];
}
