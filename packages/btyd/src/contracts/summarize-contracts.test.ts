import { describe, expect, it } from "vitest";
import { random } from "../../test/random.ts";
import { dayOfTime } from "../transactions/day-of-time.ts";
import { dayAfterPeriods, wholePeriods } from "./contract-period.ts";
import { summarizeContracts } from "./summarize-contracts.ts";

/** `end` of one contract from 2020-01-01, seen on 2022-06-01 with yearly periods: two are over. */
function summarized(end: string | null) {
  const { periods, ended } = summarizeContracts(
    { start: ["2020-01-01"], end: [end] },
    { asOf: "2022-06-01", period: "year" },
  );
  return { periods: periods[0], ended: ended[0] };
}

describe("a yearly contract from 2020-01-01, seen on 2022-06-01,", () => {
  it.each([
    ["2021-01-01", 1, "not renewed"],
    ["2020-12-31", 1, "with its last day for its end"],
    ["2020-04-01", 1, "left within the first year"],
    ["2020-01-01", 1, "left at once"],
    ["2021-01-02", 2, "renewed, then left at once"],
    ["2022-01-01", 2, "renewed once"],
  ])("ended on %s after %i periods: %s", (end, periods) => {
    expect(summarized(end)).toEqual({ periods, ended: 1 });
  });

  it.each<[string | null, string]>([
    [null, "no end known"],
    ["2025-01-01", "the end is after the day"],
    ["2022-03-01", "the third renewal is not due: those who go on have not come to it either"],
  ])("still counts as running with an end of %s: %s", (end) => {
    expect(summarized(end)).toEqual({ periods: 2, ended: 0 });
  });
});

it("does not bend the last period of a cohort: leaving is as frequent there as before", () => {
  // 4,000 monthly contracts, all from one day, 5 % leave in every month at a day of their own; seen in the middle of month 7.
  const next = random(11);
  const end = Array.from({ length: 4000 }, () => {
    const month = Math.ceil(Math.log(next()) / Math.log(0.95));
    return 30 * (month - 1) + Math.ceil(30 * next());
  });
  const summary = summarizeContracts({ start: end.map(() => 0), end }, { asOf: 195, period: 30 });
  for (let month = 1; month <= 6; month++) {
    const atRisk = summary.periods.filter((periods) => periods >= month).length;
    const left = summary.periods.filter(
      (periods, row) => periods === month && summary.ended[row] === 1,
    ).length;
    expect(Math.abs(left / atRisk - 0.05)).toBeLessThan(0.015);
  }
  expect(Math.max(...summary.periods)).toBe(6);
});

describe("calendar periods", () => {
  const text = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

  it("end on the last of a shorter month and come back to the day", () => {
    const start = dayOfTime("2020-01-31", "start");
    const ends = [1, 2, 3, 12, 13].map((count) => text(dayAfterPeriods(start, count, "month")));
    expect(ends).toEqual(["2020-02-29", "2020-03-31", "2020-04-30", "2021-01-31", "2021-02-28"]);
    expect(text(dayAfterPeriods(dayOfTime("2020-02-29", "start"), 1, "year"))).toBe("2021-02-28");
    expect(text(dayAfterPeriods(dayOfTime("2020-11-30", "start"), 1, "quarter"))).toBe("2021-02-28");
  });

  it.each(["month", "quarter", "year", 30.4375, 7] as const)("of %s are counted as they end", (period) => {
    for (const start of [0, 30, 18_321, 18_322]) {
      for (let count = 0; count < 60; count++) {
        const day = dayAfterPeriods(start, count, period);
        expect(wholePeriods(start, day, period)).toBe(count);
        if (count > 0) expect(wholePeriods(start, day - 1, period)).toBe(count - 1);
      }
    }
  });
});

it("reads days as numbers, dates and text alike", () => {
  const asNumbers = summarizeContracts(
    { start: [18_262], end: [18_628.75] },
    { asOf: 19_000, period: 365.25 },
  );
  const asText = summarizeContracts(
    { start: ["2020-01-01"], end: ["2021-01-01T18:00:00Z"] },
    { asOf: "2022-01-08", period: 365.25 },
  );
  const asDates = summarizeContracts(
    { start: [new Date("2020-01-01T08:00:00Z")], end: [new Date("2021-01-01")] },
    { asOf: new Date("2022-01-08"), period: 365.25 },
  );
  expect(asText).toEqual(asNumbers);
  expect(asDates).toEqual(asNumbers);
  expect(asNumbers).toMatchObject({ periods: Int32Array.of(1), ended: Uint8Array.of(1) });
});

it("leaves out and counts contracts that have not started, keeping the order of the others", () => {
  const summary = summarizeContracts(
    { start: [0, 200, 50, 100], end: [undefined, null, Number.POSITIVE_INFINITY, ""], weight: [1, 2, 3, 4] },
    { asOf: 100, period: 10 },
  );
  expect(summary).toEqual({
    periods: Int32Array.of(10, 5, 0),
    ended: Uint8Array.of(0, 0, 0),
    weight: Float64Array.of(1, 3, 4),
    row: Int32Array.of(0, 2, 3),
    notStarted: 2,
  });
});

it("names what it cannot read", () => {
  const options = { asOf: 10, period: 1 };
  const run = (start: string, end: string) => () =>
    summarizeContracts({ start: [start], end: [end] }, options);
  expect(run("2020-13-01", "")).toThrow('start of row 0 is "2020-13-01"');
  expect(run("2021-02-29", "")).toThrow('start of row 0 is "2021-02-29"; expected a number of days');
  expect(run("2020-01-02", "2020-01-01")).toThrow(
    "end of row 0 is 2020-01-01; expected not before its start 2020-01-02",
  );
  expect(() => summarizeContracts({ start: [1], end: [] }, options)).toThrow("length of end is 0");
  expect(() => summarizeContracts({ start: [1], end: [null], weight: [0] }, options)).toThrow(
    "weight of row 0 is 0",
  );
  expect(() => summarizeContracts({ start: [1], end: [Number.NaN] }, options)).toThrow("end of row 0 is NaN");
  expect(() => summarizeContracts({ start: [], end: [] }, { asOf: 1, period: 0 })).toThrow("period is 0");
});
