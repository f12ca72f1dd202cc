import type { PlainDate } from "../../units.ts";
import { date } from "../sql-text.ts";
import type { Coverage } from "./coverage.ts";
import type { CostEvent } from "./drivers-contract.ts";

/** The days that count: after `from`, up to `asOf`. */
export interface Window {
  readonly from: PlainDate;
  readonly asOf: PlainDate;
}

/**
 * Where the events of a kind come from: a query with customer_id, day, key, source, batch_no, row_no, the drivers, and where they
 * exist channel, activity_type, role_text, person, reason, logged_minutes, money_cents. Null: the store knows none.
 */
export type EventSource = (coverage: Coverage, window: Window) => string | null;

const within = (column: string, { from, asOf }: Window) =>
  `${column} > ${date(from)} AND ${column} <= ${date(asOf)}`;

/** Documents stand in for what no system named: on the days before the first one that did. */
function before(first: string | null, { from, asOf }: Window): string | null {
  if (first === null) return `document_date > ${date(from)} AND document_date <= ${date(asOf)}`;
  if (first <= from) return null;
  return `document_date > ${date(from)} AND document_date <= ${date(asOf)} AND document_date < DATE '${first}'`;
}

const place = "source, batch_no, row_no";
const noPlace =
  "CAST(NULL AS VARCHAR) AS source, CAST(NULL AS INTEGER) AS batch_no, CAST(NULL AS BIGINT) AS row_no";

/** A document that was ordered: with product value, or of a value that nobody could convert. */
const worth = "(product_cents > 0 OR unconverted_lines > 0)";

const union = (parts: readonly (string | null)[]) => {
  const given = parts.filter((part) => part !== null);
  return given.length === 0 ? null : given.join("\nUNION ALL\n");
};

const headers = (window: Window) => `SELECT customer_id, order_date AS day, order_number AS key, ${place},
  lines, CAST(is_expedited AS INTEGER) AS expedited, channel
FROM order_header_current WHERE ${within("order_date", window)}`;

const documents = (columns: string, condition: string, join = "") =>
  `SELECT customer_id, document_date AS day, CAST(d.document_id AS VARCHAR) AS key, ${noPlace}, lines${columns}
FROM m_document d${join} WHERE ${condition}`;

const orders: EventSource = (coverage, window) => {
  const days = before(coverage.firstOrder, window);
  const type = coverage.hasOrderDocuments ? "order" : "invoice";
  const join = coverage.hasDocumentChannels
    ? " LEFT JOIN t_document_channel c ON c.document_id = d.document_id"
    : "";
  const channel = coverage.hasDocumentChannels ? "c.channel" : "CAST(NULL AS VARCHAR)";
  return union([
    coverage.firstOrder === null ? null : headers(window),
    days === null
      ? null
      : documents(
          `, CAST(NULL AS INTEGER) AS expedited, ${channel} AS channel`,
          `document_type = '${type}' AND ${worth} AND ${days}`,
          join,
        ),
  ]);
};

/** Where no invoice and no delivery is known at all, each order is taken to lead to one. */
const ordersInstead = (coverage: Coverage, window: Window, columns: string) => {
  const source = orders(coverage, window);
  return source === null ? null : `SELECT customer_id, day, key, ${place}, lines${columns} FROM (${source})`;
};

const noDeliveryColumns = ", CAST(NULL AS INTEGER) AS packages, CAST(NULL AS DOUBLE) AS weight_kg";

const sources: Readonly<Partial<Record<CostEvent, EventSource>>> = {
  order: orders,
  delivery: (coverage, window) => {
    const known =
      coverage.firstDelivery === null
        ? null
        : `SELECT customer_id, delivery_date AS day, delivery_number AS key, ${place}, lines, packages, weight_kg,
  CAST(is_expedited AS INTEGER) AS expedited
FROM delivery_current WHERE ${within("delivery_date", window)}`;
    const days = before(coverage.firstDelivery, window);
    if (days === null) return known;
    const columns = `${noDeliveryColumns}, CAST(NULL AS INTEGER) AS expedited`;
    if (coverage.hasInvoices) {
      return union([known, documents(columns, `document_type = 'invoice' AND ${worth} AND ${days}`)]);
    }
    const instead = ordersInstead(coverage, window, `${noDeliveryColumns}, expedited`);
    const rest =
      coverage.firstDelivery === null || instead === null
        ? instead
        : `SELECT * FROM (${instead}) WHERE day < DATE '${coverage.firstDelivery}'`;
    return union([known, rest]);
  },
  invoice: (coverage, window) =>
    coverage.hasInvoices
      ? documents("", `document_type = 'invoice' AND ${within("document_date", window)}`)
      : ordersInstead(coverage, window, ""),
  return: (coverage, window) => {
    const days = before(coverage.firstReturn, window);
    return union([
      coverage.firstReturn === null
        ? null
        : `SELECT customer_id, return_date AS day, return_number AS key, ${place}, lines
FROM return_current WHERE ${within("return_date", window)}`,
      days === null ? null : documents("", `document_type = 'creditNote' AND ${days}`),
    ]);
  },
  activity: (_coverage, window) => `SELECT customer_id, activity_date AS day, activity_key AS key, ${place},
  channel, activity_type, role AS role_text, person, reason, minutes AS logged_minutes
FROM activity_current WHERE ${within("activity_date", window)}`,
  case: (_coverage, window) => `SELECT customer_id, case_date AS day, case_number AS key, ${place},
  transfers, reopenings, channel, role AS role_text, person, reason, minutes AS logged_minutes
FROM service_case_current WHERE ${within("case_date", window)}`,
  dunning: (_coverage, window) => `SELECT customer_id, notice_date AS day, notice_key AS key, ${place}, level
FROM dunning_current WHERE ${within("notice_date", window)}`,
  freight: (_coverage, window) => `SELECT customer_id, delivery_date AS day, delivery_number AS key, ${place},
  freight_cents AS money_cents
FROM delivery_current WHERE freight_cents > 0 AND ${within("delivery_date", window)}`,
  returnCost: (_coverage, window) => `SELECT customer_id, return_date AS day, return_number AS key, ${place},
  cost_cents AS money_cents
FROM return_current WHERE cost_cents > 0 AND ${within("return_date", window)}`,
};

/** Query of the events of a kind within the window; null where the store knows none, or where they are no facts. */
export function eventSourceSql(event: CostEvent, coverage: Coverage, window: Window): string | null {
  return sources[event]?.(coverage, window) ?? null;
}

/** Kinds of events that facts know; `customerYear` follows from them. */
export const factEvents: readonly CostEvent[] = [
  "order",
  "delivery",
  "invoice",
  "return",
  "activity",
  "case",
  "dunning",
  "freight",
  "returnCost",
];

/** Columns of the drivers in the queries above. */
export const driverColumns: Readonly<Record<string, string>> = {
  lines: "lines",
  packages: "packages",
  weightKg: "weight_kg",
  transfers: "transfers",
  reopenings: "reopenings",
  level: "level",
  expedited: "expedited",
  newCustomer: "new_customer",
};

/** Kinds of events that name channels, in the query above. */
export const eventsWithChannel: readonly CostEvent[] = ["order", "activity", "case"];
/** Kinds of events that people log: they carry role and minutes. */
export const loggedEvents: readonly CostEvent[] = ["activity", "case"];
