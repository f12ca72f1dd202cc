/** Customers, products, costs and contacts from text to typed statements, in one pass over the file. */
import type { StatementColumn, StatementKind } from "../../facts/statements/contract.ts";
import { layeredSelect, type StagedField, type StagedFields, type StagedValue } from "./layered-select.ts";
import type { RowRule } from "./rules.ts";
import { errorMask, missing, outOfRange, problemMaskSql, unreadable } from "./rules.ts";

const trueWords = ["x", "1", "true", "wahr", "ja", "yes", "y", "j", "oui", "si"];
const falseWords = ["0", "false", "falsch", "nein", "no", "n", "non"];
const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");

/** Fields whose type is other than the cell parsers give: booleans, and whole numbers from decimals. */
function asColumn(column: StatementColumn, field: StagedField): StagedField {
  if (column.type === "BOOLEAN") {
    const full = (text: string) =>
      `CASE WHEN lower(${text}) IN (${list(trueWords)}) THEN true WHEN lower(${text}) IN (${list(falseWords)}) THEN false END`;
    return { ...field, fast: null, full };
  }
  if (column.type === "INTEGER" || column.type === "BIGINT") {
    return { ...field, fast: null, full: (text) => `TRY_CAST(round(${field.full(text)}) AS ${column.type})` };
  }
  return column.type === "VARCHAR" ? { ...field, fast: null, full: (text) => text } : field;
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
  const columns = [...kind.key.filter((column) => column.field !== "accountKey"), ...kind.attributes];
  const typed: Record<string, StagedField> = { ...fields };
  for (const column of columns) {
    const field = fields[column.field];
    if (field !== undefined) typed[column.field] = asColumn(column, field);
  }
  const values = columns.map((column): StagedValue => {
    if (column.field === "contactKey") return { expression: contactKey(fields), staged: column.sql };
    if (column.field in fields) return { field: column.field, staged: column.sql };
    return { expression: `NULL::${column.type}`, staged: column.sql };
  });
  values.push({
    expression: "accountKey" in fields ? "raw_accountKey" : "NULL::VARCHAR",
    staged: "account_key",
  });
  values.push(
    "statedAt" in fields
      ? { field: "statedAt", staged: "stated_at" }
      : { expression: "NULL::DATE", staged: "stated_at" },
  );
  const names = [...columns.map((column) => column.sql), "account_key", "stated_at"];
  const missingRaws = rules.map((rule) => rule.field).filter((code) => !(code in fields));
  const nulls = [...new Set(missingRaws)].map(
    (code): StagedValue => ({ expression: "NULL::VARCHAR", staged: `raw_${code}` }),
  );
  const sql = `CREATE TABLE ${target} AS
  SELECT ${names.join(", ")}, ${problemMaskSql(rules)} AS problem
  FROM ${layeredSelect(from, typed, [...values, ...nulls])}`;
  return { sql, rules, errors: errorMask(rules) };
}

/** A contact without a number of its own is known by its name within the account, else by its e-mail address. */
function contactKey(fields: StagedFields): string {
  const raw = (code: string) => (code in fields ? `raw_${code}` : "NULL");
  const names = `${raw("lastName")}, ${raw("firstName")}`;
  return `coalesce(${raw("contactKey")},
    nullif(concat_ws('/', ${raw("accountKey")}, coalesce(nullif(concat_ws('/', ${names}), ''), ${raw("email")})), ''))`;
}
