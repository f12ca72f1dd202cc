import type { TwoLanguages } from "../i18n/index.ts";

/** What an import concluded, as one line: lists with commas, pairs with arrows, two-language hints in the reader's. */
export function derivedText(value: unknown, pick: (label: TwoLanguages) => string): string {
  if (value === null || value === undefined) return "";
  if (value === "\t") return "Tab";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) {
    return value
      .map((one) => derivedText(one, pick))
      .filter((text) => text !== "")
      .join(", ");
  }
  if (isTwoLanguages(value)) return pick(value);
  return Object.entries(value)
    .map(([key, one]) => [key, derivedText(one, pick)])
    .filter(([, text]) => text !== "")
    .map(([key, text]) => `${key} ← ${text}`)
    .join(", ");
}

function isTwoLanguages(value: object): value is TwoLanguages {
  const { de, en } = value as Partial<TwoLanguages>;
  return typeof de === "string" && typeof en === "string";
}
