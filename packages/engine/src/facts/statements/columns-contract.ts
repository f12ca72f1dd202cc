import type { StatementColumn } from "./contract.ts";

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export const text = (field: string): StatementColumn => ({ field, sql: snake(field), type: "VARCHAR" });

export const typed = (field: string, type: StatementColumn["type"]): StatementColumn => ({
  field,
  sql: snake(field),
  type,
});

export const centsColumn = (field: string): StatementColumn => ({
  field,
  sql: `${snake(field)}_cents`,
  type: "BIGINT",
  isCents: true,
});

export const account: StatementColumn = { field: "accountKey", sql: "account_id", type: "BIGINT" };

export const source: StatementColumn = { field: "source", sql: "source", type: "VARCHAR" };
