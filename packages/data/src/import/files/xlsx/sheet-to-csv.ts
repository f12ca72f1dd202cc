import type { FileLimits } from "../limits.ts";
import { refuse } from "../refusals.ts";
import type { ReadContext } from "../source-file.ts";
import { TempFile } from "../temp-file.ts";
import { readXml } from "./read-xml.ts";
import { Refused } from "./refused.ts";
import { type SheetContext, type SheetRow, SheetRows } from "./sheet-rows.ts";
import type { Sheet } from "./workbook.ts";
import type { ZipPackage } from "./zip-package.ts";

export interface SheetCsv {
  readonly path: string;
  /** Rows with content. */
  readonly rows: number;
  readonly formulasWithoutValue: number;
  readonly firstFormulaWithoutValue: string;
}

/** Rows by which the width of the table is judged before anything is written. */
const rowsForWidth = 2_000;

/** Sheets have 2^20 rows; a higher number would only make us write empty lines without end. */
const lastPossibleRow = 1_048_576;

const escapeCell = (cell: string) =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Writes rows as CSV of one width; an empty line for each empty row, so that records are numbered like the sheet. */
class CsvRows {
  readonly #out: TempFile;
  readonly #width: number;
  #next = 1;

  constructor(out: TempFile, width: number) {
    this.#out = out;
    this.#width = width;
  }

  async write(rows: readonly SheetRow[]): Promise<void> {
    const lines: string[] = [];
    for (const { row, cells } of rows) {
      for (; this.#next < row; this.#next++) lines.push("\n");
      const empty = ",".repeat(this.#width - cells.length);
      lines.push(`${cells.map(escapeCell).join(",")}${empty}\n`);
      this.#next = row + 1;
    }
    if (lines.length > 0) await this.#out.write(Buffer.from(lines.join("")));
  }
}

/** One run over the sheet. `tooNarrow`: a late row was wider than all before; run again with that width. */
async function convert(
  zip: ZipPackage,
  file: string,
  sheet: Sheet,
  context: SheetContext,
  out: TempFile,
  limits: FileLimits,
  knownWidth: number | null,
  read: ReadContext,
): Promise<{ rows: SheetRows; count: number; tooNarrow: boolean }> {
  const rows = new SheetRows(context, limits.maxColumns);
  let waiting: SheetRow[] = [];
  let width = knownWidth;
  let csv: CsvRows | null = null;
  let count = 0;
  const flush = async () => {
    if (rows.width > limits.maxColumns) {
      throw new Refused(refuse.sheetTooWide(file, sheet.name, rows.width, limits.maxColumns));
    }
    if (rows.lastRow > lastPossibleRow)
      throw new Refused(refuse.sheetDamaged(file, `${sheet.part}, row ${rows.lastRow}`));
    width ??= rows.width;
    csv ??= new CsvRows(out, width);
    if (rows.width <= width) await csv.write(waiting);
    waiting = [];
  };
  for await (const _ of readXml(zip, file, sheet.part, rows, read)) {
    const taken = rows.take();
    count += taken.length;
    waiting = waiting.length === 0 ? taken : waiting.concat(taken);
    if (waiting.length > 0 && (csv !== null || waiting.length > rowsForWidth)) await flush();
  }
  const last = rows.take();
  count += last.length;
  waiting = waiting.concat(last);
  await flush();
  return { rows, count, tooNarrow: rows.width > (width ?? 0) };
}

/** Writes a sheet as UTF-8 CSV (RFC 4180) into the work directory. @throws Refused, Cancelled */
export async function sheetToCsv(
  zip: ZipPackage,
  file: string,
  sheet: Sheet,
  context: SheetContext,
  workDir: string,
  limits: FileLimits,
  read: ReadContext,
): Promise<SheetCsv> {
  let width: number | null = null;
  for (;;) {
    const out = await TempFile.create(workDir, "csv");
    try {
      const run = await convert(zip, file, sheet, context, out, limits, width, read);
      await out.close();
      if (!run.tooNarrow) {
        const { formulasWithoutValue, firstFormulaWithoutValue } = run.rows;
        return { path: out.path, rows: run.count, formulasWithoutValue, firstFormulaWithoutValue };
      }
      width = run.rows.width;
      await out.discard();
    } catch (error) {
      await out.discard();
      throw error;
    }
  }
}
