import { Outlet, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { changeLocale, useTexts } from "../i18n/index.ts";
import { isLocale } from "../i18n/locales.ts";

/** Around every page: the language of the address wins over the stored one, on every navigation. */
export function Root() {
  const { locale } = useTexts();
  const { lang } = useSearch({ from: "__root__" });
  useEffect(() => {
    if (isLocale(lang) && lang !== locale) void changeLocale(lang);
  }, [lang, locale]);
  return <Outlet />;
}
