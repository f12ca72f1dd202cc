import type { CustomerColumn } from "../../measures/contracts/customer-column.ts";
import type { ConditionGroup, DefinitionProblem, SegmentCondition, SegmentDefinition } from "./contract.ts";
import {
  type ConditionOperator,
  isSegmentColumn,
  operatorSpecs,
  operatorsOfType,
} from "./operators-contract.ts";

export type Operand = string | number | boolean;

/** A condition whose column exists and whose values have the column's type. */
export interface ResolvedCondition {
  /** `conditions.1.conditions.0` */
  readonly place: string;
  readonly column: CustomerColumn;
  readonly op: ConditionOperator;
  /** None, one, two (between) or more values. */
  readonly operands: readonly Operand[];
}

export interface ResolvedGroup {
  readonly match: "all" | "any";
  readonly conditions: readonly (ResolvedCondition | ResolvedGroup)[];
}

export type ResolvedDefinition = ResolvedGroup;

export type Resolution =
  | { readonly ok: true; readonly definition: ResolvedDefinition }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/**
 * Looks up every column, operator and value. One that does not resolve makes the whole definition refuse to run: a
 * condition that is quietly left out would make the segment larger than its name says.
 * @param columns of the customer table that is asked, see `customerColumns`
 */
export function resolveDefinition(
  definition: SegmentDefinition,
  columns: readonly CustomerColumn[],
): Resolution {
  const byCode = new Map(columns.filter(isSegmentColumn).map((column) => [column.code, column]));
  const problems: DefinitionProblem[] = [];
  const resolveOne = (condition: SegmentCondition, place: string): ResolvedCondition[] => {
    const column = byCode.get(condition.column);
    const found =
      column === undefined
        ? unknownColumn(condition.column, columns, place)
        : resolveCondition(condition, column, place);
    if ("code" in found) {
      problems.push(found);
      return [];
    }
    return [found];
  };
  const resolved = definition.conditions.flatMap((item, index): (ResolvedCondition | ResolvedGroup)[] => {
    const place = `conditions.${index}`;
    if (!isGroup(item)) return resolveOne(item, place);
    const conditions = item.conditions.flatMap((inner, at) => resolveOne(inner, `${place}.conditions.${at}`));
    return [{ match: item.match, conditions }];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, definition: { match: definition.match, conditions: resolved } };
}

export const isGroup = (item: SegmentCondition | ConditionGroup): item is ConditionGroup =>
  "conditions" in item;

export const isResolvedGroup = (item: ResolvedCondition | ResolvedGroup): item is ResolvedGroup =>
  "conditions" in item;

/** Every condition of a definition, those in groups too, in the order in which they are written. */
export function conditionsOf(group: ResolvedGroup): ResolvedCondition[] {
  return group.conditions.flatMap((item) => (isResolvedGroup(item) ? conditionsOf(item) : [item]));
}

function unknownColumn(code: string, columns: readonly CustomerColumn[], place: string): DefinitionProblem {
  const isKnown = columns.some((column) => column.code === code);
  const allowed = columns
    .filter(isSegmentColumn)
    .map((column) => column.code)
    .join(", ");
  return isKnown
    ? {
        place,
        code: "columnNotAllowed",
        message: {
          de: `${place}: «${code}» nennt einzelne Kunden; ein Segment ist eine Regel. Möglich sind: ${allowed}.`,
          en: `${place}: "${code}" names single customers; a segment is a rule. Possible are: ${allowed}.`,
        },
      }
    : {
        place,
        code: "columnUnknown",
        message: {
          de: `${place}: Die Spalte «${code}» gibt es nicht (mehr). Möglich sind: ${allowed}.`,
          en: `${place}: there is no column "${code}" (any more). Possible are: ${allowed}.`,
        },
      };
}

function resolveCondition(
  { op, value }: SegmentCondition,
  column: CustomerColumn,
  place: string,
): ResolvedCondition | DefinitionProblem {
  const allowedOps = operatorsOfType[column.type];
  if (!allowedOps.includes(op)) {
    const list = allowedOps.join(", ");
    return {
      place,
      code: "operatorNotAllowed",
      message: {
        de: `${place}: «${column.label.de}» (${column.code}) kann nicht mit ${op} verglichen werden; möglich sind ${list}.`,
        en: `${place}: "${column.label.en}" (${column.code}) cannot be compared by ${op}; possible are ${list}.`,
      },
    };
  }
  const given = value === undefined ? [] : Array.isArray(value) ? value : [value];
  const operands = operandsOf(column, op, given);
  if (operands !== null) return { place, column, op, operands };
  const { de, en } = expectation(column, op);
  const shown = JSON.stringify(value) ?? "–";
  return {
    place,
    code: "valueNotAllowed",
    message: {
      de: `${place}: «${column.label.de}» (${column.code}) mit ${op} erwartet ${de}; angegeben ist ${shown}.`,
      en: `${place}: "${column.label.en}" (${column.code}) with ${op} expects ${en}; given is ${shown}.`,
    },
  };
}

/** The values in the type of the column; null when they do not fit. */
function operandsOf(
  column: CustomerColumn,
  op: ConditionOperator,
  given: readonly Operand[],
): Operand[] | null {
  const { operand } = operatorSpecs[op];
  if (operand === "none") return given.length === 0 ? [] : null;
  if (operand === "days") {
    const [days] = given;
    const fits =
      given.length === 1 && typeof days === "number" && Number.isInteger(days) && days >= 0 && days <= 36_500;
    return fits ? [days] : null;
  }
  const values = given.map((value) => typed(column, value));
  if (values.length === 0 || values.some((value) => value === null)) return null;
  const known = values as Operand[];
  if (operand === "one") return known.length === 1 ? known : null;
  if (operand === "list") return known;
  const [low, high] = known;
  return known.length === 2 && low! <= high! ? known : null;
}

function typed({ type, values }: CustomerColumn, value: Operand): Operand | null {
  switch (type) {
    case "boolean":
      return typeof value === "boolean" ? value : null;
    case "text":
      return typeof value === "string" && value !== "" ? value : null;
    case "enum":
      return typeof value === "string" && values?.includes(value) ? value : null;
    case "date":
      return typeof value === "string" && isCalendarDay(value) ? value : null;
    default:
      return typeof value === "number" && Number.isFinite(value) ? value : null;
  }
}

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // The 30th of February is read as the 2nd of March.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

function expectation({ type, values }: CustomerColumn, op: ConditionOperator): { de: string; en: string } {
  const { operand } = operatorSpecs[op];
  if (operand === "none") return { de: "keinen Wert", en: "no value" };
  if (operand === "days") return { de: "ganze Tage von 0 bis 36500", en: "whole days from 0 to 36500" };
  const one = {
    text: { de: "ein Text", en: "a text" },
    enum: { de: `einer von ${values?.join(", ")}`, en: `one of ${values?.join(", ")}` },
    boolean: { de: "true oder false", en: "true or false" },
    date: { de: "ein Kalendertag yyyy-mm-dd", en: "a calendar day yyyy-mm-dd" },
    cents: { de: "Rappen als Zahl", en: "cents as a number" },
    ratio: { de: "ein Anteil als Zahl, 0.05 für 5 %", en: "a share as a number, 0.05 for 5 %" },
    count: { de: "eine Zahl", en: "a number" },
    days: { de: "Tage als Zahl", en: "days as a number" },
    number: { de: "eine Zahl", en: "a number" },
  }[type];
  if (operand === "list")
    return { de: `eine Liste; je Wert: ${one.de}`, en: `a list; each value: ${one.en}` };
  if (operand === "pair") {
    return {
      de: `zwei Werte, den kleineren zuerst; je Wert: ${one.de}`,
      en: `two values, the smaller first; each: ${one.en}`,
    };
  }
  return one;
}
