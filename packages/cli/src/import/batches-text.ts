import type { BatchResult } from "@kleinod/engine/import/result.ts";
import type { Io } from "../output/io.ts";
import { formatCount } from "../output/language.ts";
import { type TableColumn, tableText } from "../output/table.ts";

/** Imports as a table of row counts. */
export function batchesText(batches: readonly BatchResult[], io: Io): string {
  const count = (title: string, value: (batch: BatchResult) => number): TableColumn<BatchResult> => ({
    title,
    value: (batch) => formatCount(value(batch), io.language),
    align: "right",
  });
  return tableText(
    [
      { title: io.text({ de: "Import", en: "Batch" }), value: (batch) => batch.batchId ?? "–" },
      { title: io.text({ de: "Datei", en: "File" }), value: (batch) => batch.file },
      { title: io.text({ de: "Art", en: "Kind" }), value: (batch) => batch.kind ?? "–" },
      { title: io.text({ de: "Stand", en: "Status" }), value: (batch) => io.text(statusNames[batch.status]) },
      count(io.text({ de: "gelesen", en: "read" }), (batch) => batch.read),
      count(io.text({ de: "neu", en: "created" }), (batch) => batch.created),
      count(io.text({ de: "geändert", en: "updated" }), (batch) => batch.updated),
      count(io.text({ de: "gleich", en: "unchanged" }), (batch) => batch.unchanged),
      count(io.text({ de: "wiederholt", en: "restated" }), (batch) => batch.restated),
      count(io.text({ de: "abgelehnt", en: "rejected" }), (batch) => batch.rejected),
    ],
    batches,
  );
}

const statusNames: Readonly<Record<BatchResult["status"], { de: string; en: string }>> = {
  applied: { de: "übernommen", en: "applied" },
  dryRun: { de: "Probelauf", en: "dry run" },
  refused: { de: "nicht angenommen", en: "refused" },
  rolledBack: { de: "zurückgerollt", en: "rolled back" },
  undone: { de: "rückgängig", en: "undone" },
};
