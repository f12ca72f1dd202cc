import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bgCnbdK, bgNbd, mbgCnbdK, mbgNbd } from "./model.ts";

const SHEET = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

const param = fc.double({ min: 0.1, max: 10, noNaN: true });
const params = fc.record({ r: param, alpha: param, a: param, b: param });
const history = fc
  .record({
    frequency: fc.nat(20),
    share: fc.double({ min: 0.5, max: 1, noNaN: true }),
    age: fc.double({ min: 5, max: 50, noNaN: true }),
  })
  .map(({ frequency, share, age }) => ({ frequency, recency: frequency === 0 ? 0 : share * age, age }));
const horizon = fc.double({ min: 0, max: 30, noNaN: true });

describe.each([
  { name: "BG/NBD", make: bgNbd },
  { name: "MBG/NBD", make: mbgNbd },
  { name: "BG/CNBD-2", make: (p: typeof SHEET) => bgCnbdK({ k: 2, ...p }) },
  { name: "MBG/CNBD-3", make: (p: typeof SHEET) => mbgCnbdK({ k: 3, ...p }) },
])("counts of $name", ({ make }) => {
  it("have probabilities that sum to 1 with the expectation as their mean", () => {
    fc.assert(
      fc.property(params, history, horizon, (p, h, t) => {
        const model = make(p);
        let [total, mean] = [0, 0];
        for (let count = 0; count < 1000; count++) {
          const probability = model.conditionalTransactionProbability(count, t, h);
          total += probability;
          mean += count * probability;
          if (count > 20 && count * probability < 1e-12 * mean) break;
        }
        expect(Math.abs(total - 1)).toBeLessThan(1e-9);
        const expected = model.conditionalExpectedTransactions(t, h);
        expect(Math.abs(mean - expected)).toBeLessThanOrEqual(1e-7 * expected + 1e-12);
      }),
      { seed: 9, numRuns: 15 },
    );
  });

  it("are all 0 for no horizon", () => {
    const now = { frequency: 3, recency: 20, age: 30 };
    expect(make(SHEET).conditionalTransactionProbability(0, 0, now)).toBe(1);
    expect(make(SHEET).conditionalTransactionProbability(2, 0, now)).toBe(0);
  });

  it("have intervals of the smallest counts that reach the two cumulated probabilities", () => {
    const level = fc.double({ min: 0.05, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(params, history, horizon, level, (p, h, t, share) => {
        const model = make(p);
        const { low, high } = model.transactionInterval(t, h, share);
        let below = 0;
        for (let count = 0; count <= high; count++) {
          if (count === low) expect(below).toBeLessThanOrEqual((1 - share) / 2 + 1e-12);
          if (count === high) expect(below).toBeLessThanOrEqual((1 + share) / 2 + 1e-12);
          below += model.conditionalTransactionProbability(count, t, h);
          if (count === low) expect(below).toBeGreaterThanOrEqual((1 - share) / 2 - 1e-12);
        }
        expect(below).toBeGreaterThanOrEqual((1 + share) / 2 - 1e-12);
      }),
      { seed: 10, numRuns: 25 },
    );
  });
});

describe("counts far out", () => {
  it("keep their digits in the tail", () => {
    // P(k+1) / P(k) must approach z·(b + k)/(a + b + k)… < z = 2 / 6.414, and not stall at 1e-16.
    const model = bgNbd(SHEET);
    for (let count = 30; count < 60; count++) {
      const ratio = model.transactionProbability(count + 1, 2) / model.transactionProbability(count, 2);
      expect(ratio).toBeGreaterThan(0.25);
      expect(ratio).toBeLessThan(2 / 6.414);
    }
  });

  it("are told directly as by a walk", () => {
    // 500 counts are walked over, 501 is asked for: the ratio has no step above its own curvature.
    const busy = { frequency: 400, recency: 40, age: 40 };
    const model = mbgNbd({ ...SHEET, a: 1e-4 });
    const ratio = (count: number) =>
      model.conditionalTransactionProbability(count + 1, 52, busy) /
      model.conditionalTransactionProbability(count, 52, busy);
    expect(Math.abs(ratio(500) - (ratio(499) + ratio(501)) / 2)).toBeLessThan(3e-6);
  });

  it("are found where the first probabilities underflow", () => {
    // 3,000 purchases in 100 weeks: about 150,000 in 5,000 more, and P(0) is below the smallest double
    const busy = { frequency: 3000, recency: 100, age: 100 };
    const model = bgNbd({ ...SHEET, a: 1e-9 });
    const { low, high } = model.transactionInterval(5000, busy, 0.9);
    const mean = model.conditionalExpectedTransactions(5000, busy);
    // NB with shape 3,000: relative standard deviation 1 / √3000 on either side times 1.645
    expect(Math.abs(low / mean - (1 - 1.645 / Math.sqrt(3000)))).toBeLessThan(2e-3);
    expect(Math.abs(high / mean - (1 + 1.645 / Math.sqrt(3000)))).toBeLessThan(2e-3);
  });
});

it("has the values of the README", () => {
  const customer = { frequency: 2, recency: 30.43, age: 38.86 };
  expect(bgNbd(SHEET).transactionInterval(39, customer)).toEqual({ low: 0, high: 3 });
  expect(bgNbd(SHEET).probabilityAlive(customer)).toBeCloseTo(0.727, 3);
});
