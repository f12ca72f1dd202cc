import type { CustomerColumn } from "@kleinod/engine/measures/contracts/customer-column.ts";
import type { ReactNode } from "react";
import type { Texts } from "../i18n/index.ts";
import { type Label, valueLabels } from "./value-labels.ts";

export type CellContent = string | number | boolean | null | undefined;

/** How the value of a customer column looks in a table or a figure. Unknown is a dash with its name for readers. */
export function cellValue(column: CustomerColumn, value: CellContent, texts: Texts): ReactNode {
  const { t, format } = texts;
  if (value === null || value === undefined || value === "") {
    return (
      <span style={{ color: "var(--k-muted)" }}>
        <span aria-hidden="true">–</span>
        <span className="k-hidden">{t("frame.unclear")}</span>
      </span>
    );
  }
  if (typeof value === "number") {
    if (column.type === "cents")
      return <span title={format.moneyExact(value, null)}>{format.amount(value)}</span>;
    if (column.type === "ratio")
      return column.code === "salesTrendRatio" ? format.change(value) : format.percent(value);
    if (column.type === "days" || column.type === "count") return format.count(Math.round(value));
    return format.number(value);
  }
  if (typeof value === "boolean") return value ? t("frame.yes") : t("frame.no");
  if (column.type === "date") return format.date(value);
  if (column.type === "enum") return enumLabel(value, texts);
  return value;
}

/** Label of a value of an enum column; a value that we do not know is shown as it is. */
export function enumLabel(value: string, { t }: Texts): string {
  const known: Label | undefined = valueLabels.find((label) => label === value);
  return known === undefined ? value : t(`values.${known}`);
}

const numberTypes: ReadonlySet<CustomerColumn["type"]> = new Set([
  "cents",
  "count",
  "days",
  "ratio",
  "number",
]);

export function isNumberColumn(column: CustomerColumn): boolean {
  return numberTypes.has(column.type);
}
