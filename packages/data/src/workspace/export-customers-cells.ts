import { defuse } from "@kleinod/engine/import/formula-defuse.ts";
import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";

export type Language = "de" | "en";
/** A value of an export: amounts in currency units, days as `yyyy-mm-dd`, text that is safe to open. */
export type Cell = string | number | boolean | null;

/** The heading with its unit, e.g. `Umsatz 12 Monate (CHF)`. */
export function headerOf(column: CustomerColumn, currency: string | null, language: Language): string {
  const unit = unitOf(column, currency, language);
  return unit === null ? column.label[language] : `${column.label[language]} (${unit})`;
}

function unitOf({ type }: CustomerColumn, currency: string | null, language: Language): string | null {
  if (type === "cents") return currency ?? (language === "de" ? "Währung unbekannt" : "currency unknown");
  if (type === "days") return language === "de" ? "Tage" : "days";
  if (type === "ratio") return language === "de" ? "Anteil, 1 = 100 %" : "ratio, 1 = 100 %";
  return null;
}

/** The cell of a value as DuckDB hands it out; null stays empty: unknown is unknown. */
export function cellOf(column: CustomerColumn, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value;
  switch (column.type) {
    case "cents":
      return Number(value) / 100;
    case "count":
    case "days":
    case "ratio":
    case "number":
      return Number(value);
    default:
      return defuse(String(value));
  }
}
