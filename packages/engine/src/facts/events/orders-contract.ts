/** Orders as they came in, deliveries, returns and reminders. */
import { account, centsColumn, source, text, typed } from "../statements/columns-contract.ts";
import type { StatementKind } from "../statements/contract.ts";
import { orderChannelColumns } from "./channel-sql.ts";

export const orderHeaderStatements: StatementKind = {
  kind: "orderHeaders",
  table: "order_header_statement",
  folded: "order_header_folded",
  key: [source, text("orderNumber")],
  attributes: [
    account,
    typed("orderDate", "DATE"),
    typed("enteredAt", "TIMESTAMP"),
    text("entryChannel"),
    text("enteredBy"),
    text("orderType"),
    typed("lines", "INTEGER"),
    centsColumn("amount"),
    text("currency"),
    typed("isExpedited", "BOOLEAN"),
  ],
  derived: orderChannelColumns,
  hasPlace: true,
};

export const deliveryStatements: StatementKind = {
  kind: "deliveries",
  table: "delivery_statement",
  folded: "delivery_folded",
  key: [source, text("deliveryNumber")],
  attributes: [
    account,
    text("orderNumber"),
    typed("deliveryDate", "DATE"),
    typed("promisedDate", "DATE"),
    typed("lines", "INTEGER"),
    typed("packages", "INTEGER"),
    typed("weightKg", "DOUBLE"),
    centsColumn("freight"),
    text("currency"),
    typed("isExpedited", "BOOLEAN"),
  ],
  hasPlace: true,
};

export const returnStatements: StatementKind = {
  kind: "returns",
  table: "return_statement",
  folded: "return_folded",
  key: [source, text("returnNumber")],
  attributes: [
    account,
    text("orderNumber"),
    typed("returnDate", "DATE"),
    typed("lines", "INTEGER"),
    text("reason"),
    centsColumn("cost"),
    centsColumn("credit"),
    text("currency"),
  ],
  hasPlace: true,
};

export const dunningStatements: StatementKind = {
  kind: "dunning",
  table: "dunning_statement",
  folded: "dunning_folded",
  key: [source, text("noticeKey")],
  attributes: [
    account,
    typed("noticeDate", "DATE"),
    typed("level", "INTEGER"),
    centsColumn("amount"),
    text("currency"),
  ],
  hasPlace: true,
};
