import type { batchProblems } from "@kleinod/data/import/batches.ts";
import { csvLine, csvStart } from "@kleinod/data/workspace/export-customers-csv.ts";
import { defuse } from "@kleinod/engine/import/formula-defuse.ts";

type ProblemRow = NonNullable<Awaited<ReturnType<typeof batchProblems>>>[number];

const columns = ["line", "column", "value", "rule", "message", "original row"];

/** Rows of a file with what is wrong with them, safe to open in a spreadsheet. */
export function problemsCsv(rows: readonly ProblemRow[]): string {
  const lines = rows.map(({ line, column, value, rule, message, raw }) => {
    const texts = [column, value, rule, message, raw].map((text) => (text === null ? null : defuse(text)));
    return csvLine([line, ...texts], ",");
  });
  return [csvStart, csvLine(columns, ","), ...lines].join("");
}
