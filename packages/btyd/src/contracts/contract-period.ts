import { outOfRange } from "../out-of-range.ts";

/** Length of a contract period: a number of days, or a calendar period (31 January and one month is the last of February). */
export type ContractPeriod = number | "month" | "quarter" | "year";

const MS_PER_DAY = 86_400_000;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
const DAYS_PER_MONTH = 30.436875;

/** @throws RangeError when it is neither a finite number of days ≥ 1 nor the name of a calendar period. */
export function checkContractPeriod(period: ContractPeriod): void {
  const isDays = typeof period === "number" && period >= 1 && period < Number.POSITIVE_INFINITY;
  if (!isDays && !Object.hasOwn(MONTHS, period)) {
    throw outOfRange("period", period, "a finite number of days ≥ 1, month, quarter or year");
  }
}

/** The first day on which `count` periods from `start` are over. */
export function dayAfterPeriods(start: number, count: number, period: ContractPeriod): number {
  if (typeof period === "number") return start + Math.ceil(count * period);
  const date = new Date(start * MS_PER_DAY);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * MONTHS[period];
  const lastOfMonth = Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0) / MS_PER_DAY;
  const lastBefore = Date.UTC(Math.floor(month / 12), month % 12, 0) / MS_PER_DAY;
  return Math.min(lastOfMonth, lastBefore + date.getUTCDate());
}

/** The largest number of periods from `start` that are over on `day` ≥ `start`. */
export function wholePeriods(start: number, day: number, period: ContractPeriod): number {
  const length = typeof period === "number" ? period : DAYS_PER_MONTH * MONTHS[period];
  let count = Math.max(0, Math.floor((day - start) / length));
  while (dayAfterPeriods(start, count + 1, period) <= day) count += 1;
  while (count > 0 && dayAfterPeriods(start, count, period) > day) count -= 1;
  return count;
}
