import gammaln from "@stdlib/math-base-special-gammaln";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logBetaRatio } from "./log-beta-ratio.ts";

/** For an integer shift Γ(b + shift) / Γ(b) is a product: Σ −ln(1 + a / (b + i)), summed with compensation. */
function byProduct(a: number, b: number, shift: number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < shift; i++) {
    const term = -Math.log1p(a / (b + i)) - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return sum;
}

const SIZES = [1e-3, 0.1, 0.668, 1, 3, 50, 1e3, 1e4, 1e8];

it.each(SIZES)("has all digits with a = %s, in every region of the other arguments", (a) => {
  for (const b of [1e-3, 0.5, 1, 3.8, 9, 11, 100, 1e4, 1e8]) {
    for (const shift of [1, 2, 7, 100, 5000]) {
      const expected = byProduct(a, b, shift);
      expect(Math.abs(logBetaRatio(a, b, shift) / expected - 1)).toBeLessThan(2e-13);
    }
  }
});

it("is the plain difference of ln Γ where that keeps its digits", () => {
  const moderate = fc.double({ min: 0.05, max: 30, noNaN: true });
  fc.assert(
    fc.property(moderate, moderate, moderate, (a, b, shift) => {
      const plain = gammaln(b + shift) + gammaln(a + b) - gammaln(b) - gammaln(a + b + shift);
      expect(Math.abs(logBetaRatio(a, b, shift) - plain)).toBeLessThan(1e-11);
      expect(logBetaRatio(shift, b, a)).toBe(logBetaRatio(a, b, shift));
    }),
    { seed: 1, numRuns: 500 },
  );
});

describe("at the edges", () => {
  it("is 0 without a shift and without a", () => {
    expect(logBetaRatio(2, 3, 0)).toBe(0);
    expect(logBetaRatio(0, 3, 2)).toBe(0);
  });

  it("takes a negative a above −b as a quotient of gamma functions", () => {
    // Γ(4) Γ(½) / (Γ(1) Γ(3½)) = 6 √π / (15/8 √π) = 3.2
    expect(logBetaRatio(-0.5, 1, 3)).toBeCloseTo(Math.log(3.2), 13);
  });

  it("follows a power law far out: B(a, b + z) falls as z^−a", () => {
    const fall = logBetaRatio(0.5, 2, 1e300) - logBetaRatio(0.5, 2, 1e200);
    expect(fall).toBeCloseTo(-0.5 * 100 * Math.LN10, 9);
  });

  it("keeps the digits of the smallest shifts: −a · shift / b for large b", () => {
    expect(logBetaRatio(1e-3, 1e9, 1e-8) / -1e-20).toBeCloseTo(1, 8);
  });
});
