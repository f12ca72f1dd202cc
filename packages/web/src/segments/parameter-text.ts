import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import type { Formats } from "../i18n/format.ts";

/** table: key → number; texts: key → text; list: texts; structured: anything deeper, edited as JSON. */
export type ParameterShape =
  | "cents"
  | "ratio"
  | "number"
  | "text"
  | "table"
  | "texts"
  | "list"
  | "structured";

/** Units of tables whose values are texts; an empty table does not tell by itself. */
const textTables = [
  "role per person or user code",
  "reason → failure or value",
  "need field by product group",
];

type Shaped = Pick<ParameterValue, "value"> & { readonly unit: string };

/** How a parameter is shown and typed in follows from its unit. */
export function parameterShape({ value, unit }: Shaped): ParameterShape {
  if (unit.startsWith("cents")) return "cents";
  if (unit === "company currency per unit" || unit === "ratio of sales") return "table";
  if (textTables.includes(unit)) return "texts";
  if (unit.startsWith("low, mid, high")) return "structured";
  if (Array.isArray(value)) return value.every((one) => typeof one === "string") ? "list" : "structured";
  if (value !== null && typeof value === "object") {
    return Object.values(value).every((one) => typeof one === "number") ? "table" : "structured";
  }
  if (unit === "ratio" || unit === "probability") return "ratio";
  if (unit === "text" || unit.startsWith("ISO") || typeof value === "string") return "text";
  return "number";
}

/** Lists longer than this are counted instead of spelled out. */
const spelledOut = 6;

/** The value in words, `entries` for how many there are of something long; null where there is none. */
export function parameterText(
  parameter: Shaped,
  currency: string | null,
  format: Formats,
  entries: (n: number) => string,
): string | null {
  const { value } = parameter;
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "object") {
    const shape = parameterShape(parameter);
    const count = Object.keys(value).length;
    if (count === 0) return null;
    if (shape === "structured" || count > spelledOut) return entries(count);
    if (shape === "list") return Object.values(value).join(", ");
    return Object.entries(value)
      .map(([key, one]) => `${key} ${typeof one === "number" ? format.number(one, 6) : String(one)}`)
      .join(", ");
  }
  if (typeof value !== "number") return String(value);
  switch (parameterShape(parameter)) {
    case "cents":
      return format.money(value, currency);
    case "ratio":
      return format.percent(value);
    default:
      return format.number(value, 4);
  }
}
