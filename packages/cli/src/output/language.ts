import { moneyText, numberText, percentText } from "@kleinod/engine/figure-text.ts";

export type Language = "de" | "en";

/** `--lang` decides, then the language of the terminal; English otherwise. */
export function languageFrom(
  option: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const terminal = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return (option ?? terminal).toLowerCase().startsWith("de") ? "de" : "en";
}

/** With at most three decimals. */
export function formatCount(value: number, language: Language): string {
  return numberText(value, 3)[language];
}

/** Whole units of the currency; null is unknown and says so. */
export function formatMoney(cents: number | null, currency: string | null, language: Language): string {
  if (cents === null) return language === "de" ? "unklar" : "unclear";
  return moneyText(cents, currency)[language];
}

export function formatPercent(ratio: number | null, language: Language): string {
  if (ratio === null) return language === "de" ? "unklar" : "unclear";
  return percentText(ratio, 1)[language];
}
