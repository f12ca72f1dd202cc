import { dateTimeSql, fastDateTimeSql } from "@kleinod/engine/import/date-times.ts";
import { dateSql, nullDateSql } from "@kleinod/engine/import/dates.ts";
import { minutesPerUnit, minutesSql } from "@kleinod/engine/import/durations.ts";
import type { DateFormat } from "@kleinod/engine/import/formats-contract.ts";
import { numericFieldTypes } from "@kleinod/engine/import/kinds/contract.ts";
import { monthsPerUnit, monthsSql } from "@kleinod/engine/import/months.ts";
import { numberSql } from "@kleinod/engine/import/numbers.ts";
import { fastCellSql, fastDateSql, fastNumberSql } from "@kleinod/engine/import/staging/fast-sql.ts";
import { cleanText, type StagedField } from "@kleinod/engine/import/staging/layered-select.ts";
import { sourceColumn } from "@kleinod/engine/import/staging/reader-sql.ts";
import type { FilePlan } from "./plan-file.ts";

const asText = (text: string) => text;

/** The mapped fields of a plan as SQL over the columns of the file. */
export function stagedFields(plan: FilePlan): Record<string, StagedField> {
  const result: Record<string, StagedField> = {};
  for (const spec of plan.kind?.fields ?? []) {
    const columns = (plan.fields[spec.code] ?? []).map((name) => sourceColumn(plan.columns.indexOf(name)));
    if (columns.length === 0) continue;
    const clean = cleanText(spec.joinWith ?? " ");
    if (spec.code === "productCode" && plan.kind?.code === "saleLines") {
      result[spec.code] = { columns, clean: asWritten(columns[0]!), fast: null, full: asText };
    } else if (spec.code === "productName" && plan.kind?.code === "saleLines") {
      result[spec.code] = { columns, clean: withQuestionMarks(clean), fast: null, full: asText };
    } else if (spec.type === "date") {
      result[spec.code] = dateField(columns, clean, days, plan.dateFormats[spec.code]);
    } else if (spec.type === "dateTime") {
      result[spec.code] = dateField(columns, clean, times, plan.dateFormats[spec.code]);
    } else if (spec.type === "minutes") {
      const format = plan.numberFormats[spec.code] ?? { decimal: ".", thousands: "" };
      const perUnit = minutesPerUnit(plan.fields[spec.code]?.[0] ?? "");
      const fast = (text: string) => `CAST(${fastNumberSql(text, format)} AS DOUBLE) * ${perUnit}`;
      result[spec.code] = { columns, clean, fast, full: (text) => minutesSql(text, format, perUnit) };
    } else if (spec.type === "months") {
      const perUnit = monthsPerUnit(plan.fields[spec.code]?.[0] ?? "");
      result[spec.code] = { columns, clean, fast: null, full: (text) => monthsSql(text, perUnit) };
    } else if (numericFieldTypes.includes(spec.type)) {
      const format = plan.numberFormats[spec.code] ?? { decimal: ".", thousands: "" };
      const fast = (text: string) => fastNumberSql(text, format);
      result[spec.code] = { columns, clean, fast, full: (text) => numberSql(text, format) };
    } else result[spec.code] = { columns, clean, fast: null, full: asText };
  }
  return result;
}

interface DateReader {
  readonly fast: (text: string, format: DateFormat) => string;
  readonly full: (text: string, format: DateFormat) => string;
}
const days: DateReader = { fast: fastDateSql, full: dateSql };
const times: DateReader = { fast: fastDateTimeSql, full: dateTimeSql };

/** Dates such as SAP's `00000000` say nothing. */
function dateField(
  columns: readonly string[],
  clean: StagedField["clean"],
  reader: DateReader,
  format: DateFormat = "iso",
): StagedField {
  return {
    columns,
    clean: (cells) => {
      const text = clean(cells);
      // A date that says something never begins with eight zeros; most cells are told by their first characters.
      return `CASE WHEN contains(${cells[0]}, '00') AND ${nullDateSql(text)} THEN NULL ELSE ${text} END`;
    },
    fast: (text) => reader.fast(text, format),
    full: (text) => reader.full(text, format),
  };
}

/** Product codes of sale lines are counted as the file writes them and trimmed when they are stored. */
function asWritten(column: string): StagedField["clean"] {
  return () => `CASE WHEN ${fastCellSql(column)} IS NULL THEN NULL ELSE ${column} END`;
}

/** A description of "?" is a clerk's doubt about the goods, written down; in all other columns it is a cell without a value. */
function withQuestionMarks(clean: StagedField["clean"]): StagedField["clean"] {
  return (columns) => `coalesce(${clean(columns)}, CASE WHEN trim(${columns[0]}) = '?' THEN '?' END)`;
}
