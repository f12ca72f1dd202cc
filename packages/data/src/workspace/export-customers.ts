import { rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import {
  type CustomerQuerySql,
  customerQuerySql,
} from "@kleinod/engine/measures/reports/customer-query-sql.ts";
import type { CustomerQuery } from "@kleinod/engine/measures/reports.ts";
import { literal, one } from "../duckdb/connect.ts";
import { type RunContext, stopIfCancelled } from "../import/progress.ts";
import { type Cell, cellOf, headerOf, type Language } from "./export-customers-cells.ts";
import { csvLine, csvStart, writeLines } from "./export-customers-csv.ts";
import { mostXlsxRows, writeXlsx } from "./export-customers-xlsx.ts";
import { reportContext } from "./measure-context.ts";
import type { Workspace } from "./open-workspace.ts";
import { type Refused, refused } from "./refused.ts";

export const exportFormats = ["csv", "xlsx", "parquet"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOptions {
  /** Filters, search, order and columns; limit and offset do not count. */
  readonly query: CustomerQuery;
  readonly format: ExportFormat;
  /** The file to write; it appears when it is complete and replaces an older one. */
  readonly path: string;
  /** Of the headings; default `de`. Parquet is for programs and names columns by their code. */
  readonly language?: Language;
  /** CSV only; default `,`. */
  readonly delimiter?: "," | ";" | "\t";
  readonly asOf?: string;
}

export interface ExportResult {
  readonly ok: true;
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly asOf: string;
}

/**
 * Writes the customers of a query to a file. Amounts are decimal numbers in the currency that the heading names; text
 * that a spreadsheet would run as a formula is defused. @throws Cancelled when the run was cancelled; no file is left.
 */
export async function exportCustomers(
  workspace: Workspace,
  options: ExportOptions,
  run: RunContext = {},
): Promise<ExportResult | Refused> {
  const found = await reportContext(workspace, { asOf: options.asOf }, run);
  if (!found.ok) return found;
  const { snapshotTable, currency, asOf } = found.context;
  const sql = customerQuerySql(snapshotTable, { ...options.query, limit: 1, offset: 0 });
  if (!sql.ok) return refused("queryInvalid", sql.refusal.message, sql.refusal.message);
  return workspace.read(async (connection) => {
    const { total } = await one<{ total: number }>(connection, sql.countSql, [...sql.values]);
    if (options.format === "xlsx" && total > mostXlsxRows) return refuseSheet(total);
    // Beside its target, so that renaming does not cross file systems.
    const draft = join(dirname(options.path), `.${basename(options.path)}.${process.pid}.part`);
    try {
      await writeFormat(connection, sql, draft, { ...options, currency, total }, run);
      await rename(draft, options.path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return { ok: true, path: options.path, rows: total, bytes: (await stat(options.path)).size, asOf };
  });
}

type Target = ExportOptions & { readonly currency: string | null; readonly total: number };

async function writeFormat(
  connection: DuckDBConnection,
  sql: CustomerQuerySql,
  path: string,
  target: Target,
  run: RunContext,
): Promise<void> {
  if (target.format === "parquet") {
    await connection.run(`COPY (${sql.allSql}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`, [
      ...sql.values,
    ]);
    return;
  }
  const { language = "de", delimiter = ",", currency } = target;
  const headers = sql.columns.map((column) => headerOf(column, currency, language));
  const rows = rowsOf(connection, sql, target.total, run);
  if (target.format === "xlsx") return writeXlsx(path, headers, sql.columns, rows);
  await writeLines(path, csvLines(headers, sql.columns, rows, delimiter));
}

async function* csvLines(
  headers: readonly string[],
  columns: readonly CustomerColumn[],
  rows: AsyncIterable<readonly Cell[]>,
  delimiter: string,
): AsyncGenerator<string> {
  yield csvStart + csvLine(headers, delimiter);
  for await (const row of rows) yield csvLine(row, delimiter, columns);
}

/** Rows in bounded memory: chunk by chunk as the database yields them. */
async function* rowsOf(
  connection: DuckDBConnection,
  sql: CustomerQuerySql,
  total: number,
  run: RunContext,
): AsyncGenerator<readonly Cell[]> {
  const result = await connection.stream(sql.allSql, [...sql.values]);
  for (let done = 0; ; ) {
    stopIfCancelled(run);
    run.onProgress?.({ step: "export", done, total, rowsPerSecond: null });
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    for (const row of chunk.getRows()) {
      yield sql.columns.map((column, index) => cellOf(column, row[index]));
    }
    done += chunk.rowCount;
  }
}

function refuseSheet(total: number): Refused {
  return refused(
    "tooManyRows",
    `${total} Kunden haben in einer Excel-Datei von Kleinod keinen Platz (höchstens ${mostXlsxRows}). Filtern Sie, oder exportieren Sie als CSV oder Parquet.`,
    `${total} customers do not fit into an Excel file of Kleinod (at most ${mostXlsxRows}). Filter them, or export as CSV or Parquet.`,
  );
}
