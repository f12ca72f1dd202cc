import fc from "fast-check";
import { expect, it } from "vitest";
import { digamma } from "./digamma.ts";
import { digammaDifference } from "./digamma-difference.ts";

it("is the sum of reciprocals for an integer difference, however large x is", () => {
  for (const x of [1e-3, 0.5, 3, 50, 1e6, 1e10]) {
    for (const d of [1, 3, 100]) {
      let sum = 0;
      for (let i = d - 1; i >= 0; i--) sum += 1 / (x + i);
      expect(Math.abs(digammaDifference(x, d) / sum - 1)).toBeLessThan(1e-13);
    }
  }
});

it("is the difference of two digammas where that keeps its digits", () => {
  const moderate = fc.double({ min: 0.05, max: 30, noNaN: true });
  fc.assert(
    fc.property(moderate, moderate, (x, d) => {
      expect(Math.abs(digammaDifference(x, d) - (digamma(x + d) - digamma(x)))).toBeLessThan(1e-12);
      expect(digammaDifference(x + d, -d)).toBeCloseTo(-digammaDifference(x, d), 12);
    }),
    { seed: 1, numRuns: 500 },
  );
});
