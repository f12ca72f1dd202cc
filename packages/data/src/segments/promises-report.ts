import type { DuckDBConnection } from "@duckdb/node-api";
import type { ServicePromise } from "@kleinod/engine/segments/promises/promise-contract.ts";
import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { categoriesSql, promiseWeeksSql } from "@kleinod/engine/segments/responsibility/report-sql.ts";
import { wilson } from "@kleinod/engine/wilson.ts";
import { all } from "../duckdb/connect.ts";

interface WeekRow {
  readonly category: string | null;
  readonly week: string;
  readonly isCurrent: boolean;
  readonly kept: number;
  readonly broken: number;
  readonly unclear: number;
  readonly pending: number;
}

const mostWorstWeeks = 5;

/** Promise kept (K9), one by one: nothing here adds categories up. */
export async function promisesReport(
  connection: DuckDBConnection,
  promises: readonly ServicePromise[],
): Promise<Pick<ResponsibilityReport, "promises" | "casesWithoutCustomer">> {
  const weeks = await all<WeekRow>(connection, promiseWeeksSql);
  const categories = await all<{ category: string; customers: number; minutesMilli: number }>(
    connection,
    categoriesSql,
  );
  const knowsEffort = categories.some(({ minutesMilli }) => minutesMilli > 0);
  const named = weeks.filter(({ category }) => category === null);
  return {
    promises: promises.map((promise) => {
      const own = weeks.filter(({ category }) => category === promise.code);
      const { customers = 0, minutesMilli = 0 } =
        categories.find(({ category }) => category === promise.code) ?? {};
      return {
        ...keptOf(promise, own),
        customers,
        attention: attentionOf(promise, customers, knowsEffort ? minutesMilli / 1000 : null),
      };
    }),
    casesWithoutCustomer: named
      .filter(({ isCurrent }) => isCurrent)
      .reduce((sum, row) => sum + row.kept + row.broken + row.unclear + row.pending, 0),
  };
}

type Kept = Omit<ResponsibilityReport["promises"][number], "customers" | "attention">;

function keptOf(promise: ServicePromise, weeks: readonly WeekRow[]): Kept {
  const current = weeks.filter(({ isCurrent }) => isCurrent);
  const sum = (rows: readonly WeekRow[], of: "kept" | "broken" | "unclear" | "pending") =>
    rows.reduce((total, row) => total + row[of], 0);
  const kept = sum(current, "kept");
  const broken = sum(current, "broken");
  const unclear = sum(current, "unclear");
  const before = weeks.filter(({ isCurrent }) => !isCurrent);
  const keptBefore = sum(before, "kept");
  const dueBefore = keptBefore + sum(before, "broken");
  const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const keptRatio = ratio(kept, kept + broken);
  const beforeRatio = ratio(keptBefore, dueBefore);
  const all = kept + broken + unclear;
  const shown = current
    .map((row) => ({ week: row.week, due: row.kept + row.broken, kept: row.kept }))
    .filter(({ due }) => due > 0);
  return {
    category: promise.code,
    label: promise.label,
    isAssumption: promise.isAssumption,
    promise,
    due: kept + broken,
    kept,
    broken,
    unclear,
    pending: sum(current, "pending"),
    keptRatio,
    // What cannot be judged may all have been broken, or all kept.
    low: keptRatio === null ? null : (wilson(kept, all)?.low ?? null),
    high: keptRatio === null ? null : (wilson(kept + unclear, all)?.high ?? null),
    previous: { due: dueBefore, kept: keptBefore, keptRatio: beforeRatio },
    trendRatio: keptRatio === null || beforeRatio === null ? null : keptRatio - beforeRatio,
    weeks: shown,
    worstWeeks: [...shown]
      .filter(({ due, kept: good }) => good < due)
      .sort((a, b) => b.due - b.kept - (a.due - a.kept) || (a.week < b.week ? 1 : -1))
      .slice(0, mostWorstWeeks),
  };
}

function attentionOf(promise: ServicePromise, customers: number, usedMinutes: number | null) {
  const planned = promise.attentionMinutesPerYear;
  return {
    usedMinutes,
    usedPerCustomer: usedMinutes === null || customers === 0 ? null : usedMinutes / customers,
    plannedPerCustomer: planned,
    plannedMinutes: planned === null ? null : planned * customers,
  };
}
