import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { riskQuantiles } from "./risk-quantiles.ts";

const certain = (ratio: number) => ({ low: ratio, mid: ratio, high: ratio });

describe("sales at risk", () => {
  it("are the product where shares are certain and nobody decides alone", () => {
    // 10 % of CHF 1,000 move and cost 5 %: CHF 5.
    const { cents, low, high } = riskQuantiles(100_000, 0, certain(0.1), certain(0.05));
    expect([low, cents, high]).toEqual([500, 500, 500]);
  });

  it("spread with chance: one big customer is wider than a thousand small ones", () => {
    const one = riskQuantiles(100_000, 100_000 ** 2, certain(0.2), certain(0.5));
    const many = riskQuantiles(100_000, 1000 * 100 ** 2, certain(0.2), certain(0.5));
    // Standard deviation of one: √(0.2 × 0.8) × 100,000 × 0.5 = 20,000; of many: 632.
    expect(one.high - one.low).toBeGreaterThan(20 * (many.high - many.low));
  });

  it("is ordered, never negative and never more than the dearest loss of all sales", () => {
    const shares = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([a, b]) => ({ low: Math.min(a, b) / 2, mid: Math.min(a, b), high: Math.max(a, b) }));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 1, max: 1000 }),
        shares,
        shares,
        (sales, n, a, b) => {
          const { cents, low, high } = riskQuantiles(sales, (sales * sales) / n, a, b);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(cents).toBeGreaterThanOrEqual(low);
          expect(high).toBeGreaterThanOrEqual(cents);
          expect(high).toBeLessThanOrEqual(sales);
        },
      ),
      { numRuns: 20, seed: 5 },
    );
  });
});
