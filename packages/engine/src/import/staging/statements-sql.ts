/** Everything that is known by statements, from text to typed columns in one pass over the file. */
import { type StatementColumn, type StatementKind, statedAtType } from "../../facts/statements/contract.ts";
import { fieldOf, importKind } from "../kinds/import-kinds.ts";
import { oneOfSql } from "../null-tokens.ts";
import { contractRules, storedContractSql } from "./contracts-sql.ts";
import { capacitySql, poolFields } from "./cost-pools-sql.ts";
import { enumSql, fastEnumSql, hasValues } from "./enum-sql.ts";
import { closedTooEarlySql, eventRules, isDecisiveDate, requiredOf } from "./event-rules.ts";
import { layeredSelect, type StagedField, type StagedFields, type StagedValue } from "./layered-select.ts";
import { countMadeUpKeysSql, madeUpKeySql } from "./made-up-keys.ts";
import type { RowRule } from "./rules.ts";
import { errorMask, missing, outOfRange, problemMaskSql, unknownWord, unreadable } from "./rules.ts";

const trueWords = ["x", "1", "true", "wahr", "ja", "yes", "y", "j", "oui", "si"];
const falseWords = ["0", "false", "falsch", "nein", "no", "n", "non"];

export interface StagedStatements {
  /** `CREATE TABLE`, then what can only be said once all rows are there. */
  readonly sql: readonly string[];
  readonly rules: readonly RowRule[];
  /** Bits of `problem` that reject a row. */
  readonly errors: number;
}

export interface StatementStaging {
  readonly today: string;
  /** Currency of the file as a person or its headers say it, where it has no currency column. */
  readonly currency: string | null;
}

const specOf = (kind: StatementKind, column: StatementColumn) => fieldOf(importKind(kind.kind), column.field);

/** Fields whose type is other than the cell parsers give: booleans, enums, cents, and whole numbers from decimals. */
function asColumn(kind: StatementKind, column: StatementColumn, field: StagedField): StagedField {
  const spec = specOf(kind, column);
  if (hasValues(spec)) {
    const fast = (text: string) => fastEnumSql(text, spec.values);
    return { ...field, fast, full: (text) => enumSql(text, spec.values) };
  }
  if (column.isCents) {
    const cents = (sql: string) => `CAST(TRY_CAST(${sql} AS DECIMAL(18,2)) * 100 AS BIGINT)`;
    const { fast } = field;
    return {
      ...field,
      fast: fast === null ? null : (text) => cents(fast(text)),
      full: (text) => cents(field.full(text)),
    };
  }
  switch (column.type) {
    case "BOOLEAN": {
      const full = (text: string) =>
        `CASE WHEN ${oneOfSql(`lower(${text})`, trueWords)} THEN true WHEN ${oneOfSql(`lower(${text})`, falseWords)} THEN false END`;
      return { ...field, fast: null, full };
    }
    case "INTEGER":
    case "BIGINT":
      return {
        ...field,
        fast: null,
        full: (text) => `TRY_CAST(round(${field.full(text)}) AS ${column.type})`,
      };
    case "DOUBLE":
      return { ...field, fast: null, full: (text) => `TRY_CAST(${field.full(text)} AS DOUBLE)` };
    case "VARCHAR":
      return { ...field, fast: null, full: (text) => text };
    default:
      return field;
  }
}

const keyLabels: Record<string, { de: string; en: string }> = {
  accountKey: { de: "Die Kundennummer", en: "The customer number" },
  productCode: { de: "Die Artikelnummer", en: "The product number" },
};

/** Master data without which a row says nothing: the keys, and the cost itself in a cost file. */
function requiredKeys(kind: StatementKind): string[] {
  if (kind.hasPlace) return [];
  return kind.key.map((column) => column.field).filter((field) => field in keyLabels);
}

function isDecisive(kind: StatementKind, column: StatementColumn): boolean {
  if (kind.key.includes(column) || isDecisiveDate(kind, column.field)) return true;
  if (requiredOf(kind).includes(column.field)) return true;
  if (kind.kind === "costPools" && column.field === "capacityMinutes") return true;
  return kind.kind === "costOfGoods" && column.field === "unitCost";
}

const readAs = { DATE: "date", TIMESTAMP: "date", BOOLEAN: "yesNo" } as const;

function statementRules(kind: StatementKind, fields: StagedFields, today: string): RowRule[] {
  const rules = requiredKeys(kind).map((field) => missing(field, keyLabels[field]!));
  for (const column of [...kind.key, ...kind.attributes]) {
    if (!(column.field in fields) || column.field in keyLabels) continue;
    const spec = specOf(kind, column);
    if (hasValues(spec)) rules.push(unknownWord(spec, column.sql));
    if (column.type === "VARCHAR") continue;
    const as = column.type in readAs ? readAs[column.type as keyof typeof readAs] : "number";
    rules.push(unreadable(column.field, column.sql, as, isDecisive(kind, column) ? "error" : "warning"));
  }
  if ("statedAt" in fields) {
    rules.push(unreadable("statedAt", "stated_at", "date", "warning"));
    rules.push(outOfRange("statedAt", "stated_at", today));
  }
  if (kind.kind === "costOfGoods") rules.push(missing("unitCost", { de: "Die Kosten", en: "The cost" }));
  if (kind.hasPlace) rules.push(...eventRules(kind, fields, today));
  if (kind.kind === "contracts") rules.push(...contractRules(fields, today));
  return rules;
}

