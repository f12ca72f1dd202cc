import {
  type Cell,
  cellOf,
  headerOf,
  type Language,
} from "@kleinod/data/workspace/export-customers-cells.ts";
import { writeXlsx } from "@kleinod/data/workspace/export-customers-xlsx.ts";
import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import type { QuietReport } from "@kleinod/engine/measures/reports.ts";

type QuietRow = QuietReport["rows"][number];

/** Columns of the call list that are columns of the customer table too, in the order of the sheet. */
const tableCodes = [
  "name",
  "accountKey",
  "city",
  "phone",
  "contactName",
  "owner",
  "sizeClass",
  "rhythmState",
  "atStakeCents",
  "lastPurchase",
  "daysSinceLast",
  "usualGapDays",
] as const satisfies readonly (keyof QuietRow)[];

const textColumn = (code: string, de: string, en: string): CustomerColumn => ({
  code,
  sql: code,
  type: "text",
  label: { de, en },
  description: { de, en },
  shownByDefault: true,
  measure: null,
});

/** The call list as an Excel file to work through, with an empty column for what was agreed. */
export async function writeQuietSheet(path: string, report: QuietReport, language: Language): Promise<void> {
  const columns = [
    ...tableCodes.map((code) => customerColumn(code) ?? textColumn(code, code, code)),
    textColumn("reason", "Warum auf der Liste", "Why on the list"),
    textColumn("note", "Notiz", "Note"),
    textColumn("result", "Ergebnis", "Result"),
  ];
  const headers = columns.map((column) => headerOf(column, report.currency, language));
  await writeXlsx(path, headers, columns, cellsOf(report.rows, columns, language));
}

async function* cellsOf(
  rows: readonly QuietRow[],
  columns: readonly CustomerColumn[],
  language: Language,
): AsyncIterable<Cell[]> {
  for (const row of rows) {
    const values: Readonly<Record<string, unknown>> = { ...row, reason: row.reason[language] };
    yield columns.map((column) => cellOf(column, values[column.code]));
  }
}
