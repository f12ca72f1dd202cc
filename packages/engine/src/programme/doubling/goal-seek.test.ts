import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CostDriver } from "../contracts/drivers.ts";
import { plainCase } from "./doubling-case.fixture.ts";
import type { DoublingCase } from "./doubling-case.ts";
import { goalSeek, withSalesRatio } from "./goal-seek.ts";
import { GrowthModel } from "./growth-result.ts";
import { doublingOutcome } from "./outcome.ts";

const resultOf = (world: DoublingCase) => new GrowthModel(world).at(2 * world.customers).resultCents;

function changed(world: DoublingCase, parameter: string, value: number): DoublingCase {
  if (parameter === "salesRatio") return withSalesRatio(world, value);
  if (parameter in world.driverCents)
    return { ...world, driverCents: { ...world.driverCents, [parameter as CostDriver]: value } };
  return { ...world, [parameter]: value };
}

describe("what would have to be true", () => {
  it("solves each number alone", () => {
    // 300.00 − 300.00 − 80.00 = −80.00 per customer and year.
    const world = { ...plainCase, marginRatio: 0.3 };
    const found = new Map(goalSeek(world, resultOf(world)).map((each) => [each.parameter, each]));
    expect(found.get("acquisitionCents")).toMatchObject({ needed: 0, relativeChange: -1, isReachable: true });
    // (300.00 + 80.00) ÷ 1,000.00 of sales.
    expect(found.get("marginRatio")!.needed).toBeCloseTo(0.38, 10);
    expect(found.get("fieldVisits")!.needed).toBeCloseTo(2_000, 6);
    // Contacts cost 20.00 in all: without them 60.00 are missing still.
    expect(found.get("contacts")).toMatchObject({ needed: null, isReachable: false });
    expect(found.get("contacts")!.reason!.de).toContain("ohne diese Kosten");
    // Before acquisition nothing is left, so no number of years helps.
    expect(found.get("lifetimeYears")).toMatchObject({ needed: null, isReachable: false });
  });

  it("says how far a number may worsen where doubling pays", () => {
    const found = goalSeek(plainCase, resultOf(plainCase));
    // 120.00 · 4 years on top of 320.00.
    expect(found.find(({ parameter }) => parameter === "acquisitionCents")!.needed).toBeCloseTo(80_000, 6);
    // 320.00 ÷ 200.00 = 1.6 years are enough.
    expect(found.find(({ parameter }) => parameter === "lifetimeYears")!.needed).toBeCloseTo(1.6, 10);
  });

  it("plugged back gives zero", () => {
    const worlds = fc.record({
      marginRatio: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      lifetimeYears: fc.double({ min: 1, max: 10, noNaN: true }),
      platformCents: fc.integer({ min: 0, max: 10_000_000 }),
      feesCents: fc.integer({ min: -1_000, max: 3_000 }),
    });
    fc.assert(
      fc.property(worlds, (some) => {
        const world = { ...plainCase, ...some };
        const result = resultOf(world);
        for (const { parameter, needed } of goalSeek(world, result)) {
          if (needed === null) continue;
          expect(Math.abs(resultOf(changed(world, parameter, needed))), parameter).toBeLessThan(1);
        }
      }),
      { seed: 7, numRuns: 100 },
    );
  });
});

describe("the outcome", () => {
  it("of a plan that changes nothing is today's to the cent, with today's flip driver", () => {
    const today = doublingOutcome(plainCase);
    const { flipRanking: _ranking, ...plan } = doublingOutcome({ ...plainCase }, plainCase);
    const { flipRanking: _own, ...own } = today;
    expect(plan).toEqual(own);
    expect(own.flipDriver).toBe("fieldVisits");
  });

  it("has parts that sum to the contribution after acquisition, whatever the fractions of cents", () => {
    const cost = fc.double({ min: 0, max: 50_000, noNaN: true });
    fc.assert(
      fc.property(cost, cost, cost, cost, (fieldVisits, orderEntry, experts, acquisitionCents) => {
        const driverCents = { ...plainCase.driverCents, fieldVisits, orderEntry, experts };
        const outcome = doublingOutcome({ ...plainCase, driverCents, acquisitionCents });
        const sum = outcome.parts.reduce((total, { cents }) => total + cents, 0);
        expect(sum).toBe(outcome.marginalAfterAcquisitionPerCustomerYearCents);
        expect(outcome.parts.every(({ cents }) => Number.isInteger(cents))).toBe(true);
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
