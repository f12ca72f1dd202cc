/**
 * Relations that all measures share. They depend on the facts and the exchange rates alone, not on `asOf`, so that one
 * set serves every snapshot; readers filter by date.
 *
 * `m_total` – one row over every line: lines, documents, amount_cents (company currency), unconverted_lines,
 *   customer_lines, other_lines and other_sales_cents (lines without a customer; NULL when none of them is converted),
 *   first_date, orders_are_sales (no invoice in the store, so orders stand in for invoices), product_lines,
 *   costed_lines (product lines with their own cost), channel_lines (lines that name an entry channel).
 * `m_document` – one row per document, customer and document type: document_id, customer_id NULL, document_type,
 *   document_date (earliest line), lines, sales_cents, product_cents, converted_lines and unconverted_lines (of sale
 *   lines), first_batch, is_sale, is_order (invoice with positive product value).
 * `m_purchase_day` – one row per customer and day with an order: customer_id, purchase_date, product_cents, orders.
 */
export const documentRelations = {
  total: "m_total",
  document: "m_document",
  purchaseDay: "m_purchase_day",
} as const;
