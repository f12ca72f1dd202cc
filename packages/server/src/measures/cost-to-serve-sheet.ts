import {
  type Cell,
  cellOf,
  headerOf,
  type Language,
} from "@kleinod/data/workspace/export-customers-cells.ts";
import { writeXlsx } from "@kleinod/data/workspace/export-customers-xlsx.ts";
import type { ColumnType, CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";

const column = (code: string, type: ColumnType, de: string, en: string): CustomerColumn => ({
  code,
  sql: code,
  type,
  label: { de, en },
  description: { de, en },
  shownByDefault: true,
  measure: null,
});

const columns = [
  column("code", "text", "Kostenpool", "Cost pool"),
  column("role", "text", "Rolle", "Role"),
  column("capacityMinutes", "number", "Kapazität (Minuten)", "Capacity (minutes)"),
  column("usedMinutes", "number", "gebraucht (Minuten)", "used (minutes)"),
  column("unusedMinutes", "number", "frei (Minuten)", "unused (minutes)"),
  column("customersCents", "cents", "Kunden", "Customers"),
  column("unusedCents", "cents", "frei", "Unused"),
  column("unassignedCents", "cents", "ohne Kunde", "Without customer"),
  column("poolsCents", "cents", "Kostenpool gesamt", "Cost pool in total"),
  column("differenceCents", "cents", "Differenz", "Difference"),
];

/** The table that a controller checks: one line a pool, the sum below. */
export async function writeReconciliationSheet(
  path: string,
  report: CostToServeReport,
  language: Language,
): Promise<void> {
  const headers = columns.map((each) => headerOf(each, report.currency, language));
  const { byPool, ...total } = report.reconciliation;
  const rows: Readonly<Record<string, unknown>>[] = [
    ...byPool.map((row) => ({ ...report.pools.find(({ code }) => code === row.code), ...row })),
    { code: language === "de" ? "Summe" : "Total", ...total },
  ];
  await writeXlsx(path, headers, columns, cellsOf(rows));
}

async function* cellsOf(rows: readonly Readonly<Record<string, unknown>>[]): AsyncIterable<Cell[]> {
  for (const row of rows) yield columns.map((each) => cellOf(each, row[each.code] ?? null));
}
