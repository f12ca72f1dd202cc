import type { PlainDate } from "../../units.ts";
import { customerColumns } from "../customer-columns.ts";
import { monthsBefore } from "../period.ts";
import { isSaleDocumentSql, isSaleLineSql } from "../sale-rules.ts";
import { date, table } from "../sql-text.ts";

/** Products shown at most, by sales of the last 12 months. */
const shownProducts = 50;

/** All statements about one customer; the question mark is the customer id. */
export function customerFiguresSql(snapshotTable: string): string {
  const columns = customerColumns.map((column) => `${column.sql} AS "${column.code}"`);
  return `SELECT ${columns.join(", ")} FROM ${table(snapshotTable)} WHERE customer_id = ?`;
}

export function customerAccountsSql(): string {
  return `SELECT account_id AS "accountId", source, account_key AS "accountKey", name, street, postcode, city, country,
  phone, email, vat_id AS "vatId", branch, employees, opinion_class AS "opinionClass"
FROM account_current WHERE customer_id = ? ORDER BY account_id`;
}

export function customerContactsSql(): string {
  return `SELECT concat_ws(' ', c.first_name, c.last_name) AS name, c.role, coalesce(c.phone, c.mobile) AS phone, c.email
FROM contact_current c
JOIN account_current a ON a.account_id = c.account_id
WHERE a.customer_id = ?
ORDER BY c.is_owner IS NOT TRUE, c.contact_key`;
}

export function customerPurchasesSql(asOf: PlainDate): string {
  return `SELECT CAST(purchase_date AS VARCHAR) AS date, orders, product_cents AS "valueCents"
FROM m_purchase_day WHERE customer_id = ? AND purchase_date <= ${date(asOf)} ORDER BY purchase_date`;
}

export function customerMonthsSql(asOf: PlainDate): string {
  return `SELECT strftime(document_date, '%Y-%m') AS month, CAST(sum(sales_cents) AS BIGINT) AS "salesCents"
FROM m_document WHERE customer_id = ? AND is_sale AND document_date <= ${date(asOf)}
GROUP BY month ORDER BY month`;
}

/** CTE `l`: product lines of the last 12 months that are sales. */
function linesCte(asOf: PlainDate): string {
  return `l AS (
  SELECT s.document_date, s.product_code, coalesce(s.product_name, p.product_name) AS product_name, s.quantity,
    coalesce(p.product_group_name, s.product_group, p.product_group) AS product_group,
    coalesce(s.value_cents, 0) AS value_cents
  FROM sale_line_current s
  CROSS JOIN m_total t
  LEFT JOIN product_current p ON p.product_code = s.product_code
  WHERE s.customer_id = ? AND s.line_kind = 'product' AND ${isSaleLineSql("s.line_kind")}
    AND ${isSaleDocumentSql("s.document_type", "t.orders_are_sales")}
    AND s.document_date > ${date(monthsBefore(asOf, 12))} AND s.document_date <= ${date(asOf)}
)`;
}

/** Sales per product group of the last 12 months and their share in the groups with positive sales. */
export function customerGroupsSql(asOf: PlainDate): string {
  return `WITH ${linesCte(asOf)},
g AS (
  SELECT coalesce(product_group, product_code, product_name, '–') AS product_group, sum(value_cents) AS cents
  FROM l GROUP BY ALL
)
SELECT product_group AS "group", CAST(cents AS BIGINT) AS "salesCents",
  coalesce(round(greatest(cents, 0) / nullif(sum(greatest(cents, 0)) OVER (), 0), 6), 0) AS share
FROM g ORDER BY cents DESC, product_group LIMIT ${shownProducts}`;
}

export function customerProductsSql(asOf: PlainDate): string {
  return `WITH ${linesCte(asOf)}
SELECT coalesce(product_code, product_name, '–') AS "productCode", any_value(product_name) AS "productName",
  CAST(coalesce(sum(quantity), 0) AS DOUBLE) AS quantity, CAST(sum(value_cents) AS BIGINT) AS "salesCents",
  CAST(max(document_date) AS VARCHAR) AS "lastBought"
FROM l GROUP BY "productCode" ORDER BY "salesCents" DESC, "productCode" LIMIT ${shownProducts}`;
}

export function customerDocumentCountSql(): string {
  return "SELECT count(DISTINCT document_id) AS total FROM m_document WHERE customer_id = ?";
}

/** Documents of a customer, latest first; `limit` and `offset` are whole numbers. */
export function customerDocumentsSql(limit: number, offset: number): string {
  return `WITH d AS (
  SELECT document_id, max(document_date) AS document_date FROM m_document WHERE customer_id = ?
  GROUP BY document_id ORDER BY document_date DESC, document_id DESC LIMIT ${limit} OFFSET ${offset}
)
SELECT l.document_number AS "documentNumber", min(l.document_type) AS "documentType",
  CAST(min(l.document_date) AS VARCHAR) AS date, min(a.account_key) AS "accountKey", count(*) AS lines,
  CAST(coalesce(sum(l.amount_cents) FILTER (l.line_kind = 'product'), 0) AS BIGINT) AS "productCents",
  CAST(sum(l.amount_cents) AS BIGINT) AS "amountCents", min(l.currency) AS currency,
  CAST(max(l.batch_no) AS VARCHAR) AS "batchId"
FROM sale_line_current l
JOIN d ON d.document_id = l.document_id
LEFT JOIN account_current a ON a.account_id = l.account_id
WHERE l.customer_id = ?
GROUP BY l.document_id, l.document_number, d.document_date
ORDER BY d.document_date DESC, l.document_id DESC`;
}
