import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LeakRole, LeakRow } from "./contract.ts";
import { leakOf } from "./leak.ts";

const role = (code: string, centsPerMinute: number, unloggedRatio = 0): LeakRole => ({
  code,
  label: { de: code, en: code },
  centsPerMinute,
  unloggedRatio,
  rateIsAssumed: false,
});
const row = (values: Partial<LeakRow> & Pick<LeakRow, "role" | "minutesMilli">): LeakRow => ({
  reason: null,
  sizeClass: "small",
  category: "small",
  isLegitimate: false,
  isOwner: false,
  events: 1,
  estimatedMilli: 0,
  ...values,
});

/** AT2.1: 1,000 activities of 30 minutes, 480 of them at small customers: 280 by key account, 200 by field sales. */
const thirtyMinutes = (events: number) => ({ events, minutesMilli: events * 30_000 });
const activities: LeakRow[] = [
  row({ role: "keyAccount", reason: "did not know whom to call", ...thirtyMinutes(280) }),
  row({ role: "fieldSales", ...thirtyMinutes(200) }),
  row({ role: "keyAccount", sizeClass: "large", category: "large", ...thirtyMinutes(320) }),
  row({ role: "fieldSales", sizeClass: "none", category: null, ...thirtyMinutes(200) }),
];

describe("AT2.1: the leak", () => {
  it("is 48 %, 240 hours and the money at loaded rates when everything is logged", () => {
    const leak = leakOf(activities, [role("keyAccount", 185), role("fieldSales", 155)]);
    // 480 ÷ 1,000; 480 × 30 min ÷ 60; 280 · 30 · 1.85 + 200 · 30 · 1.55 = 15,540 + 9,300 = CHF 24,840
    expect(leak).toMatchObject({ ratio: 0.48, low: 0.48, high: 0.48, hours: 240, costCents: 2_484_000 });
    expect(leak).toMatchObject({ totalHours: 500, costLowCents: 2_484_000, costHighCents: 2_484_000 });
  });

  it("is an interval, not a point, when 30 % of the work is declared unlogged", () => {
    const leak = leakOf(activities, [role("keyAccount", 185, 0.3), role("fieldSales", 155, 0.3)]);
    // 1,000 logged are 70 % of 1,428.6; the 428.6 others may all be elsewhere, or all at small customers.
    expect(leak.ratio).toBeCloseTo(0.48, 10);
    expect(leak.low).toBeCloseTo(480 / (1000 / 0.7), 10);
    expect(leak.high).toBeCloseTo((480 + 1000 / 0.7 - 1000) / (1000 / 0.7), 10);
    expect(leak.costHighCents).toBeGreaterThan(leak.costCents);
  });

  it("leaves out what is declared as wanted, and says how much that is", () => {
    const wanted = activities.map((one) =>
      one.role === "fieldSales" && one.sizeClass === "small" ? { ...one, isLegitimate: true } : one,
    );
    const leak = leakOf(wanted, [role("keyAccount", 185), role("fieldSales", 155)]);
    // 280 ÷ 1,000
    expect(leak.ratio).toBeCloseTo(0.28, 10);
    expect(leak.legitimate).toEqual({ minutes: 6000, costCents: 930_000, events: 200 });
  });

  it("is unknown, not zero, while specialists log nothing", () => {
    expect(leakOf([], [role("keyAccount", 185)])).toMatchObject({
      ratio: null,
      low: null,
      high: null,
      costCents: 0,
    });
  });

  const rows = fc.array(
    fc.record({
      role: fc.constantFrom("keyAccount", "fieldSales", "expert"),
      reason: fc.constantFrom(null, "a", "b", "c"),
      sizeClass: fc.constantFrom("small", "large", "none"),
      category: fc.constantFrom("small", "large", null),
      isLegitimate: fc.boolean(),
      isOwner: fc.boolean(),
      events: fc.integer({ min: 1, max: 50 }),
      minutesMilli: fc.integer({ min: 0, max: 3_000_000 }),
      estimatedMilli: fc.constant(0),
    }),
    { maxLength: 40 },
  );
  const roles = [role("keyAccount", 185.3, 0.3), role("fieldSales", 154.7, 0.1), role("expert", 201, 0)];

  it("has parts that add up to the whole to the cent, and bounds around it", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const leak = leakOf(some, roles);
        const sum = (parts: readonly { costCents: number }[]) =>
          parts.reduce((total, { costCents }) => total + costCents, 0);
        expect(sum(leak.byRole)).toBe(leak.costCents);
        expect(sum(leak.byReason)).toBe(leak.costCents);
        expect(sum(leak.flows)).toBe(leak.totalCostCents);
        if (leak.ratio === null || leak.low === null || leak.high === null) return;
        expect(leak.low).toBeLessThanOrEqual(leak.ratio + 1e-12);
        expect(leak.high).toBeGreaterThanOrEqual(leak.ratio - 1e-12);
      }),
      { seed: 21, numRuns: 200 },
    );
  });
});
