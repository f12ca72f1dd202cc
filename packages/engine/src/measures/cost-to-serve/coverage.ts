import type { PlainDate } from "../../units.ts";
import { date } from "../sql-text.ts";

/** Which facts there are, so that what is missing can be taken from what is there. Dates are of all data up to asOf. */
export interface Coverage {
  /** First order header; null without any. */
  readonly firstOrder: string | null;
  readonly firstDelivery: string | null;
  readonly firstReturn: string | null;
  /** The documents know orders besides invoices. */
  readonly hasOrderDocuments: boolean;
  readonly hasInvoices: boolean;
  /** First line of any document. */
  readonly firstDocument: string | null;
  /** Lines of documents name an entry channel. */
  readonly hasDocumentChannels: boolean;
  /** Activities within the window: then a customer without any had none. */
  readonly hasActivities: boolean;
  /** Cases, returns or reminders within the window. */
  readonly hasCases: boolean;
  /** Orders with a known channel within the window. */
  readonly hasChannels: boolean;
}

export const noCoverage: Coverage = {
  firstOrder: null,
  firstDelivery: null,
  firstReturn: null,
  hasOrderDocuments: false,
  hasInvoices: true,
  firstDocument: null,
  hasDocumentChannels: false,
  hasActivities: false,
  hasCases: false,
  hasChannels: false,
};

/** One row with the names of `Coverage`. */
export function coverageSql(from: PlainDate, asOf: PlainDate): string {
  const first = (relation: string, column: string) =>
    `(SELECT min(${column}) FROM ${relation} WHERE ${column} <= ${date(asOf)})`;
  const within = (column: string) => `${column} > ${date(from)} AND ${column} <= ${date(asOf)}`;
  const any = (relation: string, condition: string) =>
    `EXISTS (SELECT 1 FROM ${relation} WHERE ${condition})`;
  return `SELECT ${first("order_header_current", "order_date")} AS "firstOrder",
  ${first("delivery_current", "delivery_date")} AS "firstDelivery",
  ${first("return_current", "return_date")} AS "firstReturn",
  ${any("m_document", `document_type = 'order' AND document_date <= ${date(asOf)}`)} AS "hasOrderDocuments",
  ${any("m_document", `document_type = 'invoice' AND document_date <= ${date(asOf)}`)} AS "hasInvoices",
  (SELECT first_date FROM m_total) AS "firstDocument",
  (SELECT channel_lines > 0 FROM m_total) AS "hasDocumentChannels",
  ${any("activity_current", within("activity_date"))} AS "hasActivities",
  ${any("service_case_current", within("case_date"))} OR ${any("return_current", within("return_date"))}
    OR ${any("dunning_current", within("notice_date"))} AS "hasCases",
  ${any("order_header_current", `channel IS NOT NULL AND ${within("order_date")}`)}
    OR (SELECT channel_lines > 0 FROM m_total) AS "hasChannels"`;
}
