import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import type { Cell } from "./export-customers-cells.ts";

/** The sheet is built in memory, some 6 kB a customer; a sheet by itself could hold 1,048,575. */
export const mostXlsxRows = 100_000;

type SheetCell = SheetData[number][number];

/** One sheet with a bold heading that stays in sight; amounts and days are typed, so that a spreadsheet can compute. */
export async function writeXlsx(
  path: string,
  headers: readonly string[],
  columns: readonly CustomerColumn[],
  rows: AsyncIterable<readonly Cell[]>,
): Promise<void> {
  const data: SheetCell[][] = [headers.map((header) => ({ value: header, fontWeight: "bold" as const }))];
  for await (const row of rows) {
    data.push(row.map((cell, index) => sheetCell(cell, columns[index])));
  }
  const widths = columns.map((column, index) => ({ width: width(column, headers[index] ?? "") }));
  await writeExcelFile(data, { stickyRowsCount: 1, columns: widths, sheet: "Kleinod" }).toFile(path);
}

function sheetCell(cell: Cell, column: CustomerColumn | undefined): SheetCell {
  if (cell === null) return null;
  if (typeof cell === "boolean") return { value: cell, type: Boolean };
  if (typeof cell === "number") {
    return { value: cell, type: Number, ...(column?.type === "cents" ? { format: "#,##0.00" } : {}) };
  }
  if (column?.type === "date")
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  return { value: cell, type: String };
}

function width(column: CustomerColumn, header: string): number {
  return Math.max(header.length + 2, column.type === "text" ? 24 : 12);
}
