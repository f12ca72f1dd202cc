import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedPurchases, probabilityActive } from "./predict.ts";
import {
  purchaseCountDistribution,
  purchaseCountInterval,
  purchaseCountIntervals,
  purchaseCountPmf,
} from "./purchase-count.ts";

const SHEET = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
const near = (found: number, expected: number, relative: number) =>
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);

const param = fc.double({ min: 0.1, max: 10, noNaN: true });
const params = fc.record({ r: param, alpha: param, a: param, b: param });
const history = fc
  .record({
    frequency: fc.nat(60),
    share: fc.double({ min: 0.5, max: 1, noNaN: true }),
    age: fc.double({ min: 5, max: 50, noNaN: true }),
  })
  .map(({ frequency, share, age }) => ({ frequency, recency: frequency === 0 ? 0 : share * age, age }));
const horizon = fc.double({ min: 0, max: 60, noNaN: true });

describe("probability of a count", () => {
  it("has the published values, relatively", () => {
    near(purchaseCountPmf(SHEET, 10, 2), 1.07869e-7, 1e-5);
    near(purchaseCountPmf(SHEET, 0, 39), 0.5737864, 1e-6);
  });

  it("keeps its digits far out in the tail", () => {
    // P(k+1) / P(k) must approach z·(b + k)/(a + b + k)… < z = 2 / 6.414, and not stall at 1e-16.
    const probabilities = purchaseCountDistribution(SHEET, { frequency: 0, recency: 0, age: 0 }, 2, 60);
    for (let k = 30; k < 60; k++) {
      const ratio = probabilities[k + 1]! / probabilities[k]!;
      expect(ratio).toBeGreaterThan(0.25);
      expect(ratio).toBeLessThan(2 / 6.414);
    }
  });

  it("is one purchase or none when everybody leaves at the first repeat", () => {
    // a → ∞: P(0) = (α / (α + t))^r, P(1) the rest
    const everybodyLeaves = { r: 0.5, alpha: 4, a: 1e9, b: 1 };
    const probabilities = purchaseCountDistribution(
      everybodyLeaves,
      { frequency: 0, recency: 0, age: 0 },
      12,
      3,
    );
    expect(probabilities[0]).toBeCloseTo((4 / 16) ** 0.5, 12);
    expect(probabilities[1]).toBeCloseTo(1 - (4 / 16) ** 0.5, 8);
    expect(probabilities[2]).toBeCloseTo(0, 8);
  });

  it("counts who has left among those who buy nothing", () => {
    const silent = { frequency: 20, recency: 20, age: 39 };
    const nothing = purchaseCountDistribution(SHEET, silent, 52, 0)[0]!;
    expect(nothing).toBeGreaterThan(1 - probabilityActive(SHEET, silent));
    expect(nothing).toBeLessThan(1);
  });

  it("is all at 0 for no horizon", () => {
    const now = purchaseCountDistribution(SHEET, { frequency: 3, recency: 20, age: 30 }, 0, 4);
    expect([...now]).toEqual([1, 0, 0, 0, 0]);
  });

  it("survives a first probability that underflows", () => {
    // 3,000 purchases in 100 weeks: P(0 in 5,000 weeks) is below the smallest double while active
    const busy = { frequency: 3000, recency: 100, age: 100 };
    const probabilities = purchaseCountDistribution({ ...SHEET, a: 1e-7 }, busy, 5000, 400_000);
    near(sum(probabilities), 1, 1e-9);
  });

  it("sums to 1 and has the expected purchases as its mean", () => {
    fc.assert(
      fc.property(params, history, horizon, (p, h, t) => {
        const probabilities = purchaseCountDistribution(p, h, t, 20_000);
        for (const probability of probabilities.subarray(0, 100)) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(sum(probabilities)).toBeCloseTo(1, 9);
        const mean = sum(probabilities.map((probability, count) => probability * count));
        expect(Math.abs(mean - expectedPurchases(p, h, t))).toBeLessThan(1e-8 * (1 + mean));
      }),
      { seed: 9, numRuns: 60 },
    );
  });
});

describe("interval of the count", () => {
  const level = fc.double({ min: 0.05, max: 0.99, noNaN: true });

  it("is the pair of smallest counts that reach the two cumulated probabilities", () => {
    fc.assert(
      fc.property(params, history, horizon, level, (p, h, t, share) => {
        const { low, high } = purchaseCountInterval(p, h, t, share);
        const probabilities = purchaseCountDistribution(p, h, t, high);
        const below = (count: number) => sum(probabilities.subarray(0, count));
        expect(low).toBeLessThanOrEqual(high);
        expect(below(low + 1)).toBeGreaterThanOrEqual((1 - share) / 2 - 1e-12);
        expect(below(high + 1)).toBeGreaterThanOrEqual((1 + share) / 2 - 1e-12);
        expect(below(low)).toBeLessThanOrEqual((1 - share) / 2 + 1e-12);
        expect(below(high)).toBeLessThanOrEqual((1 + share) / 2 + 1e-12);
      }),
      { seed: 10 },
    );
  });

  it("has the values of the README", () => {
    const customer = { frequency: 2, recency: 30.43, age: 38.86 };
    expect(purchaseCountInterval(SHEET, customer, 39)).toEqual({ low: 0, high: 3 });
    expect(probabilityActive(SHEET, customer)).toBeCloseTo(0.727, 3);
  });

  it("is 0 to 0 for somebody who has certainly left", () => {
    const gone = { frequency: 1000, recency: 10, age: 100 };
    expect(purchaseCountInterval(SHEET, gone, 52)).toEqual({ low: 0, high: 0 });
  });

  it("covers 80 % by default and widens with the level", () => {
    const regular = { frequency: 26, recency: 30.857143, age: 31 };
    expect(purchaseCountInterval(SHEET, regular, 52)).toEqual(purchaseCountInterval(SHEET, regular, 52, 0.8));
    const wide = purchaseCountInterval(SHEET, regular, 52, 0.95);
    const narrow = purchaseCountInterval(SHEET, regular, 52, 0.5);
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(narrow.high);
  });

  it("is the same in a batch", () => {
    const rows = { frequency: [0, 2, 26], recency: [0, 30.43, 30.857143], age: [10, 38.86, 31] };
    const batch = purchaseCountIntervals(SHEET, rows, 52);
    for (let row = 0; row < 3; row++) {
      const single = purchaseCountInterval(
        SHEET,
        { frequency: rows.frequency[row]!, recency: rows.recency[row]!, age: rows.age[row]! },
        52,
      );
      expect({ low: batch.low[row], high: batch.high[row] }).toEqual(single);
    }
  });

  it("throws for a level that is no probability between 0 and 1", () => {
    const anyone = { frequency: 0, recency: 0, age: 1 };
    expect(() => purchaseCountInterval(SHEET, anyone, 52, 80)).toThrow(
      "level is 80; expected a number above 0 and below 1",
    );
    expect(() => purchaseCountPmf(SHEET, -1, 52)).toThrow(
      "count is -1; expected an integer from 0 to 1000000",
    );
  });
});
