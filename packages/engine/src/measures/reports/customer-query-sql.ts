import type { CustomerColumn } from "../contracts/customer-column.ts";
import { customerColumn, customerColumns } from "../customer-columns.ts";
import { plainDate } from "../period.ts";
import type { CustomerFilter, CustomerQuery } from "../reports.ts";
import { number, table, text } from "../sql-text.ts";

export type SqlValue = string | number | boolean;

/** Why a query was refused: the thing, its value and what is allowed. */
export interface QueryRefusal {
  readonly name: "column" | "op" | "value" | "sort" | "limit" | "offset";
  readonly value: unknown;
  readonly allowed: string;
  readonly message: string;
}

export interface CustomerQuerySql {
  readonly ok: true;
  readonly countSql: string;
  readonly pageSql: string;
  /** Every match in the same order, whatever limit and offset: for exports. */
  readonly allSql: string;
  /** Values of both statements, in the order of their question marks. */
  readonly values: readonly SqlValue[];
  readonly columns: readonly CustomerColumn[];
}

type Op = CustomerFilter["op"];

const opsOf: Readonly<Record<CustomerColumn["type"], readonly Op[]>> = (() => {
  const ordered: readonly Op[] = ["eq", "ne", "ge", "le", "isNull", "notNull"];
  return {
    text: ["eq", "ne", "in", "contains", "isNull", "notNull"],
    enum: ["eq", "ne", "in", "isNull", "notNull"],
    boolean: ["eq", "ne", "isNull", "notNull"],
    cents: ordered,
    count: ordered,
    days: ordered,
    ratio: ordered,
    number: ordered,
    date: ordered,
  };
})();

/** Columns that the search reads, see `search_text` in the snapshot. */
const searched = new Set(["name", "account_key", "city", "phone", "email"]);

/**
 * The statements for one page of the explorer. Names of columns come from the registry only, values are bound.
 * The page finds its rows by key first and reads the wide columns for these alone.
 */
export function customerQuerySql(
  snapshotTable: string,
  query: CustomerQuery,
): CustomerQuerySql | { readonly ok: false; readonly refusal: QueryRefusal } {
  const {
    search = "",
    filters = [],
    sort = "-salesLast12Cents",
    columns = [],
    limit = 100,
    offset = 0,
  } = query;
  const range =
    outOfRange("limit", limit, 1, 1000) ?? outOfRange("offset", offset, 0, Number.MAX_SAFE_INTEGER);
  if (range !== null) return { ok: false, refusal: range };

  const chosen: CustomerColumn[] = [];
  for (const code of columns) {
    const column = customerColumn(code);
    if (column === null) return { ok: false, refusal: unknownColumn("column", code) };
    chosen.push(column);
  }
  const projected = chosen.length > 0 ? chosen : customerColumns.filter((column) => column.shownByDefault);

  const sortCode = sort.replace(/^-/, "");
  const sortColumn = customerColumn(sortCode);
  if (sortColumn === null) return { ok: false, refusal: unknownColumn("sort", sortCode) };

  const conditions: string[] = [];
  const values: SqlValue[] = [];
  for (const word of foldText(search).split(/\s+/).filter(Boolean)) {
    conditions.push(`contains(search_text, ${folded})`);
    values.push(word);
  }
  for (const filter of filters) {
    const condition = filterSql(filter);
    if (!condition.ok) return condition;
    conditions.push(condition.sql);
    values.push(...condition.values);
  }
  const source = table(snapshotTable);
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
  const order = orderSql(sortColumn, sort.startsWith("-"));
  const selected = projected.map((column) => `${column.sql} AS "${column.code}"`).join(", ");
  return {
    ok: true,
    countSql: `SELECT count(*) AS total FROM ${source}${where}`,
    allSql: `SELECT ${selected} FROM ${source}${where} ORDER BY ${order}`,
    pageSql: `SELECT ${selected}
FROM ${source}
WHERE rowid IN (SELECT rowid FROM ${source}${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset})
ORDER BY ${order}`,
    values,
    columns: projected,
  };
}

/** Small letters without accents, as `search_text` is made. */
const folded = "lower(strip_accents(CAST(? AS VARCHAR)))";
const foldText = (text: string) => text.trim().slice(0, 200);

/** Unknown values last in both directions; the running number makes the order the same every time. */
function orderSql({ sql }: CustomerColumn, isDescending: boolean): string {
  // The name opens search_text, so that Ö stands beside O and capitals do not matter.
  const key = sql === "name" ? "search_text" : sql;
  return `${key} ${isDescending ? "DESC" : "ASC"} NULLS LAST, customer_id`;
}

/**
 * Conditions of the explorer as one expression with literals, for statements that are kept or shown: all must hold; without
 * any it is `true`.
 */
