import type {
  BundleProblem,
  BundleValue,
  ProgrammeUnit,
} from "@kleinod/engine/programme/optimiser/bundle-contract.ts";
import { optimiseBundles } from "@kleinod/engine/programme/optimiser/optimise-bundles.ts";
import { rowKey } from "@kleinod/engine/programme/optimiser/row-subject.ts";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { bestByTrying, bundle, problem } from "./bundle-problem.fixture.ts";
import { HighsSolver } from "./highs-solver.ts";

const highs = new HighsSolver();
afterAll(() => highs.close());

function optimise(asked: BundleProblem, runnersUp = 0, seconds = 20) {
  const end = performance.now() + seconds * 1000;
  const secondsLeft = () => (end - performance.now()) / 1000;
  return optimiseBundles(asked, (model, options) => highs.solve(model, options), { runnersUp, secondsLeft });
}

const unit = (
  segment: string,
  bundles: readonly BundleValue[],
  parent: number | null = null,
): ProgrammeUnit => ({
  segment,
  name: segment,
  customers: 100,
  parent,
  bundles: [bundle(segment, []), ...bundles],
});

/** Two segments, a shop whose platform is paid once, and calls that need generalists. */
function shopAndCalls(limitMinutes: number | null): BundleProblem {
  const bundles = (segment: string, shop: number, calls: number) => [
    bundle(segment, ["L5a"], { contributionCents: shop, giveTakeCents: 500, fixedCostKeys: ["L5a"] }),
    bundle(segment, ["L4b"], { contributionCents: calls, giveTakeCents: 300, roleMinutes: [100] }),
  ];
  const units = [
    unit("north", bundles("north", 50_000, 40_000)),
    unit("south", bundles("south", 60_000, 30_000)),
  ];
  return problem(units, {
    roles: [{ role: "generalist", label: { de: "G", en: "g" }, limitMinutes, blockMinutes: 100 }],
    fixedCosts: new Map([["L5a", { cents: 45_000, addedMinutes: [0] }]]),
  });
}

