import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costAt, type ScalePool, scaleCurve } from "./scale-curve.ts";

const label = { de: "Innendienst", en: "Inside sales" };
/** Ten blocks of 90,000 minutes for 1,000,000.–; 800,000 minutes used. */
const pool: ScalePool = {
  code: "insideSales",
  label,
  kind: "step",
  costCents: 100_000_000,
  capacityMilli: 900_000_000,
  usedMilli: 800_000_000,
  isAssumption: false,
};
const input = { customers: 1_000, pools: [pool], variableCents: 5_000_000, blockMinutes: 90_000 };

describe("cost against the number of customers", () => {
  it("adds capacity in whole blocks: C(q) = F + S·⌈q ÷ K⌉ + v·q", () => {
    // K = 1000 · 900,000 ÷ (10 · 800,000) = 112.5 customers a block; ⌈1000 ÷ 112.5⌉ = ⌈8.89⌉ = 9 blocks of 100,000.–
    expect(costAt(input, 1_000)).toEqual({
      fixedCents: 0,
      stepCents: 90_000_000,
      variableCents: 5_000_000,
      totalCents: 95_000_000,
    });
    // ⌈2000 ÷ 112.5⌉ = ⌈17.78⌉ = 18 blocks
    expect(costAt(input, 2_000).stepCents).toBe(180_000_000);
    expect(scaleCurve(input).pools[0]).toMatchObject({
      blocks: 10,
      blockCents: 10_000_000,
      customersPerBlock: 112.5,
    });
  });

  it("does not round up at an exact multiple of a block", () => {
    // 225 = 2 · 112.5 customers fill two blocks exactly; one more needs a third.
    expect(costAt(input, 225).stepCents).toBe(20_000_000);
    expect(costAt(input, 226).stepCents).toBe(30_000_000);
  });

  it("runs from a quarter to twice the customers of today", () => {
    const { points } = scaleCurve(input);
    expect(points).toHaveLength(36);
    expect(points[0]).toMatchObject({ customers: 250, ratio: 0.25 });
    expect(points.at(-1)).toMatchObject({ customers: 2_000, ratio: 2 });
    for (const point of points)
      expect(point.totalCents).toBe(point.fixedCents + point.stepCents + point.variableCents);
  });

  it("shows economies of scale only where something is fixed", () => {
    const fixed: ScalePool = { ...pool, code: "management", kind: "fixed", costCents: 50_000_000 };
    // Only variable: doubling doubles, elasticity 1. Half fixed: less than double.
    const variable = scaleCurve({ ...input, pools: [] });
    expect(variable.doublingElasticity).toBeCloseTo(1, 9);
    // F 500,000, v·q 500,000: ln(1.5 m ÷ 1.0 m) ÷ ln 2 = 0.585
    const half = scaleCurve({ ...input, pools: [fixed], variableCents: 50_000_000 });
    expect(half.doublingElasticity).toBeCloseTo(Math.log2(1.5), 9);
  });

  it("never falls as customers come", () => {
    fc.assert(
      fc.property(
        fc.record({
          customers: fc.integer({ min: 1, max: 3_000_000 }),
          costCents: fc.integer({ min: 0, max: 10 ** 12 }),
          capacityMilli: fc.integer({ min: 1, max: 10 ** 13 }),
          usedMilli: fc.integer({ min: 0, max: 10 ** 13 }),
          variableCents: fc.integer({ min: 0, max: 10 ** 12 }),
        }),
        ({ customers, variableCents, ...own }) => {
          const { points } = scaleCurve({
            customers,
            variableCents,
            blockMinutes: 90_000,
            pools: [{ ...pool, ...own }],
          });
          for (const [index, point] of points.entries())
            if (index > 0) expect(point.totalCents).toBeGreaterThanOrEqual(points[index - 1]!.totalCents);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });
});
