/** The same as sql.ts for one customer in plain code: gives the reasons, and is the second spelling that tests compare. */
import type { PlainDate } from "../../units.ts";
import type { ConditionReason } from "./contract.ts";
import { unknownValues } from "./operators-contract.ts";
import {
  conditionsOf,
  isResolvedGroup,
  type Operand,
  type ResolvedCondition,
  type ResolvedGroup,
} from "./resolve.ts";
import { conditionWords } from "./words.ts";

/** Values of one customer by column code; dates as `yyyy-mm-dd`. */
export type CustomerValues = Readonly<Record<string, Operand | null | undefined>>;

/** True, false, or null where a figure that decides is unknown. */
export function evaluate(group: ResolvedGroup, values: CustomerValues, asOf: PlainDate): boolean | null {
  const parts = group.conditions.map((item) =>
    isResolvedGroup(item) ? evaluate(item, values, asOf) : evaluateCondition(item, values, asOf),
  );
  const decisive = group.match === "any";
  if (parts.includes(decisive)) return decisive;
  return parts.includes(null) ? null : !decisive;
}

/** Every condition with whether it holds and the customer's own value. */
export function reasonsOf(group: ResolvedGroup, values: CustomerValues, asOf: PlainDate): ConditionReason[] {
  return conditionsOf(group).map((condition) => ({
    place: condition.place,
    column: condition.column.code,
    op: condition.op,
    holds: evaluateCondition(condition, values, asOf),
    value: values[condition.column.code] ?? null,
    text: conditionWords(condition),
  }));
}

function evaluateCondition(
  { column, op, operands }: ResolvedCondition,
  values: CustomerValues,
  asOf: PlainDate,
): boolean | null {
  const raw = values[column.code] ?? null;
  const isUnclear = typeof raw === "string" && unknownValues(column).includes(raw) && !operands.includes(raw);
  const value = isUnclear ? null : raw;
  if (op === "isUnknown") return value === null;
  if (op === "isKnown") return value !== null;
  if (value === null) return null;
  const [first, second] = operands as [Operand, Operand];
  switch (op) {
    case "eq":
      return value === first;
    case "ne":
      return value !== first;
    case "in":
      return operands.includes(value);
    case "notIn":
      return !operands.includes(value);
    case "contains":
      return folded(value).includes(folded(first));
    case "ge":
      return value >= first;
    case "le":
      return value <= first;
    case "between":
      return value >= first && value <= second;
    case "withinDays":
      return String(value) > daysBefore(asOf, Number(first));
    case "beforeDays":
      return String(value) <= daysBefore(asOf, Number(first));
  }
}

const folded = (value: Operand) => String(value).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function daysBefore(asOf: PlainDate, days: number): string {
  return new Date(Date.parse(`${asOf}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
