import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * CDNOW: customers who first bought in the first quarter of 1997, followed to 1998-06-30 (Fader & Hardie).
 * Calibration ends on 1997-09-30, the hold-out is the 39 weeks after it.
 */
const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));
const FOLDER = resolve(REPOSITORY, process.env.KLEINOD_TEST_DATA ?? "../shared/data", "cdnow");
const CALIBRATION_END = day("19970930");

/** Where one of its files lies. */
export const cdnowPath = (file: string) => join(FOLDER, file);
export const hasCdnow = existsSync(join(FOLDER, "CDNOW_master.txt"));
/** For the title of a skipped block. */
export const CDNOW_NEEDED = "needs the folder cdnow in KLEINOD_TEST_DATA";

/** Histories in weeks, the time unit of all published values. */
export interface Cdnow {
  readonly frequency: number[];
  readonly recency: number[];
  readonly age: number[];
  /** Repeat purchases in the hold-out. */
  readonly holdout: number[];
  /** Mean value in dollars of the repeat purchases of the calibration; 0 without one. */
  readonly meanValue: number[];
}

/** The 1/10 sample: 2,357 customers. */
export function readCdnowSample(): Cdnow {
  return histories("CDNOW_sample.txt", { customer: 0, date: 2, value: 4 });
}

/** All 23,570 customers. */
export function readCdnowMaster(): Cdnow {
  return histories("CDNOW_master.txt", { customer: 0, date: 1, value: 3 });
}

/** The published summary of the sample with times rounded to two decimals: ID, x, t_x, T and mean value. */
export function readCdnowSummary(): {
  id: number[];
  frequency: number[];
  recency: number[];
  age: number[];
  meanValue: number[];
} {
  const rows = cdnowLines("cdnow_customers_summary_with_transactions.csv")
    .slice(1)
    .map((line) => line.split(",").map(Number));
  const column = (index: number) => rows.map((row) => row[index]!);
  return { id: column(0), frequency: column(1), recency: column(2), age: column(3), meanValue: column(4) };
}

function histories(file: string, at: { customer: number; date: number; value: number }): Cdnow {
  const purchases = new Map<string, Map<number, number>>();
  for (const line of cdnowLines(file)) {
    const fields = line.trim().split(/\s+/);
    const date = fields[at.date]!;
    if (!/^\d{8}$/.test(date)) continue;
    const customer = fields[at.customer]!;
    const days = purchases.get(customer) ?? new Map<number, number>();
    purchases.set(customer, days);
    days.set(day(date), (days.get(day(date)) ?? 0) + Number(fields[at.value]));
  }
  const result: Cdnow = { frequency: [], recency: [], age: [], holdout: [], meanValue: [] };
  for (const days of purchases.values()) {
    const first = Math.min(...days.keys());
    const repeats = [...days.keys()].filter((date) => date > first && date <= CALIBRATION_END);
    const value = repeats.reduce((sum, date) => sum + days.get(date)!, 0);
    result.frequency.push(repeats.length);
    result.recency.push(repeats.length === 0 ? 0 : (Math.max(...repeats) - first) / 7);
    result.age.push((CALIBRATION_END - first) / 7);
    result.holdout.push([...days.keys()].filter((date) => date > CALIBRATION_END).length);
    result.meanValue.push(repeats.length === 0 ? 0 : value / repeats.length);
  }
  return result;
}

/** The lines of one of its files that are not empty. */
export function cdnowLines(file: string): string[] {
  return readFileSync(cdnowPath(file), "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
}

/** Days since 1970 of YYYYMMDD. */
function day(date: string): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / 86_400_000;
}
