/** Days as whole numbers since 1970-01-01, so that a million contracts need no texts. */
const MS_PER_DAY = 86_400_000;
const DAYS_PER_MONTH = 30.4375;

export function dayNumber(date: string): number {
  return Date.parse(date) / MS_PER_DAY;
}

/** The same day some months later; the last day of the month where that day does not exist (as SQL does it). */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * MS_PER_DAY);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / MS_PER_DAY;
}

/** Complete months from one day to a later one. */
export function wholeMonths(from: number, to: number): number {
  const a = new Date(from * MS_PER_DAY);
  const b = new Date(to * MS_PER_DAY);
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return addMonths(from, months) > to ? months - 1 : months;
}

/** Months with the days behind the last complete one as a part of a month. */
export function months(from: number, to: number): number {
  const whole = wholeMonths(from, to);
  return whole + (to - addMonths(from, whole)) / DAYS_PER_MONTH;
}

/** Fewest whole months that lead from one day to another or beyond; 0 when that has passed. */
export function monthsUntil(from: number, to: number): number {
  if (to <= from) return 0;
  const whole = wholeMonths(from, to);
  return addMonths(from, whole) < to ? whole + 1 : whole;
}
