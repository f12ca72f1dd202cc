import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { businessMinutes, minutesPerWorkday } from "./business-minutes.ts";
import type { BusinessHours } from "./promise-contract.ts";

const hours: BusinessHours = {
  weekdays: [1, 2, 3, 4, 5],
  opensAt: "08:00",
  closesAt: "17:00",
  // A Thursday, and a Saturday that costs nobody a working day.
  holidays: ["2026-01-01", "2026-01-03"],
};

describe("business minutes", () => {
  it.each([
    // Monday 10:15 to 11:00
    ["2026-03-02T10:15", "2026-03-02T11:00", 45],
    // before opening and after closing do not count: 9 h × 60
    ["2026-03-02T06:00", "2026-03-02T22:00", 540],
    // Friday 16:30 to Monday 09:00: 30 + 60
    ["2026-03-06T16:30", "2026-03-09T09:00", 90],
    // Saturday to Sunday
    ["2026-03-07T10:00", "2026-03-08T10:00", 0],
    // Wednesday 16:00, New Year's Day, Friday 09:00: 60 + 0 + 60
    ["2025-12-31T16:00", "2026-01-02T09:00", 120],
    // two whole weeks: 10 × 540
    ["2026-03-02T00:00", "2026-03-16T00:00", 5400],
    // backwards
    ["2026-03-02T11:00", "2026-03-02T10:15", -45],
  ])("from %s to %s are %i", (from, to, expected) => {
    expect(businessMinutes(hours, from, to)).toBe(expected);
  });

  const moment = fc
    .integer({ min: Date.parse("2020-01-01"), max: Date.parse("2029-12-31") })
    .map((instant) => new Date(instant).toISOString().slice(0, 16));

  it("add up over any moment between, and grow", () => {
    fc.assert(
      fc.property(moment, moment, moment, (a, b, c) => {
        const [first, second, third] = [a, b, c].sort() as [string, string, string];
        const whole = businessMinutes(hours, first, third);
        expect(businessMinutes(hours, first, second) + businessMinutes(hours, second, third)).toBe(whole);
        expect(whole).toBeGreaterThanOrEqual(0);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("count one minute per minute on a week without pauses", () => {
    const always: BusinessHours = {
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      opensAt: "00:00",
      closesAt: "23:59",
      holidays: [],
    };
    expect(minutesPerWorkday(always)).toBe(1439);
    expect(businessMinutes(always, "2026-03-02T01:00", "2026-03-02T23:00")).toBe(22 * 60);
  });
});
