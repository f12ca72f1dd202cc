export type Language = "de" | "en";

/** `--lang` decides, then the language of the terminal; English otherwise. */
export function languageFrom(
  option: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const terminal = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return (option ?? terminal).toLowerCase().startsWith("de") ? "de" : "en";
}

const locales: Readonly<Record<Language, string>> = { de: "de-CH", en: "en-GB" };

export function formatCount(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** Whole units of the currency; null is unknown and says so. */
export function formatMoney(cents: number | null, currency: string | null, language: Language): string {
  if (cents === null) return language === "de" ? "unklar" : "unclear";
  const amount = formatCount(Math.round(cents / 100), language);
  return currency === null ? amount : `${currency} ${amount}`;
}

export function formatPercent(ratio: number | null, language: Language): string {
  if (ratio === null) return language === "de" ? "unklar" : "unclear";
  return new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 1 }).format(
    ratio,
  );
}