export function customerConditionSql(
  filters: readonly CustomerFilter[],
): { readonly ok: true; readonly sql: string } | { readonly ok: false; readonly refusal: QueryRefusal } {
  const parts: string[] = [];
  for (const filter of filters) {
    const condition = filterSql(filter);
    if (!condition.ok) return condition;
    const values = [...condition.values];
    parts.push(condition.sql.replaceAll("?", () => literal(values.shift()!)));
  }
  return { ok: true, sql: parts.length === 0 ? "true" : `(${parts.join(" AND ")})` };
}

function literal(value: SqlValue): string {
  if (typeof value === "string") return text(value);
  return typeof value === "number" ? number(value) : String(value);
}

type Condition =
  | { readonly ok: true; readonly sql: string; readonly values: readonly SqlValue[] }
  | { readonly ok: false; readonly refusal: QueryRefusal };

function filterSql({ column: code, op, value }: CustomerFilter): Condition {
  const column = customerColumn(code);
  if (column === null) return { ok: false, refusal: unknownColumn("column", code) };
  const { sql, type } = column;
  if (!opsOf[type].includes(op)) return refuse("op", op, opsOf[type].join(", "), `column ${code}`);
  if (op === "isNull") return { ok: true, sql: `${sql} IS NULL`, values: [] };
  if (op === "notNull") return { ok: true, sql: `${sql} IS NOT NULL`, values: [] };
  if (op === "in") {
    if (!Array.isArray(value) || value.length === 0)
      return refuse("value", value, "a list of texts", `column ${code}`);
    const wrong = value.find((item) => !isKnown(column, item));
    if (wrong !== undefined) return refuse("value", wrong, column.values!.join(", "), `column ${code}`);
    return {
      ok: true,
      sql: `${sql} IN (${value.map(() => "CAST(? AS VARCHAR)").join(", ")})`,
      values: value,
    };
  }
  const bound = bind(column, value);
  if (bound === null) return refuse("value", value, expectation(column), `column ${code}`);
  if (op === "contains") {
    const own = `contains(lower(strip_accents(${sql})), ${folded})`;
    const term = String(value).trim();
    if (!searched.has(sql)) return { ok: true, sql: own, values: [term] };
    // search_text holds the value already folded: it rules out nearly all rows before the costly test.
    return { ok: true, sql: `(contains(search_text, ${folded}) AND ${own})`, values: [term, term] };
  }
  const operator = { eq: "=", ne: "IS DISTINCT FROM", ge: ">=", le: "<=" }[op];
  return { ok: true, sql: `${sql} ${operator} CAST(? AS ${bound.sqlType})`, values: [bound.value] };
}

/** The value in the type of the column; null when it does not fit. */
function bind(
  column: CustomerColumn,
  value: CustomerFilter["value"],
): { value: SqlValue; sqlType: string } | null {
  switch (column.type) {
    case "text":
    case "enum":
      return typeof value === "string" && isKnown(column, value) ? { value, sqlType: "VARCHAR" } : null;
    case "boolean": {
      const isTrue = value === true || value === "true";
      return isTrue || value === false || value === "false" ? { value: isTrue, sqlType: "BOOLEAN" } : null;
    }
    case "date":
      try {
        return { value: plainDate(String(value)), sqlType: "DATE" };
      } catch {
        return null;
      }
    default: {
      const isNumeric = typeof value === "number" || (typeof value === "string" && value.trim() !== "");
      const number = isNumeric ? Number(value) : Number.NaN;
      return Number.isFinite(number) ? { value: number, sqlType: "DOUBLE" } : null;
    }
  }
}

const isKnown = ({ values }: CustomerColumn, value: string) => values === undefined || values.includes(value);

function expectation({ type, values }: CustomerColumn): string {
  if (values !== undefined) return values.join(", ");
  if (type === "date") return "a calendar day yyyy-mm-dd";
  if (type === "boolean") return "true or false";
  return type === "text" ? "a text" : "a number";
}

function unknownColumn(name: "column" | "sort", value: string): QueryRefusal {
  const allowed = customerColumns.map((column) => column.code).join(", ");
  return { name, value, allowed, message: `There is no column "${value}". Columns are ${allowed}.` };
}

function outOfRange(
  name: "limit" | "offset",
  value: number,
  least: number,
  most: number,
): QueryRefusal | null {
  if (Number.isInteger(value) && value >= least && value <= most) return null;
  const allowed = `a whole number from ${least} to ${most}`;
  return { name, value, allowed, message: `${name} is ${value}; expected ${allowed}.` };
}

function refuse(name: "op" | "value", value: unknown, allowed: string, place: string): Condition {
  const message = `${name} is ${JSON.stringify(value) ?? "missing"}; expected ${allowed} (${place}).`;
  return { ok: false, refusal: { name, value, allowed, message } };
}
