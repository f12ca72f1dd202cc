import type { BatchProblem } from "@kleinod/data/import/batches.ts";
import { csvLine, csvStart } from "@kleinod/data/workspace/export-customers-csv.ts";
import { defuse } from "@kleinod/engine/import/formula-defuse.ts";
import type { Text } from "@kleinod/engine/text.ts";

const columns: readonly Text[] = [
  { de: "Zeile", en: "line" },
  { de: "Spalte", en: "column" },
  { de: "Wert", en: "value" },
  { de: "Regel", en: "rule" },
  { de: "Problem", en: "problem" },
  { de: "Zeile der Datei", en: "original row" },
];

/** Rows of a file with what is wrong with them in the reader's language, safe to open in a spreadsheet. */
export function problemsCsv(rows: readonly BatchProblem[], language: keyof Text): string {
  const delimiter = language === "de" ? ";" : ",";
  const lines = rows.map(({ line, column, value, rule, messages, raw }) => {
    const texts = [column, value, rule, messages[language], raw];
    return csvLine([line, ...texts.map((text) => (text === null ? null : defuse(text)))], delimiter);
  });
  const head = columns.map((name) => name[language]);
  return [csvStart, csvLine(head, delimiter), ...lines].join("");
}
