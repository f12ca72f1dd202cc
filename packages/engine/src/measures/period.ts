import { invalid, type PlainDate } from "../units.ts";

const pad = (value: number, length = 2) => String(value).padStart(length, "0");

/** @throws RangeError when the text is no calendar day `yyyy-mm-dd`. */
export function plainDate(text: string): PlainDate {
  const [year, month, day] = parts(text);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && month >= 1 && month <= 12 && day >= 1;
  if (!isDay || day > daysInMonth(year, month)) throw invalid("date", text, "a calendar day yyyy-mm-dd");
  return text as PlainDate;
}

/** The same day some months earlier; the last day of the month where that day does not exist (as SQL does it). */
export function monthsBefore(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = parts(date);
  const index = year * 12 + (month - 1) - months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const last = daysInMonth(target.year, target.month);
  return `${pad(target.year, 4)}-${pad(target.month)}-${pad(Math.min(day, last))}` as PlainDate;
}

/** Whole days from one day to a later one; negative when it is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Quarters since year 0, so that neighbouring quarters differ by one: 2024-02-10 is 2024 · 4 + 0. */
export function quarterIndex(date: PlainDate): number {
  const [year, month] = parts(date);
  return year * 4 + Math.floor((month - 1) / 3);
}

/** The last quarter that is over at `asOf`; a quarter is over on its last day. */
export function lastCompleteQuarter(asOf: PlainDate): number {
  const [year, month, day] = parts(asOf);
  const isQuarterEnd = month % 3 === 0 && day === daysInMonth(year, month);
  return quarterIndex(asOf) - (isQuarterEnd ? 0 : 1);
}

function parts(date: string): [number, number, number] {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split("-").map(Number);
  return [year, month, day];
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