describe("optimiseBundles", () => {
  it("pays the platform once: both shops 50,000 + 60,000 − 45,000 = 65,000 lose to calls 40,000 + 30,000 = 70,000", async () => {
    const found = await optimise(shopAndCalls(null));
    expect(found).toMatchObject({ status: "optimal", best: { choice: [2, 2], cents: 70_000 } });
    expect(found.boundCents).toBeGreaterThanOrEqual(70_000);
  });

  it("prices one more position: with one, calls in the north and nothing else 40,000; shops everywhere 65,000; with two 70,000", async () => {
    const found = await optimise(shopAndCalls(100));
    expect(found.best).toEqual({ choice: [1, 1], cents: 65_000 });
    expect(found.pricesCents.get("capacity:generalist")).toBe(5_000);
  });

  it("gives the next best plans in order and none twice: 3 × 3 choices", async () => {
    const found = await optimise(shopAndCalls(null), 20);
    const sums = [found.best!, ...found.next].map(({ cents }) => cents);
    // calls+calls 70; shop+shop 50+60−45=65; calls+shop 40+60−45=55; calls+none 40; shop+calls 50+30−45=35; none+calls 30;
    // none+shop 60−45=15; shop+none 50−45=5; none 0.
    expect(sums).toEqual([70_000, 65_000, 55_000, 40_000, 35_000, 30_000, 15_000, 5_000, 0]);
  });

  it("keeps what is decided for the segment around in the segment within", async () => {
    const around = [bundle("small", ["L5a"], { contributionCents: 1_000 })];
    const within = [
      bundle("trade", ["L4b"], { contributionCents: 5_000 }),
      bundle("trade", ["L5a"], { contributionCents: 4_500 }),
    ];
    const found = await optimise(problem([unit("small", around), unit("trade", within, 0)]));
    // L5a everywhere: 1,000 + 4,500 = 5,500 beats nothing around and L4b within: 5,000. Without the nesting it were 6,000.
    expect(found.best).toEqual({ choice: [1, 2], cents: 5_500 });
  });

  it("names the two limits that conflict and by how much, and not those that would hold", async () => {
    const platform = bundle("north", ["L5a"], {
      contributionCents: 90_000,
      budgetCents: 30_000,
      contactPressure: 4,
      fixedCostKeys: ["L5a"],
    });
    const units = [unit("north", [platform]), unit("south", [])];
    const asked = problem(units, {
      fixedCosts: new Map([["L5a", { cents: 20_000, addedMinutes: [0] }]]),
      budgetCents: 10_000,
      contactPressureMax: 12,
      fixed: [{ segment: "north", option: "L5a", must: "in" }],
    });
    const found = await optimise(asked);
    expect(found.status).toBe("infeasible");
    const rows = found.conflict?.map(({ subject }) => rowKey(subject));
    expect(rows).toEqual(["budget", "fixed:north:L5a:in"]);
    // Wanted 30,000 + 20,000 = 50,000, allowed 10,000: 40,000 are missing.
    expect(found.conflict?.find(({ subject }) => subject.kind === "budget")?.missing).toBeCloseTo(40_000, 3);
  });

  it("names a single role whose positions are fewer than today's work needs", async () => {
    const today = [
      bundle("north", [], { roleMinutes: [500] }),
      bundle("north", ["L5a"], { roleMinutes: [450] }),
    ];
    const found = await optimise(
      problem([{ segment: "north", name: "north", customers: 1, parent: null, bundles: today }], {
        roles: [{ role: "field", label: { de: "F", en: "f" }, limitMinutes: 400, blockMinutes: 100 }],
      }),
    );
    expect(found.conflict?.map(({ subject }) => rowKey(subject))).toEqual(["capacity:field"]);
    expect(found.conflict?.[0]?.missing).toBeCloseTo(50, 6);
  });

  const cell = fc.record({
    contributionCents: fc.integer({ min: -50_000, max: 100_000 }),
    minutes: fc.integer({ min: 0, max: 100 }),
    budgetCents: fc.integer({ min: 0, max: 100 }),
    giveTakeCents: fc.integer({ min: -5, max: 20 }),
    withPlatform: fc.boolean(),
  });
  const instance = fc.record({
    cells: fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    limitMinutes: fc.integer({ min: 0, max: 300 }),
    budgetCents: fc.integer({ min: 0, max: 300 }),
    more: fc.integer({ min: 1, max: 200 }),
    platform: fc.integer({ min: 0, max: 60_000 }),
  });
  type Drawn = typeof instance extends fc.Arbitrary<infer Value> ? Value : never;
  const built = ({ cells, limitMinutes, budgetCents, platform }: Drawn, more = 0) =>
    problem(
      cells.map((bundles, index) =>
        unit(
          `s${index}`,
          bundles.map(({ minutes, withPlatform, ...figures }, option) =>
            bundle(`s${index}`, [`o${option}`], {
              ...figures,
              roleMinutes: [minutes],
              fixedCostKeys: withPlatform ? ["platform"] : [],
            }),
          ),
          index === 0 ? null : 0,
        ),
      ),
      {
        roles: [
          { role: "g", label: { de: "g", en: "g" }, limitMinutes: limitMinutes + more, blockMinutes: 100 },
        ],
        fixedCosts: new Map([["platform", { cents: platform, addedMinutes: [0] }]]),
        budgetCents: budgetCents + platform,
      },
    );

  it("finds what trying every choice finds, below its bound", async () => {
    await fc.assert(
      fc.asyncProperty(instance, async (drawn) => {
        const asked = built(drawn);
        const found = await optimise(asked);
        expect(found.best?.cents ?? null).toBe(bestByTrying(asked));
        if (found.best !== null) expect(found.boundCents).toBeGreaterThanOrEqual(found.best.cents);
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  it("never earns less with more capacity", async () => {
    await fc.assert(
      fc.asyncProperty(instance, async (drawn) => {
        const [less, more] = [await optimise(built(drawn)), await optimise(built(drawn, drawn.more))];
        expect(more.best!.cents).toBeGreaterThanOrEqual(less.best!.cents);
      }),
      { numRuns: 30, seed: 5 },
    );
  });
});
