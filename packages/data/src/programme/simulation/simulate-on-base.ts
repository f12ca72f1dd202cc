import { OutcomeTable } from "@kleinod/engine/programme/simulation/outcome-table.ts";
import { quarterCount } from "@kleinod/engine/programme/simulation/quarters.ts";
import type { SimulationReport } from "@kleinod/engine/programme/simulation/report-contract.ts";
import {
  customersBySegment,
  type SimulationSubject,
  simulationReport,
} from "@kleinod/engine/programme/simulation/simulation-report.ts";
import type { SimulationTask } from "@kleinod/engine/programme/simulation/simulation-tasks.ts";
import type { RunContext } from "../../import/progress.ts";
import { runSimulation, simulationThreads } from "./simulation-threads.ts";

/** Draws of the bundle and its parts together, for their interaction. */
const interactionRuns = 600;

/** Simulates a resolved plan on its base and reports. The same subject and draws give the same report to the cent. */
export async function simulateOnBase(
  subject: SimulationSubject,
  draws: number,
  run: RunContext = {},
): Promise<SimulationReport> {
  const { base, resolved, seed, resolution } = subject;
  const { assignments, assumptions } = resolved;
  const keys = assumptions.filter(({ value }) => value.low < value.high).map(({ key }) => key);
  const perSingle = Math.min(
    draws,
    Math.max(10, Math.min(100, Math.floor(interactionRuns / (assignments.length + 1)))),
  );
  // Customers are walked through once per task, so there are as many tasks as threads; cells are cheap to split.
  const parts = resolution === "customers" ? simulationThreads() : 2 * simulationThreads();
  const ofDraws = split(draws, parts, (from, to) => ({ kind: "draws", from, to }));
  const ofSingles =
    assignments.length < 2
      ? []
      : split(perSingle, simulationThreads(), (from, to) => ({ kind: "singles", from, to }));
  const ofKeys = split(keys.length, simulationThreads(), (from, to) => ({
    kind: "tornado",
    keys: keys.slice(from, to),
  }));
  const answers = await runSimulation(
    { base, resolved, seed, resolution },
    [...ofDraws, ...ofSingles, ...ofKeys, { kind: "hired" }],
    run,
  );
  const take = (count: number) => joined(answers.splice(0, count));
  const shape = { segments: base.segments.length, roles: base.roles.length, quarters: quarterCount };
  const table = new OutcomeTable(shape, customersBySegment(base), take(ofDraws.length));
  const singles = take(ofSingles.length);
  const tornado = take(ofKeys.length);
  const hired = take(1);
  return simulationReport(subject, { table, singles, tornadoKeys: keys, tornado, hired });
}

function split(
  count: number,
  parts: number,
  task: (from: number, to: number) => SimulationTask,
): SimulationTask[] {
  const size = Math.ceil(count / parts);
  const tasks: SimulationTask[] = [];
  for (let from = 0; from < count; from += size) tasks.push(task(from, Math.min(count, from + size)));
  return tasks;
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
