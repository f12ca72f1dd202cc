/**
 * Definitions as SQL conditions over the customer table, with three values: true, false, and NULL where a figure that
 * decides is unknown. Columns come from the registry alone; values are written as literals.
 */
import { invalid, type PlainDate } from "../../units.ts";
import { unknownValues } from "./operators-contract.ts";
import { isResolvedGroup, type Operand, type ResolvedCondition, type ResolvedGroup } from "./resolve.ts";

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

function literal(value: Operand): string {
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return String(value);
  if (!Number.isFinite(value)) throw invalid("number in a segment", value, "a finite number");
  return `CAST(${value} AS DOUBLE)`;
}

/** @param asOf the day from which relative days are counted */
export function definitionSql(group: ResolvedGroup, asOf: PlainDate): string {
  // A group without conditions does not pass the schema; all of nothing would be everybody.
  if (group.conditions.length === 0) throw invalid("conditions", [], "at least one condition");
  const parts = group.conditions.map((item) =>
    isResolvedGroup(item) ? definitionSql(item, asOf) : conditionSql(item, asOf),
  );
  return `(${parts.join(group.match === "all" ? " AND " : " OR ")})`;
}

/**
 * Membership in a segment of a set: whoever fits one of the earlier segments is not asked any more.
 * A customer of whom an earlier definition is unknown goes on to the next: first certain match wins.
 */
export function memberSql(own: ResolvedGroup, earlier: readonly ResolvedGroup[], asOf: PlainDate): string {
  const member = definitionSql(own, asOf);
  if (earlier.length === 0) return member;
  const taken = earlier.map((group) => definitionSql(group, asOf)).join(" OR ");
  return `CASE WHEN ${taken} THEN false ELSE ${member} END`;
}

export interface LabelledDefinition {
  readonly code: string;
  readonly definition: ResolvedGroup;
}

/** What a customer of a set is labelled who fits none of its segments, and one of whom that cannot be told. */
export const restLabel = "*rest";
export const unknownLabel = "*unknown";

/** The segment of a set that a customer belongs to: the first that fits, `*rest`, or `*unknown`. */
export function labelSql(set: readonly LabelledDefinition[], asOf: PlainDate): string {
  const definitions = set.map(({ code, definition }) => ({ code, sql: definitionSql(definition, asOf) }));
  const fits = definitions.map(({ code, sql }) => `WHEN ${sql} THEN ${text(code)}`);
  const unknown = definitions.map(({ sql }) => `${sql} IS NULL`).join(" OR ");
  return `CASE ${fits.join(" ")} WHEN ${unknown} THEN ${text(unknownLabel)} ELSE ${text(restLabel)} END`;
}

const folded = (sql: string) => `lower(strip_accents(${sql}))`;

function conditionSql({ column, op, operands }: ResolvedCondition, asOf: PlainDate): string {
  const unclear = unknownValues(column).filter((value) => !operands.includes(value));
  const own = column.sql;
  const isUnclear = unclear.length === 0 ? "" : `${own} IN (${unclear.map(text).join(", ")})`;
  const value = isUnclear === "" ? own : `(CASE WHEN ${isUnclear} THEN NULL ELSE ${own} END)`;
  const [first, second] = operands.map((operand) =>
    column.type === "date" && typeof operand === "string" ? `DATE ${text(operand)}` : literal(operand),
  );
  const list = () => operands.map(literal).join(", ");
  const today = `DATE ${text(asOf)}`;
  switch (op) {
    case "eq":
      return `${value} = ${first}`;
    case "ne":
      return `${value} <> ${first}`;
    case "in":
      return `${value} IN (${list()})`;
    case "notIn":
      return `${value} NOT IN (${list()})`;
    case "contains":
      return `contains(${folded(value)}, ${folded(String(first))})`;
    case "ge":
      return `${value} >= ${first}`;
    case "le":
      return `${value} <= ${first}`;
    case "between":
      return `${value} BETWEEN ${first} AND ${second}`;
    case "withinDays":
      return `${value} > ${today} - ${days(operands)}`;
    case "beforeDays":
      return `${value} <= ${today} - ${days(operands)}`;
    case "isUnknown":
      return isUnclear === "" ? `${own} IS NULL` : `(${own} IS NULL OR ${isUnclear})`;
    case "isKnown":
      return isUnclear === "" ? `${own} IS NOT NULL` : `(${own} IS NOT NULL AND NOT ${isUnclear})`;
  }
}

function days(operands: readonly Operand[]): number {
  const [value] = operands;
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalid("days", value, "whole days");
  return value;
}
