import { expect, test } from "vitest";
import { syntheticBase } from "./base/synthetic-base.fixture.ts";
import { costDrivers } from "./contracts/drivers.ts";
import type { LeverPlan } from "./contracts/plan-contract.ts";
import { defaultWorld } from "./contracts/world-contract.ts";
import { drawAssumptions } from "./draw-assumptions.ts";
import { leverOption, leverOptions } from "./lever-options.ts";
import { resolvePlan } from "./resolve-plan.ts";
import { steadyYear } from "./steady-year.ts";

const base = syntheticBase({
  rows: 600,
  seed: 3,
  thresholds: [{ assignment: 0, thresholdCents: 10_000, exemptChannels: ["web", "edi", "counter"] }],
});

const assign = (option: string, segment = "small", params: object = {}) => ({
  option,
  segment,
  from: "2026-11-01",
  params: {
    ...Object.fromEntries(leverOption(option)!.params.map(({ name, default: usual }) => [name, usual])),
    ...params,
  } as LeverPlan["assignments"][number]["params"],
});

function year(assignments: LeverPlan["assignments"], takenUp?: readonly number[]) {
  const resolved = resolvePlan({ assignments }, leverOptions, base, { world: defaultWorld });
  return steadyYear(base, resolved, drawAssumptions(resolved, "mid"), takenUp ? { takenUp } : {});
}

const weighted = (column: Float64Array) =>
  column.reduce((sum, value, row) => sum + value * base.weight[row]!, 0);

test("without options it is the base to the cent", () => {
  const { total } = year([]);
  expect(Math.round(total.salesCents)).toBe(Math.round(weighted(base.salesCents)));
  expect(Math.round(total.contribution1Cents)).toBe(Math.round(weighted(base.contribution1Cents)));
  for (const driver of costDrivers)
    expect(Math.round(total.driverCents[driver])).toBe(Math.round(weighted(base.costCents[driver])));
  for (const [role, minutes] of base.roleMinutes.entries())
    expect(total.roleMinutes[role]).toBeCloseTo(weighted(minutes), 4);
  expect(total).toMatchObject({ feesCents: 0, programmeCents: 0, acquisitionCents: 0, customerMinutes: 0 });
});

test("options that nobody has taken up yet change nothing but their fixed cost", () => {
  const codes = ["L3a", "L4a", "L6c", "L1d"];
  const { total } = year(
    codes.map((code) => assign(code)),
    codes.map(() => 0),
  );
  expect(total.resultCents).toBeCloseTo(year([]).total.resultCents, 4);
});

test("segments sum to the total, and a customer of several belongs to the smallest", () => {
  const { perSegment, total } = year([assign("L3a"), assign("L4a", "visited"), assign("L5a", "phoneOrders")]);
  expect(perSegment.map(({ code }) => code)).toEqual(base.segments.map(({ code }) => code));
  const sum = (figure: "customers" | "salesCents" | "resultCents" | "feesCents") =>
    perSegment.reduce((all, part) => all + part[figure], 0);
  for (const figure of ["customers", "salesCents", "resultCents", "feesCents"] as const)
    expect(sum(figure)).toBeCloseTo(total[figure], 4);
  expect(total.customers).toBeLessThan(600);
});

test("visits are replaced by talks: arithmetic of the effect", () => {
  const params = leverOption("L4a")!.params;
  expect(params.length).toBeGreaterThan(0);
  const today = year([]).total;
  const { total } = year([assign("L4a")]);
  const replaced = 1 - total.driverCents.fieldVisits / today.driverCents.fieldVisits;
  expect(replaced).toBeGreaterThan(0.3);
  const visits = weighted(base.events.fieldVisits) * replaced;
  const talkMinutes = total.roleMinutes[0]! - today.roleMinutes[0]!;
  // Every talk costs minutes × rate of a generalist, and nothing else is added to contacts.
  expect(total.driverCents.contacts - today.driverCents.contacts).toBeCloseTo(
    talkMinutes * base.roles[0]!.centsPerMinute,
    2,
  );
  expect(talkMinutes / visits).toBeGreaterThan(5);
});

test("options on the same orders act one after the other, so a bundle is not the sum of its parts", () => {
  const gain = (codes: readonly string[]) =>
    year(codes.map((code) => assign(code))).total.resultCents - year([]).total.resultCents;
  const single = gain(["L5a"]) + gain(["L6a"]);
  const bundle = gain(["L5a", "L6a"]);
  expect(bundle).toBeLessThan(single);
  expect(single - bundle).toBeGreaterThan(1_000);
});

test("the same option for a smaller segment goes before the one for all", () => {
  const all = year([assign("L4a")]).total;
  const both = year([assign("L4a"), assign("L4a", "visited")]).total;
  expect(both.resultCents).toBeCloseTo(all.resultCents, 4);
});

test("a world that draws the middle is the middle; keys are drawn alike whatever else the plan holds", () => {
  const one = resolvePlan({ assignments: [assign("L4a")] }, leverOptions, base, { world: defaultWorld });
  const two = resolvePlan({ assignments: [assign("L5a"), assign("L4a")] }, leverOptions, base, {
    world: defaultWorld,
  });
  const [a, b] = [one, two].map((resolved) => drawAssumptions(resolved, { seed: 9, draw: 4 }));
  for (const [key, value] of a!) expect(b!.get(key)).toBe(value);
});

test("a tenth of many draws lies below the low value and a tenth above the high one", () => {
  const resolved = resolvePlan({ assignments: [] }, leverOptions, base, { world: defaultWorld });
  const { low, mid, high } = defaultWorld.acquisitionCents;
  const values = Array.from(
    { length: 4_000 },
    (_, draw) => drawAssumptions(resolved, { seed: 1, draw }).get("world.acquisitionCents")!,
  );
  const below = (limit: number) => values.filter((value) => value < limit).length / values.length;
  expect(below(low)).toBeCloseTo(0.1, 1);
  expect(below(mid)).toBeCloseTo(0.5, 1);
  expect(below(high)).toBeCloseTo(0.9, 1);
});

test("an unknown segment is named", () => {
  expect(() => year([assign("L4a", "gone")])).toThrow(/segment is "gone".*assignments\[0\]/);
});
