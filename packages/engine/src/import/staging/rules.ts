import type { Text } from "../../text.ts";
import { earliestPlausibleDate, plausibleDaysAhead } from "../dates.ts";
import type { FieldSpec } from "../kinds/contract.ts";

/** A rule that a row can break. `error` rejects the row, `warning` keeps it without the value. */
export interface RowRule {
  readonly code: string;
  readonly field: string;
  readonly severity: "error" | "warning";
  /** What is wrong, said of the value in front of it, which may be absent: “12,x” is not a number … */
  readonly message: Text;
  /** SQL over the staged columns and `raw_<field>`; true when the rule is broken. */
  readonly broken: string;
}

/** A bit per rule, in the order of the list. */
export function problemMaskSql(rules: readonly RowRule[]): string {
  if (rules.length === 0) return "0::BIGINT";
  const bits = rules.map((rule, index) => `CASE WHEN ${rule.broken} THEN ${2 ** index} ELSE 0 END`);
  return `(${bits.join(" + ")})::BIGINT`;
}

/** The bits that reject a row. */
export function errorMask(rules: readonly RowRule[]): number {
  return rules.reduce((mask, rule, index) => (rule.severity === "error" ? mask + 2 ** index : mask), 0);
}

export function brokenRules(rules: readonly RowRule[], mask: number): RowRule[] {
  return rules.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1);
}

const wording = {
  date: { de: "ist kein Datum im Format der Datei", en: "is not a date in the format of the file" },
  number: { de: "ist keine Zahl im Format der Datei", en: "is not a number in the format of the file" },
  yesNo: { de: "heisst weder ja noch nein", en: "means neither yes nor no" },
} as const;

export function missing(field: string, what: { de: string; en: string }): RowRule {
  return {
    code: `${field}Missing`,
    field,
    severity: "error",
    message: { de: `${what.de} fehlt`, en: `${what.en} is missing` },
    broken: `raw_${field} IS NULL`,
  };
}

export function unreadable(
  field: string,
  staged: string,
  as: keyof typeof wording,
  severity: RowRule["severity"],
): RowRule {
  return {
    code: `${field}Unreadable`,
    field,
    severity,
    message: wording[as],
    broken: `raw_${field} IS NOT NULL AND ${staged} IS NULL`,
  };
}

/** The problem of a row as a sentence. `value` is the cell as the file has it, null or empty without one. */
export function problemText({ message }: Pick<RowRule, "message">, value: string | null): Text {
  if (value === null || value === "") return message;
  return { de: `«${value}» ${message.de}`, en: `“${value}” ${message.en}` };
}

/** A word that means none of the values of an enum. */
export function unknownWord(field: FieldSpec, staged: string): RowRule {
  const list = (language: "de" | "en") => field.values?.map((value) => value.label[language]).join(", ");
  const then = field.otherwise === undefined ? { de: "bleibt leer", en: "stays empty" } : null;
  return {
    code: `${field.code}Unknown`,
    field: field.code,
    severity: "warning",
    message: {
      de: `ist keines von ${list("de")}; ${then?.de ?? "zählt als anderes"}`,
      en: `is none of ${list("en")}; ${then?.en ?? "counts as other"}`,
    },
    broken: `raw_${field.code} IS NOT NULL AND ${staged} IS NULL`,
  };
}

export function outOfRange(field: string, staged: string, today: string): RowRule {
  return {
    code: `${field}OutOfRange`,
    field,
    severity: "error",
    message: {
      de: `liegt nicht zwischen ${earliestPlausibleDate} und einem Jahr nach heute`,
      en: `is not between ${earliestPlausibleDate} and one year from today`,
    },
    broken: `${staged} < DATE '${earliestPlausibleDate}' OR ${staged} > DATE '${today}' + INTERVAL ${plausibleDaysAhead} DAY`,
  };
}
