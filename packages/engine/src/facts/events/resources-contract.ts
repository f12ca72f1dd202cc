/** Pools of capacity with their cost, and the elements of service that customers are offered and use. */
import { account, centsColumn, source, text, typed } from "../statements/columns-contract.ts";
import type { StatementKind } from "../statements/contract.ts";

export const costPoolStatements: StatementKind = {
  kind: "costPools",
  table: "cost_pool_statement",
  folded: "cost_pool_folded",
  key: [source, text("poolCode"), typed("validFrom", "DATE")],
  attributes: [
    typed("validTo", "DATE"),
    text("label"),
    text("role"),
    centsColumn("cost"),
    text("currency"),
    typed("capacityMinutes", "BIGINT"),
  ],
  hasPlace: true,
};

export const serviceElementStatements: StatementKind = {
  kind: "serviceElements",
  table: "service_element_statement",
  folded: "service_element_folded",
  key: [source, account, text("element"), typed("usedAt", "DATE")],
  attributes: [
    typed("isOffered", "BOOLEAN"),
    typed("isUsed", "BOOLEAN"),
    text("reasonToStay"),
    typed("minutes", "DOUBLE"),
  ],
  hasPlace: true,
};
