import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import type { Formats } from "../i18n/format.ts";

export type ParameterShape = "cents" | "ratio" | "number" | "text" | "table";

type Shaped = Pick<ParameterValue, "value"> & { readonly unit: string };

/** How a parameter is shown and typed in follows from its unit. */
export function parameterShape({ value, unit }: Shaped): ParameterShape {
  if (unit.startsWith("cents")) return "cents";
  if (unit === "company currency per unit" || unit === "ratio of sales") return "table";
  if (value !== null && typeof value === "object") return "table";
  if (unit === "ratio" || unit === "probability") return "ratio";
  if (unit === "text" || unit.startsWith("ISO") || typeof value === "string") return "text";
  return "number";
}

/** The value in words; null where there is none. */
export function parameterText(parameter: Shaped, currency: string | null, format: Formats): string | null {
  const { value } = parameter;
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "object") {
    const entries = Object.entries(value);
    if (entries.length === 0) return null;
    return entries.map(([key, number]) => `${key} ${format.number(Number(number), 6)}`).join(", ");
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
