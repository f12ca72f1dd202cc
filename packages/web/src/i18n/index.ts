import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { de } from "./de.ts";
import { type Formats, formatsOf } from "./format.ts";
import { germanSpelling, germanSpellingOf } from "./german-spelling.ts";
import { isLocale, type Language, type Locale, languageOf, preferredLocale } from "./locales.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof de };
  }
}

const storageKey = "kleinod.locale";

/** The language of this visit: the address first, then what was chosen last, then what the browser asks for. */
export function initialLocale(): Locale {
  const fromUrl = new URLSearchParams(window.location.search).get("lang");
  if (isLocale(fromUrl)) return fromUrl;
  const stored = window.localStorage.getItem(storageKey);
  return isLocale(stored) ? stored : preferredLocale(window.navigator.languages);
}

/** Loads one language only: the other one would be as heavy again. */
async function textsOf(locale: Locale): Promise<typeof de> {
  if (locale === "en") return (await import("./en.ts")).en;
  const german = (await import("./de.ts")).de;
  return locale === "de-CH" ? german : germanSpellingOf(german, locale);
}

export async function startTexts(locale: Locale): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: await textsOf(locale) } },
    // React escapes by itself; escaping twice would show &amp; in customer names.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  rememberLocale(locale);
}

export function rememberLocale(locale: Locale): void {
  window.localStorage.setItem(storageKey, locale);
  document.documentElement.lang = locale;
}

export async function changeLocale(locale: Locale): Promise<void> {
  if (!i18next.hasResourceBundle(locale, "translation")) {
    i18next.addResourceBundle(locale, "translation", await textsOf(locale));
  }
  rememberLocale(locale);
  await i18next.changeLanguage(locale);
}

export interface TwoLanguages {
  readonly de: string;
  readonly en: string;
}

/** Everything a component needs to speak: texts, formats and the choice among two-language labels of the engine. */
export function useTexts() {
  const { t, i18n } = useTranslation();
  const locale: Locale = isLocale(i18n.language) ? i18n.language : "de-CH";
  const language: Language = languageOf(locale);
  const format: Formats = formatsOf(locale);
  const pick = (label: TwoLanguages) => (language === "en" ? label.en : germanSpelling(label.de, locale));
  /** "alle 12 Tage", "jeden Tag". */
  const everyDays = (days: number) => {
    const count = Math.max(1, Math.round(days));
    return t("frame.days.every", { count, n: format.count(count) });
  };
  /** "vor 12 Tagen", counted from the date of the data. */
  const daysAgo = (days: number) => t("frame.days.ago", { count: days, n: format.count(days) });
  return { t, locale, language, format, pick, everyDays, daysAgo };
}
export type Texts = ReturnType<typeof useTexts>;
