import fc from "fast-check";
import { expect, test } from "vitest";
import { syntheticBase } from "../base/synthetic-base.fixture.ts";
import { waitingRatio } from "../capacity/erlang-c.ts";
import type { PlanningBase } from "../contracts/base-contract.ts";
import type { LeverEffect } from "../contracts/effect-contract.ts";
import type { LeverPlan } from "../contracts/plan-contract.ts";
import { defaultWorld, type ProgrammeWorld } from "../contracts/world-contract.ts";
import { drawAssumptions } from "../draw-assumptions.ts";
import { leverOption, leverOptions } from "../lever-options.ts";
import { type ResolvedPlan, resolvePlan } from "../resolve-plan.ts";
import { moneyFields, outcomeFields, outcomeLength, quarterAt, segmentYearAt } from "./outcome-contract.ts";
import { OutcomeTable } from "./outcome-table.ts";
import { prepareSimulation, simulateBase } from "./prepare-simulation.ts";
import { mean, standardError } from "./quantiles.ts";
import { simulationReportSchema } from "./report-contract.ts";
import { DrawSimulator } from "./simulate-draw.ts";
import { customersBySegment, simulationReport } from "./simulation-report.ts";
import { type SimulationTask, SimulationTasks } from "./simulation-tasks.ts";

const thresholds = [
  { assignment: 0, thresholdCents: 10_000, exemptChannels: ["web", "edi", "counter"] as const },
];
const cells = syntheticBase({ rows: 200, customersPerRow: 25, seed: 7, thresholds });
const settings = { waitingRatio };

const assign = (option: string, params: object = {}, segment = "small", from = "2027-01-01") => ({
  option,
  segment,
  from,
  params: {
    ...Object.fromEntries(leverOption(option)!.params.map(({ name, default: usual }) => [name, usual])),
    ...params,
  } as LeverPlan["assignments"][number]["params"],
});
const bundle = ["L3a", "L5a", "L4a", "L6c", "L1c"].map((option) => assign(option));

const resolve = (assignments: LeverPlan["assignments"], base: PlanningBase = cells, world = defaultWorld) =>
  resolvePlan({ assignments }, leverOptions, base, { world });

