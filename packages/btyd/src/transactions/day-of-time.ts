import { outOfRange } from "../out-of-range.ts";
import type { TransactionTime } from "./contract.ts";

const MILLISECONDS_OF_DAY = 86_400_000;
/** 27,000 years either way: a larger number is no day but milliseconds, seconds or digits of a date. */
const LARGEST_DAY = 1e7;

/**
 * The day of a time as an integer: for numbers the day they count, else days since 1970-01-01.
 *
 * @param name what the time is, for the error
 * @throws RangeError when it is no day; a number too large for one is told how to pass it.
 */
export function dayOfTime(time: TransactionTime, name: string): number {
  const day = dayOrNaN(time);
  if (Number.isNaN(day)) throw outOfRange(name, describe(time), expected(time));
  return day;
}

/** The same, NaN instead of an error. */
export function dayOrNaN(time: TransactionTime): number {
  if (typeof time === "number") return Math.abs(time) < LARGEST_DAY ? Math.floor(time) : Number.NaN;
  if (typeof time === "string") return dayOfText(time);
  if (!(time instanceof Date)) return Number.NaN;
  const day = Math.floor(time.getTime() / MILLISECONDS_OF_DAY);
  return Math.abs(day) < LARGEST_DAY ? day : Number.NaN;
}

const describe = (time: unknown) => (typeof time === "string" ? JSON.stringify(time) : time);

function expected(time: TransactionTime): string {
  if (typeof time === "number" && Number.isFinite(time)) {
    return "a number of days below 10,000,000; pass milliseconds as Date objects or divided by 86,400,000, digits like 20240301 as text";
  }
  return "a number of days, a valid Date, or ISO text like 2024-03-01";
}

/** YYYY-MM-DD or YYYYMMDD, alone or with a time of day behind T or a space. Digits by hand: this runs for every row. */
function dayOfText(text: string): number {
  const isExtended = text.charCodeAt(4) === HYPHEN;
  if (isExtended && text.charCodeAt(7) !== HYPHEN) return Number.NaN;
  const end = isExtended ? 10 : 8;
  if (text.length > end && text.charCodeAt(end) !== LETTER_T && text.charCodeAt(end) !== SPACE)
    return Number.NaN;
  const year = digits(text, 0, 4);
  const month = isExtended ? digits(text, 5, 2) : digits(text, 4, 2);
  const date = isExtended ? digits(text, 8, 2) : digits(text, 6, 2);
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= daysOfMonth(year, month))) return Number.NaN;
  return daysToYear(year) - DAYS_TO_1970 + daysToMonth(year, month) + date - 1;
}

const HYPHEN = 45;
const LETTER_T = 84;
const SPACE = 32;

/** NaN where a character is no digit or missing. */
function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = 10 * value + digit;
  }
  return value;
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysOfMonth(year: number, month: number): number {
  return DAYS_OF_MONTH[month - 1]! + (month === 2 && isLeap(year) ? 1 : 0);
}

function daysToMonth(year: number, month: number): number {
  return DAYS_BEFORE_MONTH[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0);
}

/** Days from the first of January of year 0 to that of `year`, in the Gregorian calendar. */
function daysToYear(year: number): number {
  const last = year - 1;
  return 365 * year + Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400) + 1;
}

const DAYS_TO_1970 = daysToYear(1970);
