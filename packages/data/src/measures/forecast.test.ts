import type { DuckDBConnection } from "@duckdb/node-api";
import { holdoutWindow } from "@kleinod/engine/measures/expectation/holdout-window.ts";
import { forecastSchema } from "@kleinod/engine/measures/expectation/report-contract.ts";
import {
  cohortsSql,
  holdoutHistoriesSql,
  repeatPurchasesSql,
} from "@kleinod/engine/measures/expectation/sql.ts";
import { daysBetween, monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import { saleDocuments } from "@kleinod/engine/measures/reference-line.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { describe, expect, it } from "vitest";
import { all } from "../duckdb/connect.ts";
import { measureSettings } from "./measure-settings.ts";
import { forecast } from "./reports/forecast.ts";
import { runPipeline } from "./run-pipeline.ts";
import { baseAsOf, randomBase, referenceLines, type TestBase } from "./test-base.ts";
import { measuredContext } from "./test-context.fixture.ts";
import { testRelations } from "./test-relations.ts";

const asOf = plainDate(baseAsOf);

async function measured(base: TestBase, day: PlainDate = asOf): Promise<DuckDBConnection> {
  const connection = await testRelations(base.lines, base.accounts);
  await runPipeline(connection, { asOf: day, factsVersion: "1", parameters: [], snapshotTable: "snapshot" });
  return connection;
}

const reportOf = async (connection: DuckDBConnection, day: PlainDate = asOf) =>
  forecastSchema.strict().parse(await forecast(connection, measuredContext(day, "snapshot")));

/** Purchase days per customer up to asOf, sorted. */
function purchaseDays(base: TestBase): PlainDate[][] {
  const days = new Map<number, Set<PlainDate>>();
  for (const { customerId, date, isOrder } of saleDocuments(referenceLines(base.lines), asOf)) {
    if (isOrder) days.set(customerId, (days.get(customerId) ?? new Set()).add(date));
  }
  return [...days.values()].map((found) => [...found].sort());
}

describe.each([1, 2])("histories at a cut agree with plain loops on random base %i", async (seed) => {
  const base = randomBase(seed);
  const connection = await measured(base);
  const days = purchaseDays(base);
  const first = days.map((found) => found[0]!).sort()[0]!;
  const window = holdoutWindow(asOf, first)!;
  const { cut, months } = window;
  const settings = measureSettings(asOf, []);
  const known = days.filter((found) => found[0]! <= cut);

  it("row for row, with what came before and after", async () => {
    const expected = known.map((found) => {
      const before = found.filter((day) => day <= cut);
      const gaps = before.slice(1).map((day, index) => daysBetween(before[index]!, day));
      const from = monthsBefore(cut, months);
      return [
        gaps.length,
        daysBetween(before[0]!, before.at(-1)!),
        daysBetween(before[0]!, cut),
        before.slice(1).filter((day) => day > from).length,
        found.length - before.length,
        gaps.reduce((sum, gap) => sum + Math.log(gap), 0),
      ];
    });
    const rows = await all<Record<string, number>>(connection, holdoutHistoriesSql(settings, window));
    const found = rows.flatMap((row) =>
      Array.from({ length: row.customers! }, () => [
        row.frequency!,
        row.recency!,
        row.age!,
        row.orders_before!,
        row.orders_after!,
        row.sum_log_intervals!,
      ]),
    );
    const sorted = (table: number[][]) =>
      table
        .map((row) => row.map((value) => Number(value.toFixed(6))))
        .sort((a, b) => (`${a}` < `${b}` ? -1 : 1));
    expect(sorted(found)).toEqual(sorted(expected));
  });

  it("and cohorts and repeat purchases by day hold every one of them", async () => {
    const cohorts = await all<Record<string, number>>(connection, cohortsSql(window));
    expect(cohorts.reduce((sum, { customers }) => sum + customers!, 0)).toBe(known.length);
    expect(Math.min(...cohorts.map((row) => row.first_day!))).toBe(daysBetween(cut, first));
    const repeat = await all<Record<string, number>>(connection, repeatPurchasesSql(settings, window));
    const upTo = (last: number) =>
      repeat.reduce((sum, { day, orders }) => (day! <= last ? sum + orders! : sum), 0);
    const repeats = known.flatMap((found) => found.slice(1));
    expect(upTo(0)).toBe(repeats.filter((day) => day <= cut).length);
    expect(upTo(window.days)).toBe(repeats.length);
  });

  it("and the report counts the same customers and purchases", async () => {
    const report = await reportOf(connection);
    const purchases = known.flatMap((found) => found.filter((day) => day > cut)).length;
    expect(report.holdout).toMatchObject({
      cut,
      months,
      customersBefore: known.length,
      customersCompared: known.length,
      actualOrders: purchases,
    });
    expect(report.tracking.at(-1)).toMatchObject({
      to: asOf,
      actualCumulative: known.flatMap((found) => found.slice(1)).length,
    });
    const afterCut = report.tracking.filter(({ isHoldout }) => isHoldout);
    expect(afterCut.reduce((sum, { actualOrders }) => sum + actualOrders, 0)).toBe(purchases);
    expect(report.next12!.customers).toBe(days.length);
  });
});

describe("the forecast", async () => {
  const base = randomBase(3);
  const connection = await measured(base);
  const report = await reportOf(connection);

  it("is the same to the bit when it is measured again", async () => {
    expect(await reportOf(await measured(base))).toEqual(report);
  });

  it("of regular customers comes from a model that knows regularity", () => {
    // Gaps vary by a factor of 0.3 to 1.7 around the own mean: much less than at random.
    expect(report.model).toMatchObject({ code: "mbgCnbdK", reason: "bestForecast" });
    expect(report.model!.parameters.find(({ code }) => code === "k")!.value).toBeGreaterThan(1);
  });

  it("of a day long past stands on what was known then, down to nothing", async () => {
    const early = plainDate("2023-08-31");
    const past = await reportOf(await measured(base, early), early);
    expect(past).toMatchObject({
      holdout: null,
      tracking: [],
      model: { code: "bgNbd", reason: "historyTooShort" },
    });
    const before = plainDate("2022-12-31");
    expect(await reportOf(await measured(base, before), before)).toMatchObject({
      state: "tooLittleHistory",
      model: null,
      next12: null,
      unclear: [{ reason: "tooLittleHistory" }],
    });
  });

  it("is told apart from details of a version that compared no models", async () => {
    const old = JSON.stringify({ purchases: { r: 1, alpha: 2, a: 1, b: 3 }, spend: null, horizonDays: 365 });
    await connection.run("UPDATE measure_step SET details = ? WHERE relation = 'm_expectation'", [old]);
    expect(await reportOf(connection)).toMatchObject({
      unclear: [{ reason: "measuredByEarlierVersion" }],
    });
  });
});
