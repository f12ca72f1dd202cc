import { isSaleDocumentSql, isSaleLineSql, orderDocumentTypes } from "../sale-rules.ts";
import { texts } from "../sql-text.ts";

/** Creates the shared relations; see contract.ts. */
export function documentsSql(): string[] {
  return [lineTotalSql(), documentSql(), totalSql(), purchaseDaySql()];
}

/** One pass over all lines; the number of documents is cheaper to count afterwards, on the documents. */
function lineTotalSql(): string {
  const nobody = (condition: string) =>
    `sum(value_cents) FILTER (customer_id IS NULL AND ${isSaleLineSql()} AND ${condition})`;
  return `CREATE OR REPLACE TEMP TABLE t_line_total AS
SELECT count(*) AS lines,
  CAST(coalesce(sum(value_cents), 0) AS BIGINT) AS amount_cents,
  count(*) FILTER (value_cents IS NULL) AS unconverted_lines,
  count(customer_id) AS customer_lines,
  min(document_date) AS first_date,
  count(*) FILTER (document_type = 'invoice') = 0 AS orders_are_sales,
  count(*) FILTER (line_kind = 'product') AS product_lines,
  count(*) FILTER (line_kind = 'product' AND cost_cents IS NOT NULL) AS costed_lines,
  count(entry_channel) AS channel_lines,
  count(*) - count(customer_id) AS other_lines,
  count(value_cents) FILTER (customer_id IS NULL) AS other_converted,
  ${nobody(isSaleDocumentSql("document_type", "false"))} AS other_sales,
  ${nobody("document_type = 'order'")} AS other_orders
FROM sale_line_current`;
}

function totalSql(): string {
  return `CREATE OR REPLACE TABLE m_total AS
SELECT t.* EXCLUDE (other_converted, other_sales, other_orders),
  CASE WHEN other_lines = 0 OR other_converted > 0 THEN CAST(coalesce(other_sales, 0)
    + CASE WHEN orders_are_sales THEN coalesce(other_orders, 0) ELSE 0 END AS BIGINT) END AS other_sales_cents,
  (SELECT count(DISTINCT document_id) FROM m_document) AS documents
FROM t_line_total t`;
}

function documentSql(): string {
  const saleLine = isSaleLineSql();
  return `CREATE OR REPLACE TABLE m_document AS
WITH d AS (
  SELECT document_id, customer_id, document_type,
    min(document_date) AS document_date,
    CAST(count(*) AS INTEGER) AS lines,
    CAST(coalesce(sum(value_cents) FILTER (${saleLine}), 0) AS BIGINT) AS sales_cents,
    CAST(coalesce(sum(value_cents) FILTER (line_kind = 'product'), 0) AS BIGINT) AS product_cents,
    CAST(count(value_cents) FILTER (${saleLine}) AS INTEGER) AS converted_lines,
    CAST(count(*) FILTER (${saleLine} AND value_cents IS NULL) AS INTEGER) AS unconverted_lines,
    min(batch_no) AS first_batch
  FROM sale_line_current
  GROUP BY document_id, customer_id, document_type
)
SELECT d.*,
  ${isSaleDocumentSql("d.document_type", "t.orders_are_sales")} AS is_sale,
  d.document_type IN (${texts(orderDocumentTypes)}) AND d.product_cents > 0
    AND ${isSaleDocumentSql("d.document_type", "t.orders_are_sales")} AS is_order
FROM d, t_line_total t`;
}

function purchaseDaySql(): string {
  return `CREATE OR REPLACE TABLE m_purchase_day AS
SELECT customer_id, document_date AS purchase_date,
  CAST(sum(product_cents) AS BIGINT) AS product_cents,
  CAST(count(*) AS INTEGER) AS orders
FROM m_document
WHERE is_order AND customer_id IS NOT NULL
GROUP BY customer_id, document_date`;
}
