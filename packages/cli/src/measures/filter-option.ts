import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import type { CustomerFilter } from "@kleinod/engine/measures/reports.ts";
import { InvalidArgumentError } from "commander";

const operators = { ">=": "ge", "<=": "le", "!=": "ne", "=": "eq", "~": "contains" } as const;

export const filterHelp =
  "condition on a column, may be given several times: column=value, !=, >=, <=, ~part of a text; column=a|b one of several; column= empty, column!= not empty; amounts in cents";

/** E.g. `salesLast12Cents>=100000`, `rhythmState=dormant|lost`, `phone!=`. Collects repeated options. */
export function collectFilter(text: string, before: readonly CustomerFilter[] = []): CustomerFilter[] {
  return [...before, parseFilter(text)];
}

function parseFilter(text: string): CustomerFilter {
  const match = /^([A-Za-z0-9]+)\s*(>=|<=|!=|=|~)(.*)$/s.exec(text);
  if (match === null) throw new InvalidArgumentError(`Expected a condition like salesLast12Cents>=100000.`);
  const [, code = "", operator = "=", raw = ""] = match;
  const column = customerColumn(code);
  if (column === null) throw new InvalidArgumentError(`There is no column ${code}.`);
  const value = raw.trim();
  if (value === "" && operator === "=") return { column: code, op: "isNull" };
  if (value === "" && operator === "!=") return { column: code, op: "notNull" };
  if (operator === "=" && value.includes("|")) return { column: code, op: "in", value: value.split("|") };
  const op = operators[operator as keyof typeof operators];
  return { column: code, op, value: typed(value, column.type) };
}

function typed(value: string, type: string): string | number | boolean {
  if (["text", "enum", "date"].includes(type)) return value;
  if (type === "boolean") return value === "true" || value === "yes" || value === "ja";
  const number = Number(value);
  if (Number.isNaN(number)) throw new InvalidArgumentError(`${value} is no number.`);
  return number;
}
