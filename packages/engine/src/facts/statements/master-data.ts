/** Customers, products, costs of goods and contacts. */
import { account, text, typed } from "./columns-contract.ts";
import type { StatementKind } from "./contract.ts";

export const customerStatements: StatementKind = {
  kind: "customers",
  table: "customer_statement",
  folded: "customer_folded",
  key: [account],
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
    // Last, where an older store gets it.
    text("productGroupName"),
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
  key: [text("contactKey"), account],
  attributes: [
    ...["firstName", "lastName", "role", "phone", "mobile", "email", "language"].map(text),
    typed("isOwner", "BOOLEAN"),
  ],
};
