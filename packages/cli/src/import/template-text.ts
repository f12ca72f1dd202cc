import type { ImportTemplate } from "@kleinod/engine/import/templates.ts";
import type { Io } from "../output/io.ts";
import { tableText } from "../output/table.ts";

/** The columns of a kind with what they mean; then the file itself. */
export function templateText(document: ImportTemplate, io: Io): string {
  const yes = io.text({ de: "ja", en: "yes" });
  return [
    tableText(
      [
        { title: io.text({ de: "Spalte", en: "Column" }), value: (column) => column.header },
        { title: io.text({ de: "Feld", en: "Field" }), value: (column) => column.field },
        { title: io.text({ de: "nötig", en: "required" }), value: (column) => (column.required ? yes : "") },
        { title: io.text({ de: "Einheit", en: "Unit" }), value: (column) => column.unit ?? "" },
        { title: io.text({ de: "Beispiel", en: "Example" }), value: (column) => column.example },
      ],
      document.columns,
    ),
    "",
    document.csv.trimEnd(),
  ].join("\n");
}
