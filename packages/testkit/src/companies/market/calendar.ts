const millisecondsPerDay = 86_400_000;

/** The days of a company's history, numbered from 0; the last one is asOf. All texts are made once, because millions of lines use them. */
export interface Calendar {
  readonly days: number;
  /** Day number of the first day of the last twelve months, (asOf − 12 months, asOf]. */
  readonly firstOfLast12: number;
  /** `2026-11-20` */
  readonly iso: readonly string[];
  /** `20.11.2026` */
  readonly german: readonly string[];
  /** `2026-11` */
  readonly month: readonly string[];
  /** 0 Sunday … 6 Saturday. */
  readonly weekday: Uint8Array;
  readonly isHoliday: Uint8Array;
}

/**
 * The years up to and including asOf: (asOf − years, asOf].
 * @throws when asOf is no real date written `yyyy-mm-dd`, or years is not a whole number from 1 to 20
 */
export function openCalendar(asOf: string, years: number): Calendar {
  const last = parseDay(asOf);
  if (!Number.isInteger(years) || years < 1 || years > 20)
    throw new Error(`years is ${years}; it must be a whole number from 1 to 20`);
  const first = yearsBefore(asOf, years) + 1;
  const days = last - first + 1;
  const iso = Array.from({ length: days }, (_, day) => isoOf(first + day));
  const holidays = new Set(
    Array.from({ length: years + 2 }, (_, i) =>
      swissHolidays(Number(asOf.slice(0, 4)) - years - 1 + i + 1),
    ).flat(),
  );
  return {
    days,
    firstOfLast12: yearsBefore(asOf, 1) + 1 - first,
    iso,
    german: iso.map(germanDate),
    month: iso.map((date) => date.slice(0, 7)),
    weekday: Uint8Array.from(iso, (_, day) => (first + day + 4) % 7),
    isHoliday: Uint8Array.from(iso, (date) => (holidays.has(date) ? 1 : 0)),
  };
}

/** `2026-11-20` as `20.11.2026`. */
export function germanDate(iso: string): string {
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
}

/** The date so many days before (or, when negative, after) another one. */
export function daysBefore(iso: string, days: number): string {
  return isoOf(parseDay(iso) - days);
}

function parseDay(iso: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  const day = time / millisecondsPerDay;
  if (Number.isNaN(day) || isoOf(day) !== iso)
    throw new Error(`asOf is "${iso}"; it must be a date written yyyy-mm-dd`);
  return day;
}

function yearsBefore(iso: string, years: number): number {
  const year = Number(iso.slice(0, 4)) - years;
  const monthDay = iso.slice(5) === "02-29" ? "02-28" : iso.slice(5);
  return Date.parse(`${year}-${monthDay}T00:00:00Z`) / millisecondsPerDay;
}

function isoOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Holidays on which next to nobody in Switzerland invoices. */
function swissHolidays(year: number): string[] {
  const easter = easterSunday(year);
  const movable = [-2, 1, 39, 50].map((offset) => daysBefore(easter, -offset));
  return [...movable, `${year}-01-01`, `${year}-01-02`, `${year}-08-01`, `${year}-12-25`, `${year}-12-26`];
}

/** Easter by the Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const monthAndDay = h + l - 7 * m + 114;
  const month = String(Math.floor(monthAndDay / 31)).padStart(2, "0");
  return `${year}-${month}-${String((monthAndDay % 31) + 1).padStart(2, "0")}`;
}
