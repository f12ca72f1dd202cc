/** Dealers, agents, brokers and own units, and the customers that they look after. */
import { account, source, text, typed } from "../statements/columns-contract.ts";
import type { StatementKind } from "../statements/contract.ts";

export const partnerStatements: StatementKind = {
  kind: "partners",
  table: "partner_statement",
  folded: "partner_folded",
  key: [source, text("partnerKey")],
  attributes: ["name", "partnerType", "region", "contact"].map(text),
  hasPlace: true,
};

export const partnerCustomerStatements: StatementKind = {
  kind: "partnerCustomers",
  table: "partner_customer_statement",
  folded: "partner_customer_folded",
  key: [source, text("partnerKey"), account],
  attributes: [typed("since", "DATE"), typed("until", "DATE"), typed("lastContact", "DATE")],
  hasPlace: true,
};
