import gammaln from "@stdlib/math-base-special-gammaln";
import fc from "fast-check";
import { expect, it } from "vitest";
import { digamma } from "./digamma.ts";

const EULER = 0.5772156649015329;

it("has its known values", () => {
  expect(digamma(1)).toBeCloseTo(-EULER, 14);
  // ψ(1/2) = −γ − 2 ln 2
  expect(digamma(0.5)).toBeCloseTo(-EULER - 2 * Math.LN2, 13);
  // ψ(5) = 1 + 1/2 + 1/3 + 1/4 − γ
  expect(digamma(5)).toBeCloseTo(1 + 1 / 2 + 1 / 3 + 1 / 4 - EULER, 13);
});

it("is the slope of ln Γ", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 1e4, noNaN: true }), (x) => {
      const step = 1e-4 * x;
      const slope = (gammaln(x + step) - gammaln(x - step)) / (2 * step);
      expect(Math.abs(digamma(x) - slope)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
    }),
    { seed: 1 },
  );
});

it("is defined above 0 only", () => {
  expect(digamma(0)).toBeNaN();
  expect(digamma(-1.5)).toBeNaN();
  expect(digamma(Number.NaN)).toBeNaN();
});
