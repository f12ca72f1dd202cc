/** What a row of a contract list must obey beyond the rules of every statement. */
import { plausibleDaysAhead } from "../dates.ts";
import { negative } from "./event-rules.ts";
import type { StagedFields } from "./layered-select.ts";
import type { RowRule } from "./rules.ts";

/** An end from here on means "until further notice": systems write 31.12.9999 for contracts without an end. */
const endlessFrom = "DATE '2100-01-01'";

/** Whole months that a length of time may have; what lies outside is no length and is left empty. */
const lengths = [
  { field: "termMonths", sql: "term_months", low: 0, high: 600 },
  { field: "noticeMonths", sql: "notice_months", low: 0, high: 120 },
  { field: "periodMonths", sql: "period_months", low: 1, high: 120 },
] as const;

const amounts = [
  ["value", "value_cents"],
  ["valuePerMonth", "value_per_month_cents"],
  ["valuePerYear", "value_per_year_cents"],
] as const;

/** Contracts may be older than any other record of a company. */
const earliestStart = "1950-01-01";

export function contractRules(fields: StagedFields, today: string): RowRule[] {
  const rules: RowRule[] = amounts
    .filter(([field]) => field in fields)
    .map(([field, sql]) => negative(field, sql));
  rules.push({
    code: "startedOnOutOfRange",
    field: "startedOn",
    severity: "error",
    message: {
      de: `liegt nicht zwischen ${earliestStart} und einem Jahr nach heute`,
      en: `is not between ${earliestStart} and one year from today`,
    },
    broken: `started_on < DATE '${earliestStart}' OR started_on > DATE '${today}' + INTERVAL ${plausibleDaysAhead} DAY`,
  });
  for (const { field, sql, low, high } of lengths) {
    if (!(field in fields)) continue;
    rules.push({
      code: `${field}OutOfRange`,
      field,
      severity: "warning",
      message: {
        de: `liegt nicht zwischen ${low} und ${high} Monaten; bleibt leer`,
        en: `is not between ${low} and ${high} months; stays empty`,
      },
      broken: `${sql} < ${low} OR ${sql} > ${high}`,
    });
  }
  if ("endsOn" in fields) {
    rules.push({
      code: "endsOnBeforeStartedOn",
      field: "endsOn",
      severity: "error",
      message: { de: "liegt vor dem Vertragsbeginn", en: "is before the start of the contract" },
      broken: "ends_on < started_on",
    });
  }
  if ("value" in fields) {
    rules.push({
      code: "periodMonthsMissing",
      field: "value",
      severity: "warning",
      message: {
        de: "steht ohne Zahlungsperiode: ob es ein Monats- oder ein Jahresbetrag ist, bleibt offen, und der Ertrag des Vertrags unklar",
        en: "stands without a billing period: whether it is for a month or a year stays open, and the income of the contract unclear",
      },
      broken: `raw_value IS NOT NULL AND raw_periodMonths IS NULL AND raw_valuePerMonth IS NULL
        AND raw_valuePerYear IS NULL`,
    });
  }
  return rules;
}

/** What a column becomes once the rules have looked at it. A term of zero is none. */
export function storedContractSql(column: string): string {
  if (column === "ends_on") return `CASE WHEN ends_on < ${endlessFrom} THEN ends_on END AS ends_on`;
  const length = lengths.find(({ sql }) => sql === column);
  if (length === undefined) return column;
  const low = Math.max(length.low, column === "term_months" ? 1 : 0);
  return `CASE WHEN ${column} BETWEEN ${low} AND ${length.high} THEN ${column} END AS ${column}`;
}
