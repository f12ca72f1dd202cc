import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import type { CustomerPage } from "@kleinod/engine/measures/reports.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent, type Language } from "../output/language.ts";
import { tableText } from "../output/table.ts";

type Cell = CustomerPage["rows"][number][string];

/** One page of the customer table, with the labels of the columns. */
export function customersText(page: CustomerPage, io: Io): string {
  const { language } = io;
  const columns = page.columns.map((code) => {
    const column = customerColumn(code);
    const type = column?.type ?? "text";
    const isNumber = !["text", "enum", "date", "boolean"].includes(type);
    return {
      title: column?.label[language] ?? code,
      value: (row: CustomerPage["rows"][number]) => cellText(row[code] ?? null, type, language),
      align: isNumber ? ("right" as const) : ("left" as const),
    };
  });
  const total = formatCount(page.total, language);
  const shown = formatCount(page.rows.length, language);
  return [
    io.text({
      de: `${total} Kunden, ${shown} gezeigt (Daten bis ${page.asOf}${page.currency === null ? "" : `, ${page.currency}`}).`,
      en: `${total} customers, ${shown} shown (data up to ${page.asOf}${page.currency === null ? "" : `, ${page.currency}`}).`,
    }),
    tableText(columns, page.rows),
  ].join("\n");
}

function cellText(value: Cell, type: string, language: Language): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? { de: "ja", en: "yes" }[language] : "";
  if (typeof value === "string") return value;
  if (type === "cents") return formatMoney(value, null, language);
  if (type === "ratio") return formatPercent(value, language);
  return formatCount(type === "days" ? Math.round(value) : value, language);
}
