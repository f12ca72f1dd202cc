/** What counts as sales and what as an order: one place for the SQL and for the reference calculations. */
import { texts } from "./sql-text.ts";

/** Documents whose lines are sales. Orders join them only in a store that knows no invoice at all. */
export const saleDocumentTypes = ["invoice", "creditNote", "cancellation"] as const;

/** Lines that are sales. A correction (bad debt, stock, price of another period) and a note are not. */
export const saleLineKinds = ["product", "fee", "freight", "discount"] as const;

/** Documents that can be an order; they are one when their product lines are worth more than nothing. */
export const orderDocumentTypes = ["invoice", "order"] as const;

/** SQL: is this line part of sales, whatever its document? */
export function isSaleLineSql(lineKind = "line_kind"): string {
  return `${lineKind} IN (${texts(saleLineKinds)})`;
}

/** SQL: does this document count? `ordersAreSales` is an expression, see `m_total`. */
export function isSaleDocumentSql(
  documentType = "document_type",
  ordersAreSales = "orders_are_sales",
): string {
  return `(${documentType} IN (${texts(saleDocumentTypes)}) OR (${documentType} = 'order' AND ${ordersAreSales}))`;
}
