import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type DoublingParameters, doublingTest } from "./doubling-test.ts";

const file = resolve(process.env.KLEINOD_TEST_DATA ?? "../shared/data", "r20k/parameters.json");
const isThere = existsSync(file);
if (!isThere) console.warn(`Skipped: ${file} is not there (set KLEINOD_TEST_DATA).`);

interface Expected {
  readonly doubling: Record<string, { before?: number; after: number; yearlyMchf: number }>;
  readonly surchargeOnly40PercentWaivedYearlyMchf: number;
}

/** Relative difference below one per cent. */
function expectWithinOnePercent(actual: number, expected: number) {
  expect(Math.abs(actual / expected - 1), `${actual} against ${expected}`).toBeLessThan(0.01);
}

describe.skipIf(!isThere)("AT4.1 the doubling test of the reference world", () => {
  let parameters: DoublingParameters & { expected: Expected };
  beforeAll(() => {
    parameters = JSON.parse(readFileSync(file, "utf8")) as typeof parameters;
  });

  it("gives contribution and yearly result of every plan within one per cent", () => {
    const outcomes = doublingTest(parameters);
    for (const [plan, { before, after, yearlyMchf }] of Object.entries(parameters.expected.doubling)) {
      const outcome = outcomes[plan]!;
      if (before !== undefined)
        expectWithinOnePercent(outcome.marginalBeforeAcquisitionPerCustomerYearCents, 100 * before);
      expectWithinOnePercent(outcome.marginalAfterAcquisitionPerCustomerYearCents, 100 * after);
      expectWithinOnePercent(outcome.yearlyResultCents, 100 * 1e6 * yearlyMchf);
    }
  });

  it("falls to −0.23 million when our own people waive 40 % of the fees", () => {
    const { surchargeOnly } = parameters.plans;
    const waived = { ...surchargeOnly!, waivedRatio: 0.4 };
    const outcomes = doublingTest({ ...parameters, plans: { ...parameters.plans, waived } });
    expectWithinOnePercent(
      outcomes.waived!.yearlyResultCents,
      100 * 1e6 * parameters.expected.surchargeOnly40PercentWaivedYearlyMchf,
    );
  });

  it("names field visits, then acquisition, then order entry as what the bundle changes", () => {
    const { bundle } = doublingTest(parameters);
    expect(bundle!.flipDriver).toBe("fieldVisits");
    // 0.365 visits less at 260; (320 − 140) ÷ 4 years; 6.7 less per order on 9.209 · 0.65 orders.
    expect(bundle!.flipRanking.slice(0, 3)).toMatchObject([
      { driver: "fieldVisits", changeCents: 9_490 },
      { driver: "acquisition", changeCents: 4_500 },
      { driver: "orderEntry", changeCents: 4_011 },
    ]);
  });

  it("names field visits without a plan too: 15.7 % less of them is the smallest change that helps", () => {
    const { today } = doublingTest(parameters);
    expect(today!.flipDriver).toBe("fieldVisits");
    // 21.42 short ÷ 136.50 for visits.
    expect(today!.flipRanking[0]!.relativeChangeToZero).toBeCloseTo(-21.42 / 136.5, 4);
  });

  it("breaks even where growth carries the platform, and never where a new customer costs more than it brings", () => {
    const outcomes = doublingTest(parameters);
    // 700,000 ÷ 145.39 = 4,814.6 more customers.
    expect(outcomes.bundle!.breakEvenN).toEqual([24_815]);
    expect(outcomes.today!.breakEvenN).toEqual([]);
    expect(outcomes.surchargeOnly!.breakEvenN).toEqual([]);
  });

  it("refuses a world without customers by name", () => {
    const base = { ...parameters.base, customers: 0 };
    expect(() => doublingTest({ ...parameters, base })).toThrow(/customers/);
  });
});
