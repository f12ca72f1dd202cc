import type { Language } from "../../i18n/locales.ts";

/** One column of a file: its header, and the plain value of a row. Money is in units of the currency, not in cents. */
export interface CsvColumn<Row> {
  readonly header: string;
  readonly value: (row: Row) => string | number | null;
}

/**
 * Rows as CSV that a spreadsheet opens without questions: with the mark of UTF-8, and in German with a comma as decimal
 * sign and semicolons. A text that a spreadsheet would take for a formula is kept a text.
 */
export function tableCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  language: Language,
): string {
  const separator = language === "de" ? ";" : ",";
  const cell = (value: string | number | null) => {
    if (value === null) return "";
    if (typeof value === "number") return language === "de" ? String(value).replace(".", ",") : String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /["\n\r;,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    columns.map((column) => cell(column.header)),
    ...rows.map((row) => columns.map((column) => cell(column.value(row)))),
  ];
  return `\uFEFF${lines.map((cells) => cells.join(separator)).join("\r\n")}\r\n`;
}

/** Cents as units of the currency with two decimals at most, exactly. */
export function unitsOf(cents: number | null): number | null {
  return cents === null ? null : cents / 100;
}
