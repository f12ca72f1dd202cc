/** Customers, products, costs and contacts from text to typed statements, in one pass over the file. */
import type { StatementColumn, StatementKind } from "../../facts/statements/contract.ts";
import type { RowRule } from "./rules.ts";
import { errorMask, missing, outOfRange, problemMaskSql, unreadable } from "./rules.ts";
import type { StagedField, StagedFields } from "./sale-lines-sql.ts";

const trueWords = ["x", "1", "true", "wahr", "ja", "yes", "y", "j", "oui", "si"];
const falseWords = ["0", "false", "falsch", "nein", "no", "n", "non"];
const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");

function typedSql(column: StatementColumn, field: StagedField): string {
  switch (column.type) {
    case "VARCHAR":
      return field.raw;
    case "BOOLEAN":
      return `CASE WHEN lower(${field.raw}) IN (${list(trueWords)}) THEN true WHEN lower(${field.raw}) IN (${list(falseWords)}) THEN false END`;
    case "INTEGER":
    case "BIGINT":
      return `TRY_CAST(round(${field.typed}) AS ${column.type})`;
    default:
      return field.typed;
  }
}

const keyLabels: Record<string, { de: string; en: string }> = {
  accountKey: { de: "Die Kundennummer", en: "The customer number" },
  productCode: { de: "Die Artikelnummer", en: "The product number" },
};

/** Fields without which a row says nothing: the keys, and the cost itself in a cost file. */
function requiredKeys(kind: StatementKind): string[] {
  return kind.key.map((column) => column.field).filter((field) => field in keyLabels);
}

function statementRules(kind: StatementKind, fields: StagedFields, today: string): RowRule[] {
  const rules = requiredKeys(kind).map((field) => missing(field, keyLabels[field]!));
  for (const column of [...kind.key, ...kind.attributes]) {
    if (!(column.field in fields) || column.type === "VARCHAR" || column.field in keyLabels) continue;
    const isKey = kind.key.includes(column);
    const severity =
      isKey || (kind.kind === "costOfGoods" && column.field === "unitCost") ? "error" : "warning";
    rules.push(unreadable(column.field, column.sql, column.type === "DATE" ? "date" : "number", severity));
  }
  if ("statedAt" in fields) {
    rules.push(unreadable("statedAt", "stated_at", "date", "warning"));
    rules.push(outOfRange("statedAt", "stated_at", today));
  }
  if (kind.kind === "costOfGoods") rules.push(missing("unitCost", { de: "Die Kosten", en: "The cost" }));
  return rules;
}

/**
 * `CREATE TABLE <target>` with `key_text` (the key as the file writes it), the typed columns and `problem`.
 * Account keys stay text here; ids are given when the batch is stored.
 */
export function stageStatementsSql(
  kind: StatementKind,
  target: string,
  from: string,
  fields: StagedFields,
  today: string,
): { sql: string; rules: RowRule[]; errors: number } {
  const rules = statementRules(kind, fields, today);
  const nothing: StagedField = { raw: "NULL::VARCHAR", typed: "NULL::VARCHAR" };
  const field = (code: string) => fields[code] ?? nothing;
  const ruled = new Set(rules.map((rule) => rule.field));
  const columns = [...kind.key.filter((column) => column.field !== "accountKey"), ...kind.attributes];
  const typed = columns.map((column) => {
    const value =
      column.field in fields ? typedSql(column, field(column.field)) : contactKeyOrNull(column, fields);
    return `${value} AS ${column.sql}`;
  });
  const statedAt = "statedAt" in fields ? field("statedAt").typed : "NULL::DATE";
  const raws = [...ruled].map((code) => `${field(code).raw} AS raw_${code}`);
  const sql = `CREATE TABLE ${target} AS
  SELECT * EXCLUDE (${[...ruled].map((code) => `raw_${code}`).join(", ") || "none"}), ${problemMaskSql(rules)} AS problem
  FROM (
    SELECT ${[...typed, ...raws].join(",\n      ")},
      ${field("accountKey").raw} AS account_key, ${statedAt} AS stated_at
    FROM ${from}
  )`;
  return { sql, rules, errors: errorMask(rules) };
}

/** A contact without a number of its own is known by its name within the account. */
function contactKeyOrNull(column: StatementColumn, fields: StagedFields): string {
  if (column.field !== "contactKey") return `NULL::${column.type}`;
  const parts = ["accountKey", "lastName", "firstName"].filter((code) => code in fields);
  return parts.length === 0
    ? "NULL::VARCHAR"
    : `concat_ws('/', ${parts.map((code) => fields[code]!.raw).join(", ")})`;
}
