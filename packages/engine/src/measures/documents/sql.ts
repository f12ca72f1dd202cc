import { isSaleDocumentSql, isSaleLineSql, orderDocumentTypes } from "../sale-rules.ts";
import { texts } from "../sql-text.ts";

/** Creates the shared relations; see contract.ts. */
export function documentsSql(): string[] {
  return [totalSql(), documentSql(), purchaseDaySql()];
}

function totalSql(): string {
  return `CREATE OR REPLACE TABLE m_total AS
WITH t AS (
  SELECT count(*) AS lines,
    count(DISTINCT document_id) AS documents,
    CAST(coalesce(sum(value_cents), 0) AS BIGINT) AS amount_cents,
    count(*) FILTER (value_cents IS NULL) AS unconverted_lines,
    count(customer_id) AS customer_lines,
    min(document_date) AS first_date,
    count(*) FILTER (document_type = 'invoice') = 0 AS orders_are_sales,
    count(*) FILTER (line_kind = 'product') AS product_lines,
    count(*) FILTER (line_kind = 'product' AND cost_cents IS NOT NULL) AS costed_lines,
    count(entry_channel) AS channel_lines
  FROM sale_line_current
),
nobody AS (
  SELECT count(*) AS other_lines,
    count(*) FILTER (value_cents IS NULL) AS other_unconverted,
    sum(value_cents) FILTER (${isSaleLineSql()} AND ${isSaleDocumentSql()}) AS sales
  FROM sale_line_current, (SELECT orders_are_sales FROM t)
  WHERE customer_id IS NULL
)
SELECT t.*, other_lines,
  CASE WHEN other_lines > 0 AND other_unconverted = other_lines THEN NULL
    ELSE CAST(coalesce(sales, 0) AS BIGINT) END AS other_sales_cents
FROM t, nobody`;
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
FROM d, m_total t`;
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
