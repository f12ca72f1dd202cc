/**
 * Customers, products, costs and contacts are known by statements: a row of a file says something of a key. What holds
 * now is the latest dated statement per attribute, then the later batch, then file order; an empty cell says nothing
 * and erases nothing. Undoing a batch takes its statements out and folds the touched keys again.
 */
import type { ImportKindCode } from "../../import/result.ts";

export interface StatementColumn {
  /** Field code of the import kind. */
  readonly field: string;
  readonly sql: string;
  readonly type: "VARCHAR" | "INTEGER" | "BOOLEAN" | "DATE" | "DECIMAL(18,6)" | "BIGINT";
}

export interface StatementKind {
  readonly kind: Exclude<ImportKindCode, "saleLines">;
  /** Table of what was said. */
  readonly table: string;
  /** Table of what holds now, one row per key. */
  readonly folded: string;
  readonly key: readonly StatementColumn[];
  readonly attributes: readonly StatementColumn[];
}

const text = (field: string): StatementColumn => ({ field, sql: snake(field), type: "VARCHAR" });
const typed = (field: string, type: StatementColumn["type"]): StatementColumn => ({
  field,
  sql: snake(field),
  type,
});

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export const customerStatements: StatementKind = {
  kind: "customers",
  table: "customer_statement",
  folded: "customer_folded",
  key: [{ field: "accountKey", sql: "account_id", type: "BIGINT" }],
  attributes: [
    ...[
      "name",
      "name2",
      "street",
      "postcode",
      "city",
      "region",
      "country",
      "phone",
      "email",
      "website",
      "vatId",
    ].map(text),
    ...["legalForm", "branch", "branchCode"].map(text),
    typed("employees", "INTEGER"),
    text("employeeClass"),
    // Kept as text: it is the customer's own turnover in a unit that the file does not tell, never our sales.
    text("ownTurnover"),
    typed("customerSince", "DATE"),
    ...["parentAccountKey", "owner", "priceGroup", "opinionClass", "customerGroup", "language"].map(text),
    typed("blocked", "BOOLEAN"),
    typed("deleted", "BOOLEAN"),
  ],
};

export const productStatements: StatementKind = {
  kind: "products",
  table: "product_statement",
  folded: "product_current",
  key: [text("productCode")],
  attributes: [
    ...["productName", "productGroup", "productSubgroup", "unit"].map(text),
    typed("listPrice", "DECIMAL(18,6)"),
    typed("unitCost", "DECIMAL(18,6)"),
    text("currency"),
    typed("isProduct", "BOOLEAN"),
  ],
};

export const costStatements: StatementKind = {
  kind: "costOfGoods",
  table: "cost_statement",
  folded: "cost_current",
  key: [text("productCode"), typed("validFrom", "DATE")],
  attributes: [typed("unitCost", "DECIMAL(18,6)"), text("currency")],
};

export const contactStatements: StatementKind = {
  kind: "contacts",
  table: "contact_statement",
  folded: "contact_current",
  key: [text("contactKey"), { field: "accountKey", sql: "account_id", type: "BIGINT" }],
  attributes: [
    ...["firstName", "lastName", "role", "phone", "mobile", "email", "language"].map(text),
    typed("isOwner", "BOOLEAN"),
  ],
};

export const statementKinds: readonly StatementKind[] = [
  customerStatements,
  productStatements,
  costStatements,
  contactStatements,
];

export function statementKind(kind: ImportKindCode): StatementKind | null {
  return statementKinds.find((candidate) => candidate.kind === kind) ?? null;
}
