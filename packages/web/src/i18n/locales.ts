/** Languages of the interface: three German variants and English. The first is the default. */
export const locales = ["de-CH", "de-DE", "de-AT", "en"] as const;
export type Locale = (typeof locales)[number];
export type Language = "de" | "en";

export const localeNames: Readonly<Record<Locale, string>> = {
  "de-CH": "Deutsch (Schweiz)",
  "de-DE": "Deutsch (Deutschland)",
  "de-AT": "Deutsch (Österreich)",
  en: "English",
};

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

export function languageOf(locale: Locale): Language {
  return locale === "en" ? "en" : "de";
}

/** The best of our locales for the languages a browser asks for, e.g. `["de-LI", "en"]` → `de-CH`. */
export function preferredLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    if (isLocale(tag)) return tag;
    if (tag.startsWith("de")) return tag === "de" ? "de-DE" : "de-CH";
    if (tag.startsWith("en")) return "en";
  }
  return "de-CH";
}
