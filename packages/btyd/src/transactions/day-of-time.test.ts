import fc from "fast-check";
import { expect, it } from "vitest";
import { dayOfTime } from "./day-of-time.ts";

it("counts days since 1970 in the Gregorian calendar, as Date does", () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_000, max: 2_932_000 }), (day) => {
      const date = new Date(day * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      expect(dayOfTime(text, "time")).toBe(day);
      expect(dayOfTime(text.replaceAll("-", ""), "time")).toBe(day);
      expect(dayOfTime(date, "time")).toBe(day);
    }),
    { seed: 1, numRuns: 500 },
  );
});

it("reads the day that is written, whatever the time of day or zone behind it", () => {
  // 1997-01-01 is 27 years with 7 leap days after 1970-01-01: 27 · 365 + 7
  for (const text of [
    "1997-01-01",
    "19970101",
    "1997-01-01T23:59:59+02:00",
    "1997-01-01 00:10",
    "19970101T0010Z",
  ]) {
    expect(dayOfTime(text, "time")).toBe(9862);
  }
  expect(dayOfTime(new Date("1997-01-01T23:59:59.999Z"), "time")).toBe(9862);
  expect(dayOfTime(3.9, "time")).toBe(3);
  expect(dayOfTime(-0.5, "time")).toBe(-1);
});

it.each([
  "1997-02-29",
  "1997-13-01",
  "1997-00-10",
  "97-01-01",
  "1997-1-1",
  "01.01.1997",
  "1997-01-01x",
  "1997011",
  "",
])("refuses %j, naming it", (text) => {
  expect(() => dayOfTime(text, "time of row 4")).toThrow(
    `time of row 4 is ${JSON.stringify(text)}; expected a number of days, a valid Date, or ISO text like 2024-03-01`,
  );
});

it("refuses milliseconds and digits of a date, saying how to pass them", () => {
  const advice =
    "expected a number of days below 10,000,000; pass milliseconds as Date objects or divided by 86,400,000, digits like 20240301 as text";
  expect(() => dayOfTime(1_709_251_200_000, "time")).toThrow(
    new RangeError(`time is 1709251200000; ${advice}`),
  );
  expect(() => dayOfTime(19970101, "time")).toThrow(advice);
  expect(() => dayOfTime(Number.NaN, "time")).toThrow("time is NaN; expected a number of days");
  expect(() => dayOfTime(new Date(Number.NaN), "time")).toThrow("time is Invalid Date; expected");
});
