import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import type { CustomerFilter } from "@kleinod/engine/measures/reports.ts";
import { useTexts } from "../../i18n/index.ts";
import { enumLabel } from "../cell-value.tsx";
import { promiseColumn, useServicePromises } from "../column-choices.tsx";

/** A condition as people say it: "Umsatz 12 Monate ≥ 1’000". */
export function useFilterSentence() {
  const texts = useTexts();
  const { t, pick, format } = texts;
  const promises = useServicePromises();
  return (filter: CustomerFilter): string => {
    const column = customerColumn(filter.column);
    if (column === null) return filter.column;
    const label = pick(column.label);
    const { value } = filter;
    if (value === undefined) return `${label}: ${t(`customers.operators.${filter.op}`)}`;
    if (Array.isArray(value)) {
      const nameOf = (code: string) =>
        column.code === promiseColumn
          ? (promises.find((one) => one.value === code)?.label ?? code)
          : enumLabel(code, texts);
      return `${label}: ${value.map(nameOf).join(", ")}`;
    }
    const shown =
      typeof value === "boolean"
        ? t(value ? "frame.yes" : "frame.no")
        : typeof value === "string"
          ? column.type === "date"
            ? format.date(value)
            : value
          : column.type === "cents"
            ? format.amount(value)
            : column.type === "ratio"
              ? format.percent(value)
              : format.number(value);
    const sign = filter.op === "ge" ? "≥" : filter.op === "le" ? "≤" : filter.op === "ne" ? "≠" : ":";
    if (filter.op === "contains") return `${label}: «${shown}»`;
    return sign === ":" ? `${label}: ${shown}` : `${label} ${sign} ${shown}`;
  };
}
