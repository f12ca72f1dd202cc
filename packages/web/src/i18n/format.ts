import { type Locale, languageOf } from "./locales.ts";

/** How numbers, money and dates look in one locale. Unknown values are never formatted here; see `Unclear`. */
export interface Formats {
  readonly locale: Locale;
  /** 1’234’567; minus is −. */
  count(value: number): string;
  /** At most `digits` decimals (default 1). */
  number(value: number, digits?: number): string;
  /** Exactly `digits` decimals, for columns whose numbers are compared. */
  fixed(value: number, digits: number): string;
  /** 0.384 → 38 %, in English 38%; one decimal below 10 %. */
  percent(ratio: number): string;
  /** Like percent, with a plus sign: +4.2 %. */
  change(ratio: number): string;
  /** Cents as money: no decimals from 1,000 up, two below; with the currency in front where there is one. */
  money(cents: number, currency: string | null): string;
  /** The same without the currency, for table cells under a header that names it. */
  amount(cents: number): string;
  /** Every cent, for hover. */
  moneyExact(cents: number, currency: string | null): string;
  /** For sentences: CHF 1.9 Mio. */
  moneyShort(cents: number, currency: string | null): string;
  /** For axes: no decimals, no currency, 2 Mio. */
  moneyTick(cents: number): string;
  /** yyyy-mm-dd as 23.11.2026 or 23 Nov 2026; anything unreadable is returned as it is. */
  date(value: string): string;
  /** yyyy-mm as Nov. 2026. */
  month(value: string): string;
  /** Tick of a time axis: the month, with the year below every January. */
  axisMonth(date: Date): string;
  /** An instant (ISO) as date and time of this machine. */
  instant(value: string): string;
  /** Bytes as kB or MB. */
  bytes(value: number): string;
}

const nbsp = "\u00a0";
/** A true minus, and one apostrophe: engines differ in the sign that groups Swiss thousands. */
const proper = (text: string) => text.replace(/-/g, "−").replace(/'/g, "’");

const millions: Record<"de" | "en", readonly [million: string, billion: string]> = {
  de: ["Mio.", "Mrd."],
  en: ["m", "bn"],
};

const formatsByLocale = new Map<Locale, Formats>();

/** Formatters are costly to make; one set is kept per locale. */
export function formatsOf(locale: Locale): Formats {
  let formats = formatsByLocale.get(locale);
  if (formats === undefined) {
    formats = createFormats(locale);
    formatsByLocale.set(locale, formats);
  }
  return formats;
}

function createFormats(locale: Locale): Formats {
  const language = languageOf(locale);
  const tag = locale === "en" ? "en-GB" : locale;
  const decimals = new Map<string, Intl.NumberFormat>();
  const format = (value: number, least: number, most: number) => {
    const key = `${least}-${most}`;
    let formatter = decimals.get(key);
    if (formatter === undefined) {
      formatter = new Intl.NumberFormat(tag, { minimumFractionDigits: least, maximumFractionDigits: most });
      decimals.set(key, formatter);
    }
    // Adding 0 turns −0 into 0.
    return proper(formatter.format(value + 0));
  };
  const dateFormat = new Intl.DateTimeFormat(tag, {
    day: language === "de" ? "2-digit" : "numeric",
    month: language === "de" ? "2-digit" : "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const monthFormat = new Intl.DateTimeFormat(tag, { month: "short", year: "numeric", timeZone: "UTC" });
  const shortMonthFormat = new Intl.DateTimeFormat(tag, { month: "short", timeZone: "UTC" });
  const instantFormat = new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeStyle: "short" });
  const prefix = (currency: string | null) => (currency === null ? "" : `${currency}${nbsp}`);
  const plainDate = (value: string) => {
    const instant = Date.parse(`${value.length === 7 ? `${value}-01` : value}T00:00:00Z`);
    return Number.isNaN(instant) ? null : new Date(instant);
  };

  const amount = (cents: number) => {
    const value = cents / 100;
    return Math.abs(value) >= 999.995 ? format(Math.round(value), 0, 0) : format(value, 2, 2);
  };
  const percent = (ratio: number) => {
    const value = ratio * 100;
    const sign = language === "en" ? "%" : `${nbsp}%`;
    return format(value, 0, Math.abs(value) < 9.95 ? 1 : 0) + sign;
  };

  return {
    locale,
    count: (value) => format(value, 0, 0),
    number: (value, digits = 1) => format(value, 0, digits),
    fixed: (value, digits) => format(value, digits, digits),
    percent,
    change: (ratio) => (percent(ratio).match(/[1-9]/) && ratio > 0 ? `+${percent(ratio)}` : percent(ratio)),
    amount,
    money: (cents, currency) => prefix(currency) + amount(cents),
    moneyExact: (cents, currency) => prefix(currency) + format(cents / 100, 2, 2),
    moneyShort: (cents, currency) => {
      const value = cents / 100;
      const [million, billion] = millions[language];
      const size = Math.abs(value);
      if (size >= 1e9) return `${prefix(currency)}${format(value / 1e9, 0, 1)}${nbsp}${billion}`;
      if (size >= 1e6) return `${prefix(currency)}${format(value / 1e6, 0, 1)}${nbsp}${million}`;
      return prefix(currency) + amount(cents);
    },
    moneyTick: (cents) => {
      const value = cents / 100;
      const [million, billion] = millions[language];
      if (Math.abs(value) >= 1e9) return `${format(value / 1e9, 0, 1)}${nbsp}${billion}`;
      if (Math.abs(value) >= 1e6) return `${format(value / 1e6, 0, 1)}${nbsp}${million}`;
      return format(value, 0, Math.abs(value) < 10 ? 2 : 0);
    },
    date: (value) => {
      const date = plainDate(value);
      return date === null ? value : dateFormat.format(date);
    },
    month: (value) => {
      const date = plainDate(value);
      return date === null ? value : monthFormat.format(date);
    },
    axisMonth: (date) => {
      const month = shortMonthFormat.format(date);
      return date.getUTCMonth() === 0 ? `${month}\n${date.getUTCFullYear()}` : month;
    },
    instant: (value) => {
      const instant = Date.parse(value);
      return Number.isNaN(instant) ? value : instantFormat.format(new Date(instant));
    },
    bytes: (value) => {
      if (value >= 1e9) return `${format(value / 1e9, 0, 1)}${nbsp}GB`;
      if (value >= 1e6) return `${format(value / 1e6, 0, 1)}${nbsp}MB`;
      return `${format(Math.max(1, Math.round(value / 1e3)), 0, 0)}${nbsp}kB`;
    },
  };
}
