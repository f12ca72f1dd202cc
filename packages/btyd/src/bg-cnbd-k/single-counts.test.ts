import fc from "fast-check";
import { expect, it } from "vitest";
import { countAtLeast, countExactly } from "./single-counts.ts";
import { walkRegularCounts } from "./walk-regular-counts.ts";
import { walkTransactionCounts } from "./walk-transaction-counts.ts";

const between = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const customer = fc.record({
  k: fc.constantFrom(1, 2, 6),
  shape: between(0.02, 300),
  rate: between(2, 100),
  silence: between(1e-3, 2),
});

it("equal the walk, far out too", () => {
  fc.assert(
    fc.property(
      customer,
      between(0.05, 50),
      between(0.05, 50),
      between(0.1, 100),
      (silent, a, b, horizon) => {
        const near = (found: number, expected: number) =>
          expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * expected + 1e-290);
        let below = 0;
        const visit = (count: number, probability: number) => {
          near(countExactly(silent, a, b, horizon, count), probability);
          if (count > 0) {
            expect(Math.abs(countAtLeast(silent, a, b, horizon, count) - (1 - below))).toBeLessThan(1e-10);
          }
          below += probability;
          return count < 60;
        };
        walkRegularCounts(silent, a, b, horizon, visit);
        below = 0;
        if (silent.k === 1) walkTransactionCounts(silent.shape, silent.rate, a, b, horizon, visit);
      },
    ),
    { seed: 1, numRuns: 150 },
  );
});

it("are one purchase or none when everybody leaves at the first", () => {
  // a → ∞: P(0) = (α / (α + t))^shape, P(1) the rest
  const silent = { k: 1, shape: 0.5, rate: 4, silence: 0 };
  const none = (4 / 16) ** 0.5;
  expect(countExactly(silent, 1e9, 1, 12, 0)).toBeCloseTo(none, 12);
  expect(countExactly(silent, 1e9, 1, 12, 1)).toBeCloseTo(1 - none, 8);
  expect(countExactly(silent, 1e9, 1, 12, 2)).toBeCloseTo(0, 8);
});
