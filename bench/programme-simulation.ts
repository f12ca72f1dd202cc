import { simulateOnBase } from "../packages/data/src/programme/simulation/simulate-on-base.ts";
import {
  closeSimulationThreads,
  runSimulation,
  simulationThreads,
} from "../packages/data/src/programme/simulation/simulation-threads.ts";
import { syntheticBase } from "../packages/engine/src/programme/base/synthetic-base.fixture.ts";
import type { PlanningBase } from "../packages/engine/src/programme/contracts/base-contract.ts";
import type { LeverPlan } from "../packages/engine/src/programme/contracts/plan-contract.ts";
import { defaultWorld } from "../packages/engine/src/programme/contracts/world-contract.ts";
import { leverOption, leverOptions } from "../packages/engine/src/programme/lever-options.ts";
import { resolvePlan } from "../packages/engine/src/programme/resolve-plan.ts";
import type { SimulationTask } from "../packages/engine/src/programme/simulation/simulation-tasks.ts";
import type { Measurement } from "./lib/measurement.ts";

const codes = ["L3a", "L5a", "L4a", "L6c", "L4b", "L6a", "L2b", "L1c"];
const thresholds = [
  { assignment: 0, thresholdCents: 10_000, exemptChannels: ["web", "edi", "counter"] as const },
];

/** Eight options for all small customers over five years, on two threads; the threads are warm, as in a running server. */
export async function run(): Promise<Measurement[]> {
  const cells = syntheticBase({ rows: 4_000, customersPerRow: 5, seed: 1, thresholds });
  await seconds(() => draws(cells, "cells", 2 * simulationThreads()));
  const measurements: Measurement[] = [
    {
      name: "simulation: 1,000 draws on 4,000 cells × 20 quarters",
      value: await seconds(() => draws(cells, "cells", 1_000)),
      unit: "s",
      budget: 2,
      note: `today and a plan of ${codes.length} options, ${simulationThreads()} threads`,
    },
    {
      name: "the same as a report: with interaction, tornado and steps",
      value: await seconds(() =>
        simulateOnBase(
          {
            base: cells,
            resolved: resolved(cells),
            plan: { name: "bench", id: null, version: null },
            seed: 1,
            resolution: "cells",
          },
          1_000,
        ),
      ),
      unit: "s",
      note: "100 draws of each option alone, every assumption at both ends",
    },
  ];
  for (const [customers, count, budget] of [
    [21_400, 50, 10],
    [1_000_000, 20, 60],
  ] as const) {
    const base = syntheticBase({ rows: customers, seed: 1, thresholds });
    measurements.push({
      name: `simulation: ${count} draws of ${customers.toLocaleString("en")} customers one by one`,
      value: await seconds(() => draws(base, "customers", count)),
      unit: "s",
      budget,
      note: "each customer takes up, leaves and is lost by numbers of its own",
    });
  }
  await closeSimulationThreads();
  return measurements;
}

function resolved(base: PlanningBase) {
  const assignments = codes.map((option) => ({
    option,
    segment: "small",
    from: "2027-01-01",
    params: Object.fromEntries(
      leverOption(option)!.params.map(({ name, default: usual }) => [name, usual]),
    ) as LeverPlan["assignments"][number]["params"],
  }));
  return resolvePlan({ assignments }, leverOptions, base, { world: defaultWorld });
}

function draws(base: PlanningBase, resolution: "cells" | "customers", count: number): Promise<unknown> {
  const parts = simulationThreads();
  const size = Math.ceil(count / parts);
  const tasks = Array.from({ length: parts }, (_, part): SimulationTask => {
    const from = Math.min(count, part * size);
    return { kind: "draws", from, to: Math.min(count, from + size) };
  });
  return runSimulation({ base, resolved: resolved(base), seed: 1, resolution }, tasks, {});
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}
