import { outOfRange } from "../out-of-range.ts";
import type { TimeUnit } from "./contract.ts";

const DAYS_OF_UNIT: Readonly<Record<string, number>> = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 };

/**
 * Days of one time unit.
 * @throws RangeError when it is neither the name of a unit nor a finite number > 0.
 */
export function unitDays(unit: TimeUnit): number {
  const days = typeof unit === "number" ? unit : DAYS_OF_UNIT[unit];
  if (days === undefined || !(days > 0 && days < Number.POSITIVE_INFINITY)) {
    throw outOfRange("unit", unit, "day, week, month, year or a number of days > 0");
  }
  return days;
}
