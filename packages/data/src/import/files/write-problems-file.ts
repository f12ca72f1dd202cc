import { open } from "node:fs/promises";
import { parseCsv } from "@kleinod/engine/import/csv-records.ts";
import type { Delimiter, Dialect } from "@kleinod/engine/import/dialect-contract.ts";
import { defuse } from "@kleinod/engine/import/formula-defuse.ts";

/** One problem beside the row that it was found in. */
export interface ProblemRow {
  /** As in `Problem.line`: a line, or the row of a sheet; null when the problem is the whole file's. */
  readonly line: number | null;
  readonly column: string | null;
  /** Code of the rule that was broken. */
  readonly rule: string;
  readonly message: string;
  /** The record as it stands in the prepared file (`RecordPlace.text`); null when there is none. */
  readonly text: string | null;
}

/** How the prepared file is written; a Parquet file's rows are given as CSV with `,` and `"`. */
export type ProblemsDialect = Pick<Dialect, "delimiter" | "quote" | "columns">;

const rowsPerWrite = 1_000;

function cell(text: string, delimiter: Delimiter): string {
  const safe = defuse(text);
  return /["\r\n]|^\s|\s$/.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function cellsOf(text: string | null, dialect: ProblemsDialect): readonly string[] {
  if (text === null) return [];
  return parseCsv(text, dialect, 1).records[0]?.cells ?? [];
}

/**
 * Writes the rows that have problems so that a person can correct them in a spreadsheet and import them again: UTF-8
 * with byte order mark, the delimiter of the original, the header of the original behind the columns `line`, `column`,
 * `rule`, `message`. These stand in front because a row with too many or too few cells would shift them. What a
 * spreadsheet could run as a formula is defused.
 * @returns the number of rows written, the header not counted.
 */
export async function writeProblemsFile(
  path: string,
  dialect: ProblemsDialect,
  problems: Iterable<ProblemRow> | AsyncIterable<ProblemRow>,
): Promise<number> {
  const line = (cells: readonly string[]) =>
    `${cells.map((text) => cell(text, dialect.delimiter)).join(dialect.delimiter)}\r\n`;
  const handle = await open(path, "w", 0o600);
  try {
    let waiting = [`\ufeff${line(["line", "column", "rule", "message", ...dialect.columns])}`];
    let count = 0;
    for await (const problem of problems) {
      const about = [String(problem.line ?? ""), problem.column ?? "", problem.rule, problem.message];
      waiting.push(line([...about, ...cellsOf(problem.text, dialect)]));
      if (++count % rowsPerWrite > 0) continue;
      await handle.write(waiting.join(""));
      waiting = [];
    }
    await handle.write(waiting.join(""));
    return count;
  } finally {
    await handle.close();
  }
}
