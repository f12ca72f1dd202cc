import type { ColumnType, CustomerColumn } from "../../measures/contracts/customer-column.ts";

/** How a condition compares the column of a customer with its value. No zod here: the web app's form reads this list. */
export const conditionOperators = [
  "eq",
  "ne",
  "in",
  "notIn",
  "contains",
  "ge",
  "le",
  "between",
  "withinDays",
  "beforeDays",
  "isUnknown",
  "isKnown",
] as const;
export type ConditionOperator = (typeof conditionOperators)[number];

/** What an operator takes: one value of the column's type, a list of them, two of them, whole days, or nothing. */
export type OperandShape = "one" | "list" | "pair" | "days" | "none";

export interface OperatorSpec {
  readonly operand: OperandShape;
  /** Words between column and value. */
  readonly label: { readonly de: string; readonly en: string };
}

export const operatorSpecs: Readonly<Record<ConditionOperator, OperatorSpec>> = {
  eq: { operand: "one", label: { de: "ist", en: "is" } },
  ne: { operand: "one", label: { de: "ist nicht", en: "is not" } },
  in: { operand: "list", label: { de: "ist eines von", en: "is one of" } },
  notIn: { operand: "list", label: { de: "ist keines von", en: "is none of" } },
  contains: { operand: "one", label: { de: "enthält", en: "contains" } },
  ge: { operand: "one", label: { de: "ab", en: "from" } },
  le: { operand: "one", label: { de: "bis", en: "up to" } },
  between: { operand: "pair", label: { de: "zwischen", en: "between" } },
  withinDays: { operand: "days", label: { de: "in den letzten Tagen", en: "within the last days" } },
  beforeDays: { operand: "days", label: { de: "länger her als Tage", en: "longer ago than days" } },
  isUnknown: { operand: "none", label: { de: "ist unbekannt", en: "is unknown" } },
  isKnown: { operand: "none", label: { de: "ist bekannt", en: "is known" } },
};

const ordered: readonly ConditionOperator[] = ["ge", "le", "between", "eq", "isUnknown", "isKnown"];

/** Operators that fit a type of column, the usual one first. */
export const operatorsOfType: Readonly<Record<ColumnType, readonly ConditionOperator[]>> = {
  text: ["eq", "ne", "in", "notIn", "contains", "isUnknown", "isKnown"],
  enum: ["eq", "ne", "in", "notIn", "isUnknown", "isKnown"],
  boolean: ["eq", "isUnknown", "isKnown"],
  cents: ordered,
  count: ordered,
  days: ordered,
  ratio: ordered,
  number: ordered,
  date: ["withinDays", "beforeDays", "ge", "le", "between", "isUnknown", "isKnown"],
};

/** Who a customer is does not say how to treat them: a segment of names or numbers would be a list, not a rule. */
const identifying = new Set(["customerId", "name", "accountKey", "phone", "email"]);

/** Whether conditions may use a column. */
export function isSegmentColumn({ code }: Pick<CustomerColumn, "code">): boolean {
  return !identifying.has(code);
}

/**
 * Values of an enum column that say that nobody knows ("sizeUnclear"). A condition treats them as unknown, unless it
 * names them itself.
 */
export function unknownValues({ values = [] }: Pick<CustomerColumn, "values">): readonly string[] {
  return values.filter((value) => /unclear$/i.test(value));
}
