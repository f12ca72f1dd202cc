/** What customers have agreed to for a time. `customerContract` in names: a `contract` alone is one of the code. */
import { account, centsColumn, source, text, typed } from "../statements/columns-contract.ts";
import type { StatementKind } from "../statements/contract.ts";

export const customerContractStatements: StatementKind = {
  kind: "contracts",
  table: "customer_contract_statement",
  folded: "customer_contract_folded",
  key: [source, text("contractNumber")],
  attributes: [
    account,
    text("product"),
    text("productCode"),
    typed("startedOn", "DATE"),
    typed("endsOn", "DATE"),
    typed("termMonths", "INTEGER"),
    typed("noticeMonths", "INTEGER"),
    centsColumn("value"),
    typed("periodMonths", "INTEGER"),
    centsColumn("valuePerMonth"),
    centsColumn("valuePerYear"),
    text("currency"),
    typed("cancelledOn", "DATE"),
    text("reason"),
  ],
  hasPlace: true,
};
