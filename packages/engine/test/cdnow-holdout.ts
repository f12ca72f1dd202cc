import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { HoldoutTable } from "../src/measures/expectation/history-tables.ts";
import { daysBetween, plainDate } from "../src/measures/period.ts";

const file = resolve(process.env.KLEINOD_TEST_DATA ?? "../shared/data", "cdnow", "CDNOW_sample.txt");
const cut = plainDate("1997-09-30");
/** Weeks 40 to 78. */
export const cdnowHoldoutDays = daysBetween(cut, plainDate("1998-06-30"));
export const hasCdnow = existsSync(file);

/** The 1/10 sample of CDNOW (2,357 customers, Fader & Hardie) as a hold-out: known up to week 39. */
export function cdnowHoldout(): HoldoutTable {
  const days = new Map<string, Set<number>>();
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    const [customer, , date] = line.trim().split(/\s+/);
    if (customer === undefined || date === undefined || !/^\d{8}$/.test(date)) continue;
    const day = plainDate(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
    days.set(customer, (days.get(customer) ?? new Set()).add(daysBetween(cut, day)));
  }
  const rows = [...days.values()].map((found) => {
    const known = [...found].filter((day) => day <= 0).sort((a, b) => a - b);
    const gaps = known.slice(1).map((day, index) => day - known[index]!);
    return {
      frequency: gaps.length,
      recency: known.at(-1)! - known[0]!,
      age: -known[0]!,
      sumLogIntervals: gaps.reduce((sum, gap) => sum + Math.log(gap), 0),
      ordersAfter: found.size - known.length,
    };
  });
  const column = (pick: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, pick);
  return {
    frequency: column((row) => row.frequency),
    recency: column((row) => row.recency),
    age: column((row) => row.age),
    sumLogIntervals: column((row) => row.sumLogIntervals),
    customers: column(() => 1),
    // Nobody is older than the 39 weeks that are held out.
    ordersBefore: column((row) => row.frequency),
    ordersAfter: column((row) => row.ordersAfter),
  };
}
