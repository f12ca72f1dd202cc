import { syntheticBase } from "@kleinod/engine/programme/base/synthetic-base.fixture.ts";
import { defaultWorld } from "@kleinod/engine/programme/contracts/world-contract.ts";
import { leverOption, leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import { resolvePlan } from "@kleinod/engine/programme/resolve-plan.ts";
import { afterAll, expect, test } from "vitest";
import { Cancelled } from "../../import/progress.ts";
import { runSimulationTask } from "./run-simulation-task.ts";
import { closeSimulationThreads, runSimulation } from "./simulation-threads.ts";

const base = syntheticBase({ rows: 400, seed: 8 });
const params = Object.fromEntries(
  leverOption("L4a")!.params.map(({ name, default: usual }) => [name, usual]),
) as Record<string, number>;
const resolved = resolvePlan(
  { assignments: [{ option: "L4a", segment: "visited", from: "2027-01-01", params }] },
  leverOptions,
  base,
  { world: defaultWorld },
);
const job = { base, resolved, seed: 3, resolution: "customers" } as const;

afterAll(closeSimulationThreads);

test("two threads give to the bit what this one gives, and say how far they are", {
  timeout: 60_000,
}, async () => {
  const seen: number[] = [];
  const tasks = [
    { kind: "draws", from: 0, to: 2 },
    { kind: "draws", from: 2, to: 4 },
  ] as const;
  const parts = await runSimulation(job, tasks, { onProgress: ({ done }) => seen.push(done) });
  const whole = runSimulationTask({
    jobId: -1,
    job,
    task: { kind: "draws", from: 0, to: 4 },
    progress: new Int32Array(1),
    slot: 0,
  });
  expect(parts.flatMap((part) => [...part])).toEqual([...whole]);
  for (const done of seen) expect(done).toBeLessThanOrEqual(2);
});

test("a run that is cancelled ends its threads; the next one starts new ones", {
  timeout: 60_000,
}, async () => {
  const stop = new AbortController();
  const long = [{ kind: "draws", from: 0, to: 4_000 }] as const;
  const running = runSimulation(job, long, { signal: stop.signal });
  setTimeout(() => stop.abort(), 100);
  await expect(running).rejects.toBeInstanceOf(Cancelled);
  await expect(runSimulation(job, long, { signal: stop.signal })).rejects.toBeInstanceOf(Cancelled);
  const [again] = await runSimulation(job, [{ kind: "hired" }], {});
  expect(again).toHaveLength(20 * base.roles.length);
});