/** What a column becomes once the rules have looked at it; most stay as they are. */
function storedSql(kind: StatementKind, column: StatementColumn, fields: StagedFields): string {
  const { field, sql } = column;
  if (kind.kind === "serviceCases" && field === "closedAt" && field in fields)
    return `CASE WHEN ${closedTooEarlySql} THEN NULL ELSE closed_at END AS closed_at`;
  if (kind.kind === "contracts") return storedContractSql(sql);
  const otherwise = field in fields && field !== "accountKey" ? specOf(kind, column).otherwise : undefined;
  return otherwise === undefined
    ? sql
    : `CASE WHEN ${sql} IS NULL AND raw_${field} IS NOT NULL THEN '${otherwise}' ELSE ${sql} END AS ${sql}`;
}

/** Fields that rules of others look at. */
const alsoLooked: Partial<Record<StatementKind["kind"], readonly string[]>> = {
  orderHeaders: ["orderDate", "enteredAt"],
  costPools: ["capacityMinutes", "theoreticalMinutes"],
  contracts: ["value", "periodMonths", "valuePerMonth", "valuePerYear"],
};

/**
 * The staged table: the typed columns and `problem` (bit mask of the rules), rows in file order. Account keys stay text
 * here; ids are given when the batch is stored.
 */
export function stageStatementsSql(
  kind: StatementKind,
  target: string,
  from: string,
  fields: StagedFields,
  { today, currency }: StatementStaging,
): StagedStatements {
  const rules = statementRules(kind, fields, today);
  const columns = [...kind.key, ...kind.attributes].filter(
    (column) => column.field !== "accountKey" && column.field !== "source",
  );
  const typed: Record<string, StagedField> = { ...fields };
  for (const column of columns) {
    const field = fields[column.field];
    if (field !== undefined) typed[column.field] = asColumn(kind, column, field);
  }
  const value = ({
    field,
    sql,
    type,
  }: Pick<StatementColumn, "field" | "sql"> & { type: string }): StagedValue => {
    if (field === "contactKey") return { expression: contactKey(fields), staged: sql };
    const key = madeUpKeySql(kind, field, fields);
    if (key !== null) return { expression: key, staged: sql };
    if (field === "currency" && kind.hasPlace)
      return { expression: currencySql(fields, currency), staged: sql };
    return field in fields ? { field, staged: sql } : { expression: `NULL::${type}`, staged: sql };
  };
  const values = [
    ...columns,
    ...(kind.kind === "costPools" ? poolFields : []),
    { field: "statedAt", sql: "stated_at", type: statedAtType(kind) },
  ].map(value);
  values.push({
    expression: "accountKey" in fields ? "raw_accountKey" : "NULL::VARCHAR",
    staged: "account_key",
  });
  const looked = [...rules.map((rule) => rule.field), ...(alsoLooked[kind.kind] ?? [])];
  const nulls = [
    ...new Set([...looked, ...(kind.kind === "costPools" ? poolFields : []).map(({ field }) => field)]),
  ]
    .filter((code) => !(code in fields))
    .map((code): StagedValue => ({ expression: "NULL::VARCHAR", staged: `raw_${code}` }));
  const read = layeredSelect(from, typed, [...values, ...nulls]);
  const computed =
    kind.kind === "costPools" ? `(SELECT * REPLACE (${capacitySql} AS capacity_minutes) FROM ${read})` : read;
  const stored = columns.map((column) => storedSql(kind, column, fields));
  const create = `CREATE TABLE ${target} AS
  SELECT ${[...stored, "account_key", "stated_at"].join(", ")}, ${problemMaskSql(rules)} AS problem
  FROM ${computed}`;
  const count = countMadeUpKeysSql(kind, target, fields);
  return { sql: count === null ? [create] : [create, count], rules, errors: errorMask(rules) };
}

function currencySql(fields: StagedFields, currency: string | null): string {
  const constant = currency === null ? "NULL::VARCHAR" : `'${currency}'`;
  return "currency" in fields ? `coalesce(upper(raw_currency), ${constant})` : constant;
}

/** A contact without a number of its own is known by its name within the account, else by its e-mail address. */
function contactKey(fields: StagedFields): string {
  const raw = (code: string) => (code in fields ? `raw_${code}` : "NULL");
  const names = `${raw("lastName")}, ${raw("firstName")}`;
  return `coalesce(${raw("contactKey")},
    nullif(concat_ws('/', ${raw("accountKey")}, coalesce(nullif(concat_ws('/', ${names}), ''), ${raw("email")})), ''))`;
}
