import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costAt, doublingGain, type StepCost, scaleElasticity, stepBreakEvens } from "./step-cost.ts";

const noSteps = { stepCents: 0, unitsPerBlock: 1_000_000 };

describe("step-fixed cost", () => {
  it("breaks even at 134 units in the published case: 20,000 ÷ (400 − 250) = 133.3", () => {
    const cost = { ...noSteps, fixedCents: 2_000_000, variableCents: 25_000 };
    expect(stepBreakEvens(cost, 40_000)).toEqual({ units: [134], neverBelowAfter: 134 });
  });

  it("breaks even at 25 units in the published case: 2,000 ÷ 80", () => {
    const cost = { ...noSteps, fixedCents: 200_000, variableCents: 12_000 };
    expect(stepBreakEvens(cost, 20_000)).toEqual({ units: [25], neverBelowAfter: 25 });
  });

  it("finds several: 10 a unit, 100 fixed, 60 for every block of ten", () => {
    const cost = { fixedCents: 100, stepCents: 60, unitsPerBlock: 10, variableCents: 0 };
    // Block 2: (100 + 120) ÷ 10 = 22 > 20, none. Block 3: 28 ≤ 30. Block 4: 34, for at 31 to 33 it loses again.
    // Block 5: 40 lies in block 4, so its first unit pays already, and every later one.
    expect(stepBreakEvens(cost, 10)).toEqual({ units: [28, 34], neverBelowAfter: 34 });
    expect(10 * 33 - costAt(cost, 33)).toBe(-10);
  });

  it("finds none where a block never earns its step, and none without a margin", () => {
    const cost = { fixedCents: 1_000, stepCents: 200, unitsPerBlock: 10, variableCents: 0 };
    expect(stepBreakEvens(cost, 10)).toEqual({ units: [], neverBelowAfter: null });
    expect(stepBreakEvens({ ...cost, variableCents: 10 }, 10)).toEqual({ units: [], neverBelowAfter: null });
  });

  it("does not begin another block at an exact multiple", () => {
    const cost = { fixedCents: 0, stepCents: 7, unitsPerBlock: 3, variableCents: 1 };
    expect(costAt(cost, 3_000_000)).toBe(7 * 1_000_000 + 3_000_000);
    expect(costAt(cost, 3_000_001)).toBe(7 * 1_000_001 + 3_000_001);
  });

  it("agrees with looking at every number", () => {
    const small = fc.record({
      fixedCents: fc.integer({ min: 0, max: 300 }),
      stepCents: fc.integer({ min: 0, max: 80 }),
      unitsPerBlock: fc.integer({ min: 1, max: 12 }),
      variableCents: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 15 }), (cost: StepCost, price) => {
        const profit = (units: number) => price * units - costAt(cost, units);
        const far = 6_000;
        const rises: number[] = profit(0) >= 0 ? [0] : [];
        let lastLoss = -1;
        for (let units = 0; units <= far; units++) {
          if (units > 0 && profit(units) >= 0 && profit(units - 1) < 0) rises.push(units);
          if (profit(units) < 0) lastLoss = units;
        }
        const found = stepBreakEvens(cost, price);
        const perBlock = (price - cost.variableCents) * cost.unitsPerBlock - cost.stepCents;
        if (perBlock === 0 && price !== cost.variableCents) return;
        expect(found.neverBelowAfter).toBe(lastLoss >= far - cost.unitsPerBlock ? null : lastLoss + 1);
        expect(found.units).toEqual(rises.filter((units) => perBlock > 0 || units < far));
      }),
      { numRuns: 300 },
    );
  });

  it("has economies of scale below one, and none without fixed cost", () => {
    expect(scaleElasticity({ ...noSteps, fixedCents: 0, variableCents: 10 }, 100)).toBeCloseTo(1, 12);
    // C(80) = 1,800 and C(125) = 2,250: ln 1.25 ÷ ln 1.5625 = 0.5
    expect(scaleElasticity({ ...noSteps, fixedCents: 1_000, variableCents: 10 }, 100)).toBeCloseTo(0.5, 12);
    expect(scaleElasticity({ ...noSteps, fixedCents: 0, variableCents: 0 }, 100)).toBeNull();
  });

  it("doubles: margin of as many again, less the blocks begun, less more fixed cost", () => {
    const cost = { fixedCents: 0, stepCents: 500, unitsPerBlock: 40, variableCents: 0 };
    // 100 → 200 units: 3 → 5 blocks: 100 × 12 − 2 × 500 − 50
    expect(doublingGain(cost, 100, 12, 50)).toBe(150);
  });

  it("refuses half cents and empty blocks", () => {
    const cost = { fixedCents: 0.5, stepCents: 0, unitsPerBlock: 1, variableCents: 0 };
    expect(() => stepBreakEvens(cost, 1)).toThrow(/fixedCents is 0.5/);
    expect(() => stepBreakEvens({ ...cost, fixedCents: 0, unitsPerBlock: 0 }, 1)).toThrow(
      /unitsPerBlock is 0/,
    );
  });
});
