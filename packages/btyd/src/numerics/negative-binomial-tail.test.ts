import fc from "fast-check";
import { expect, it } from "vitest";
import { lnNegativeBinomial, negativeBinomialTail } from "./negative-binomial-tail.ts";

const logUniform = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

it("is the sum of the probabilities from the count on", () => {
  fc.assert(
    fc.property(fc.nat(200), logUniform(0.01, 300), logUniform(0.01, 20), (count, shape, odds) => {
      let sum = 0;
      for (let n = count; n < count + 20_000; n++) sum += Math.exp(lnNegativeBinomial(n, shape, odds));
      expect(Math.abs(negativeBinomialTail(count, shape, odds) - sum)).toBeLessThanOrEqual(1e-11 * sum);
    }),
    { seed: 1, numRuns: 100 },
  );
});

it("has elementary values", () => {
  // Shape 1 is geometric: P(N ≥ n) = z^n.
  expect(negativeBinomialTail(300, 1, 0.25) / 0.2 ** 300).toBeCloseTo(1, 11);
  expect(negativeBinomialTail(0, 0.3, 2)).toBe(1);
  // P(N ≥ 1) = 1 − (1 + odds)^−shape
  expect(negativeBinomialTail(1, 0.3, 2)).toBeCloseTo(1 - 3 ** -0.3, 14);
});

it("stays within 0 … 1 and falls with the count for extreme shapes and odds", () => {
  fc.assert(
    fc.property(fc.nat(1e6), logUniform(1e-3, 1e5), logUniform(1e-9, 1e9), (count, shape, odds) => {
      const tail = negativeBinomialTail(count, shape, odds);
      expect(tail).toBeGreaterThanOrEqual(0);
      expect(tail).toBeLessThanOrEqual(1);
      expect(negativeBinomialTail(count + 1, shape, odds)).toBeLessThanOrEqual(tail * (1 + 1e-8));
    }),
    { seed: 2, numRuns: 1000 },
  );
});
