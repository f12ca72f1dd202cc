import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { r20kBase, syntheticBase } from "../base/synthetic-base.fixture.ts";
import type { PlanningBase } from "../contracts/base-contract.ts";
import { defaultWorld, type ProgrammeWorld } from "../contracts/world-contract.ts";
import { leverOptions } from "../lever-options.ts";
import { type ResolvedPlan, resolvePlan } from "../resolve-plan.ts";
import { doubledResult, doublingReportOf } from "./report.ts";
import { addDraws, type WorldsInput, worldsOfPlan } from "./worlds-of-plan.ts";

const waitingRatio: WorldsInput["waitingRatio"] = (positions, erlangs) =>
  Math.min(1, (erlangs / positions) ** 8);

function resolved(base: PlanningBase, codes: readonly string[], world: ProgrammeWorld = defaultWorld) {
  const assignments = codes.map((code) => {
    const { params } = leverOptions.find((option) => option.code === code)!;
    const chosen = Object.fromEntries(params.map((param) => [param.name, param.default]));
    return { option: code, segment: "small", from: "2027-01-01", params: chosen as Record<string, number> };
  });
  return resolvePlan({ assignments }, leverOptions, base, { world });
}

function report(base: PlanningBase, plan: ResolvedPlan | null, { draws = 50, seed = 1 } = {}) {
  const scopes = worldsOfPlan({ base, today: resolved(base, []), plan, seed, draws, waitingRatio });
  return doublingReportOf({
    ...scopes,
    asOf: base.asOf,
    currency: base.currency,
    snapshotId: base.snapshotId,
    planName: plan === null ? null : "Plan",
    growthOptionCents: 0,
    assumptions: [],
    notes: [],
    unclear: [],
  });
}

const bundle = ["L4b", "L5a", "L6c", "L4e"];

describe("the doubling test from a planning base", () => {
  it("finds the reference world's marginal customer in its customers", () => {
    const { today, customers } = report(r20kBase(), null);
    expect(customers).toBe(20_000);
    const parts = new Map(today.parts.map(({ part, cents }) => [part, cents]));
    // Closed form: 1,937.54 · 0.65 · 0.38; 9.209 · 0.65 orders at 14.90 and 21.00; 0.525 visits at 260; 0.3 h at 120; 15 others.
    expect(parts.get("sales")! / 47_857).toBeCloseTo(1, 1);
    expect(parts.get("orderEntry")! / -8_919).toBeCloseTo(1, 1);
    expect(parts.get("logistics")! / -12_570).toBeCloseTo(1, 2);
    expect(parts.get("fieldVisits")! / -13_650).toBeCloseTo(1, 1);
    expect(parts.get("experts")).toBe(-3_600);
    // What management costs does not follow the number of customers: 70.00 less 25 minutes at 2.20.
    expect(parts.get("other")).toBe(-1_500);
    expect(parts.get("acquisition")).toBe(-8_000);
    expect(today.flipDriver).toBe("fieldVisits");
    expect(today.yearlyResultCents).toBeLessThan(0);
  });

  it("with a plan without options is today's to the cent, with its interval and in every segment", () => {
    const base = syntheticBase({ rows: 300, seed: 3 });
    const { today, plan, segments, curve } = report(base, resolved(base, []));
    const { flipRanking: _a, ...planned } = plan!;
    const { flipRanking: _b, ...own } = today;
    expect(planned).toEqual(own);
    for (const segment of segments) {
      const { flipRanking: _c, ...segmentPlan } = segment.plan!;
      expect(segment.today).toMatchObject(segmentPlan);
    }
    expect(curve.every((point) => point.plan!.resultCents === point.today.resultCents)).toBe(true);
  });

  it("shows what a bundle does to the new customer, and who pays the programme", () => {
    const { today, plan, difference } = report(r20kBase(), resolved(r20kBase(), bundle));
    expect(plan!.yearlyResultCents).toBeGreaterThan(today.yearlyResultCents);
    expect(plan!.platformCents).toBeGreaterThan(0);
    const change = difference.reduce((sum, { changeCents }) => sum + changeCents, 0);
    expect(change).toBe(
      plan!.marginalAfterAcquisitionPerCustomerYearCents - today.marginalAfterAcquisitionPerCustomerYearCents,
    );
    expect(plan!.lowCents).toBeLessThan(plan!.yearlyResultCents);
    expect(plan!.highCents).toBeGreaterThan(plan!.yearlyResultCents);
  });

  it("splits the programme among the segments without losing any of it", () => {
    const base = r20kBase();
    const { all, segments } = worldsOfPlan({
      base,
      today: resolved(base, []),
      plan: resolved(base, bundle),
      seed: 1,
      draws: 0,
      waitingRatio,
    });
    const customers = segments.reduce((sum, { today }) => sum + today.mid.customers, 0);
    const platform = segments.reduce((sum, { plan }) => sum + plan!.mid.platformCents, 0);
    // Customers of no segment carry the rest, by their number.
    const rest = all.today.mid.customers - customers;
    expect(platform / all.plan!.mid.platformCents).toBeCloseTo(1 - rest / all.today.mid.customers, 6);
  });

  it("is the same again for the same seed, and another for another", () => {
    const base = syntheticBase({ rows: 200, seed: 5 });
    const plan = resolved(base, bundle);
    expect(report(base, plan)).toEqual(report(base, plan));
    const first = report(base, plan).plan!;
    const second = report(base, plan, { seed: 2 }).plan!;
    expect(second.lowCents).not.toBe(first.lowCents);
    expect(second.yearlyResultCents).toBe(first.yearlyResultCents);
  });

  it("draws the same worlds in turns as at once", () => {
    const base = syntheticBase({ rows: 50, seed: 7 });
    const input = { base, today: resolved(base, []), plan: resolved(base, bundle), seed: 1, waitingRatio };
    const first = worldsOfPlan({ ...input, draws: 3 });
    const more = worldsOfPlan({ ...input, firstDraw: 3, draws: 2 });
    expect(addDraws(first, more)).toEqual(worldsOfPlan({ ...input, draws: 5 }));
  });

  it("is certain where nothing is uncertain", () => {
    const base = syntheticBase({ rows: 100, seed: 6 });
    const certain = (mid: number) => ({ low: mid, mid, high: mid });
    const world = {
      ...defaultWorld,
      acquisitionCents: certain(30_000),
      newCustomerSalesRatio: certain(0.7),
      newCustomerLifetimeYears: certain(4),
      congestionChurnRatio: certain(0.03),
    };
    const scopes = worldsOfPlan({
      base,
      today: resolved(base, [], world),
      plan: null,
      seed: 1,
      draws: 5,
      waitingRatio,
    });
    const { mid, drawnResultsCents } = scopes.all.today;
    expect(drawnResultsCents).toEqual(drawnResultsCents.map(() => doubledResult(mid)));
  });

  it("holds for any base: parts sum, the interval is ordered, no number is missing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1_000 }), (rows, seed) => {
        const base = syntheticBase({ rows, seed });
        const { today, plan } = report(base, resolved(base, bundle), { draws: 5 });
        for (const outcome of [today, plan!]) {
          const sum = outcome.parts.reduce((total, { cents }) => total + cents, 0);
          expect(sum).toBe(outcome.marginalAfterAcquisitionPerCustomerYearCents);
          expect(outcome.lowCents).toBeLessThanOrEqual(outcome.highCents);
          expect(JSON.stringify(outcome)).not.toContain("NaN");
        }
      }),
      { seed: 9, numRuns: 20 },
    );
  });
});
