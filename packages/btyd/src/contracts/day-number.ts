import { outOfRange } from "../out-of-range.ts";

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/;

/** A day as a number (days since 1970-01-01, fractions cut), a `Date` (its day in UTC), or text YYYY-MM-DD (a time after it is cut). */
export type Day = number | Date | string;

/**
 * Days since 1970-01-01.
 * @param name names the value in the error
 * @throws RangeError when it is no finite number, no valid date or not of that form.
 */
export function dayNumber(day: Day, name: string): number {
  const found =
    typeof day === "string" ? ofText(day) : typeof day === "number" ? day : day.getTime() / MS_PER_DAY;
  if (!Number.isFinite(found))
    throw outOfRange(name, day, "a finite number, a valid Date or text YYYY-MM-DD");
  return Math.floor(found);
}

function ofText(text: string): number {
  const [, year, month, day] = ISO_DAY.exec(text) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date.UTC takes February 30 and month 13 for days after them.
  const read = new Date(time);
  const isOfCalendar = read.getUTCDate() === Number(day) && read.getUTCMonth() === Number(month) - 1;
  return isOfCalendar ? time / MS_PER_DAY : Number.NaN;
}