function run(
  resolved: ResolvedPlan,
  task: SimulationTask,
  { base = cells, seed = 1, resolution = "cells" as "cells" | "customers" } = {},
): Float64Array {
  const steps = new SimulationTasks({ base, resolved, seed, resolution }, settings).run(task);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function tableOf(
  assignments: LeverPlan["assignments"],
  draws: number,
  options: {
    base?: PlanningBase;
    seed?: number;
    resolution?: "cells" | "customers";
    world?: ProgrammeWorld;
  } = {},
): OutcomeTable {
  const base = options.base ?? cells;
  const outcomes = run(
    resolve(assignments, base, options.world),
    { kind: "draws", from: 0, to: draws },
    options,
  );
  const shape = { segments: base.segments.length, roles: base.roles.length, quarters: 20 };
  return new OutcomeTable(shape, customersBySegment(base), outcomes);
}

/** Change of the result in a year, one number per draw. */
function yearly(table: OutcomeTable, world: "today" | "plan", year: number): Float64Array {
  const sum = new Float64Array(table.draws);
  for (let quarter = 4 * year; quarter < 4 * year + 4; quarter++)
    for (const [draw, value] of table.quarter(world, quarter).entries()) sum[draw]! += value;
  return sum;
}
const difference = (table: OutcomeTable, year: number) => {
  const today = yearly(table, "today", year);
  return yearly(table, "plan", year).map((value, draw) => value - today[draw]!);
};
const deviation = (values: Float64Array) => standardError(values) * Math.sqrt(values.length);

function reportOf(assignments: LeverPlan["assignments"], seed = 1) {
  const resolved = resolve(assignments);
  const keys = resolved.assumptions.filter(({ value }) => value.low < value.high).map(({ key }) => key);
  const table = tableOf(assignments, 12, { seed });
  return simulationReport(
    { base: cells, resolved, plan: { name: "Bundle", id: null, version: null }, seed, resolution: "cells" },
    {
      table,
      singles: run(resolved, { kind: "singles", from: 0, to: 8 }, { seed }),
      tornadoKeys: keys,
      tornado: run(resolved, { kind: "tornado", keys }, { seed }),
      hired: run(resolved, { kind: "hired" }, { seed }),
    },
  );
}

test("a plan without options is today, to the cent, in every world", () => {
  const table = tableOf([], 5);
  for (let quarter = 0; quarter < 20; quarter++) {
    const [today, plan] = [table.quarter("today", quarter), table.quarter("plan", quarter)];
    for (const [draw, value] of plan.entries()) expect(Math.round(value)).toBe(Math.round(today[draw]!));
  }
});

test("the first quarter starts from the base: a year of it before growth, loss, newcomers and capacity", () => {
  const still = {
    ...cells,
    newPerYear: 0,
    churnRatio: cells.churnRatio.map(() => 0),
    growthRatio: cells.growthRatio.map(() => 0),
  };
  const table = tableOf([], 1, { base: still });
  const sales = cells.salesCents.reduce((sum, value, row) => sum + value * cells.weight[row]!, 0);
  expect(Math.round(table.figure("today", null, 0, "sales")[0]!)).toBe(Math.round(sales));
  expect(table.figure("today", null, 4, "end")[0]).toBeCloseTo(5_000, 6);
  expect(table.figure("today", null, 2, "capacity")[0]).toBeCloseTo(0, 6);
});

test("lines sum to the result and segments to the whole, to the cent; customers add up", () => {
  const report = reportOf(bundle);
  expect(simulationReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  const at = (segment: string | null, year: number, line: string) =>
    report.lines.find((row) => row.segment === segment && row.year === year && row.line === line)!;
  for (let year = 1; year <= 5; year++) {
    for (const segment of [null, ...cells.segments.map(({ code }) => code)]) {
      for (const world of ["today", "plan"] as const) {
        const parts = report.lines.filter(
          (row) =>
            row.segment === segment && row.year === year && !["contribution1", "result"].includes(row.line),
        );
        const sum = parts.reduce((all, row) => all + row[world].meanCents, 0);
        expect(at(segment, year, "result")[world].meanCents).toBe(sum);
      }
    }
    const ofSegments = cells.segments.reduce(
      (sum, { code }) => sum + at(code, year, "result").plan.meanCents,
      0,
    );
    expect(at(null, year, "result").plan.meanCents).toBe(ofSegments);
  }
  for (const { today, plan } of report.customers)
    for (const { start, new: came, reactivated, lost, end } of [today, plan]) {
      expect(start + came + reactivated - lost).toBeCloseTo(end, 6);
      expect(lost).toBeGreaterThan(-1e-6);
    }
  expect(report.customers.find(({ segment, year }) => segment === null && year === 1)?.plan.start).toBe(
    5_000,
  );
});

test("AT6.2: the bundle is not the sum of its parts, and the interaction has an interval", () => {
  const { interaction } = reportOf(bundle);
  expect(interaction?.singles.map(({ option }) => option)).toEqual(["L3a", "L5a", "L4a", "L6c", "L1c"]);
  const { sumOfSinglesCents, bundleCents, interactionCents, lowCents, highCents } = interaction!;
  expect(bundleCents - sumOfSinglesCents).toBe(interactionCents);
  expect(Math.abs(interactionCents)).toBeGreaterThan(100_000);
  expect(lowCents).toBeLessThan(interactionCents);
  expect(highCents).toBeGreaterThan(interactionCents);
});

test("a single option has no interaction; without options nothing hangs on anything", () => {
  expect(reportOf([assign("L4a")]).interaction).toBeNull();
  const empty = reportOf([]);
  expect(empty.headline.yearlyDifference).toEqual({ meanCents: 0, lowCents: 0, highCents: 0 });
  expect(empty.headline.paybackQuarter).toBeNull();
});

test("the same plan, base and seed give the same document; another seed does not", () => {
  const [one, again, other] = [reportOf(bundle), reportOf(bundle), reportOf(bundle, 2)];
  expect(JSON.stringify(one)).toBe(JSON.stringify(again));
  expect(JSON.stringify(other)).not.toBe(JSON.stringify(one));
});

test("draws do not depend on how they are split over threads", () => {
  const resolved = resolve(bundle);
  const whole = run(resolved, { kind: "draws", from: 0, to: 6 });
  const parts = [
    run(resolved, { kind: "draws", from: 0, to: 2 }),
    run(resolved, { kind: "draws", from: 2, to: 6 }),
  ];
  expect([...parts[0]!, ...parts[1]!]).toEqual([...whole]);
});

test("common random numbers: the difference of plan and today spreads less than the plan itself", () => {
  const growth = [assign("L1a", { growthRatio: 0.2 }), assign("L3f")];
  const table = tableOf(growth, 40);
  expect(deviation(difference(table, 0))).toBeLessThan(deviation(yearly(table, "plan", 0)) * 1.05);
  const small = tableOf([assign("L6d")], 40);
  expect(deviation(difference(small, 4))).toBeLessThan(deviation(yearly(small, "plan", 4)));
});

test("more draws make the error smaller, about as the root of their number", () => {
  const error = (draws: number) => standardError(difference(tableOf(bundle, draws), 4));
  expect(error(128)).toBeLessThan(error(8));
  expect(error(8) / error(128)).toBeGreaterThan(2);
});

test("customers counted one by one agree with the cells within the error of counting", () => {
  const everybody = syntheticBase({ rows: 1_500, seed: 11, thresholds });
  const plan = [...bundle, assign("L1d", { shareRatio: 0.1 })];
  const draws = 8;
  const counted = tableOf(plan, draws, { base: everybody, resolution: "customers" });
  const expected = tableOf(plan, draws, { base: everybody });
  for (const world of ["today", "plan"] as const) {
    for (const year of [0, 4]) {
      // The same drawn assumptions in both, so only who leaves and who takes up differs.
      const [one, other] = [yearly(counted, world, year), yearly(expected, world, year)];
      const gaps = one.map((value, draw) => value - other[draw]!);
      expect(Math.abs(mean(gaps))).toBeLessThan(
        4 * standardError(gaps) + 0.004 * Math.abs(mean(counted.figure(world, null, year, "sales"))),
      );
      const [ends, expectedEnds] = [counted, expected].map((table) => table.figure(world, null, year, "end"));
      const missed = ends!.map((count, draw) => count - expectedEnds![draw]!);
      expect(Math.abs(mean(missed))).toBeLessThan(4 * standardError(missed) + 2);
    }
  }
});

test("more capacity never makes a role hire more", () => {
  const world = { ...defaultWorld, congestionChurnRatio: { low: 0, mid: 0, high: 0 } };
  const hired = (positions: number) => {
    const added: LeverEffect = { kind: "addCapacity", role: "generalist", positions };
    const resolved = resolve([assign("L1a", { growthRatio: 1 })], cells, world);
    const [only] = resolved.assignments;
    const plan = { ...resolved, assignments: [{ ...only!, effects: [...only!.effects, added] }] };
    return run(plan, { kind: "hired" }).reduce((sum, count) => sum + count, 0);
  };
  const counts = [0, 1, 2, 5, 20].map(hired);
  expect(counts[0]).toBeGreaterThan(0);
  for (const [index, count] of counts.entries())
    expect(count).toBeLessThanOrEqual(counts[index - 1] ?? Number.POSITIVE_INFINITY);
});

test("every option, with any allowed numbers, gives finite money and no negative customers", () => {
  const small = syntheticBase({
    rows: 60,
    customersPerRow: 20,
    seed: 2,
    thresholds: Array.from({ length: 8 }, (_, assignment) => ({ assignment, thresholdCents: 20_000 })),
  });
  const simulated = simulateBase(small, settings);
  fc.assert(
    fc.property(
      fc.subarray([...leverOptions], { minLength: 1, maxLength: 6 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
      fc.nat(1_000),
      (chosen, numbers, seed) => {
        let next = 0;
        const assignments = chosen
          .filter(({ code }) => code !== "L3a")
          .map(({ code, params }) =>
            assign(
              code,
              Object.fromEntries(
                params.flatMap(({ name, min, max, unit }) =>
                  min === undefined || max === undefined || unit === "count"
                    ? []
                    : [[name, min + (max - min) * numbers[next++ % numbers.length]! ** 3]],
                ),
              ),
              numbers[next++ % numbers.length]! < 0.5 ? "small" : "visited",
              `${2025 + (seed % 4)}-0${1 + (seed % 9)}-15`,
            ),
          );
        const resolved = resolve([assign("L3a"), ...assignments], small);
        const outcome = new Float64Array(outcomeLength(simulated.shape));
        new DrawSimulator(prepareSimulation(simulated, resolved)).run(
          drawAssumptions(resolved, { seed, draw: 0 }),
          outcome,
        );
        expect(outcome.every(Number.isFinite)).toBe(true);
        const { shape } = simulated;
        for (const world of ["today", "plan"] as const) {
          let years = 0;
          for (let segment = 0; segment < shape.segments; segment++)
            for (let year = 0; year < 5; year++) {
              const at = segmentYearAt(shape, world, segment, year);
              for (let field = 0; field < moneyFields; field++) years += outcome[at + field]!;
              for (const field of ["new", "reactivated", "end", "customerYears"] as const)
                expect(outcome[at + outcomeFields.indexOf(field)]).toBeGreaterThanOrEqual(0);
            }
          let quarters = 0;
          for (let quarter = 0; quarter < 20; quarter++)
            quarters += outcome[quarterAt(shape, world, quarter)]!;
          expect(Math.abs(quarters - years)).toBeLessThan(1 + 1e-9 * Math.abs(years));
        }
      },
    ),
    { numRuns: 40, seed: 4 },
  );
});

test("Management costs the same however many customers come: what is booked by their number comes back", () => {
  // Time of the other roles is worth nothing, so that the line holds management alone.
  const base: PlanningBase = {
    ...cells,
    roles: cells.roles.map((role) => (role.isFixed ? role : { ...role, centsPerMinute: 0 })),
  };
  const table = tableOf([assign("L1a", { growthRatio: 1, overMonths: 12 })], 5, { base });
  const fixed = base.roles.findIndex(({ isFixed }) => isFixed);
  const rate = base.roles[fixed]!.centsPerMinute;
  const lastYear = 4;
  const used = mean(table.role("plan", fixed, lastYear, "used"));
  // Minutes beyond today's × their rate stand in the driver's line and are taken back here.
  const more = (used - base.roles[fixed]!.usedMinutes) * rate;
  expect(more).toBeGreaterThan(0);
  expect(mean(table.figure("plan", null, lastYear, "capacity")) / more).toBeCloseTo(1, 6);
});
