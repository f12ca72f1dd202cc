import { availableParallelism } from "node:os";
import type { SimulationJob, SimulationTask } from "@kleinod/engine/programme/simulation/simulation-tasks.ts";
import { Piscina } from "piscina";
import { Cancelled, type RunContext, stopIfCancelled } from "../../import/progress.ts";
import type { ThreadRequest } from "./run-simulation-task.ts";
import { shareBase } from "./share-base.ts";

/** Threads stay warm for a while: loading the code takes longer than most simulations. */
const idleMilliseconds = 30_000;
const reportMilliseconds = 200;

let pool: Piscina<ThreadRequest, Float64Array> | null = null;
let nextJob = 1;

export const simulationThreads = () => Math.min(2, availableParallelism());

function threads(): Piscina<ThreadRequest, Float64Array> {
  pool ??= new Piscina<ThreadRequest, Float64Array>({
    filename: new URL("./simulation-worker.mjs", import.meta.url).href,
    minThreads: 0,
    maxThreads: simulationThreads(),
    idleTimeout: idleMilliseconds,
    execArgv: [],
  });
  return pool;
}

/**
 * Runs the tasks of a simulation on threads; the answers come in the order of the tasks, and what a task answers does not depend
 * on the thread or on what runs beside it.
 * @throws Cancelled when the run is cancelled: its threads are ended at once.
 */
export async function runSimulation(
  job: SimulationJob,
  tasks: readonly SimulationTask[],
  run: RunContext,
): Promise<Float64Array[]> {
  stopIfCancelled(run);
  const jobId = nextJob++;
  const shared = { ...job, base: shareBase(job.base) };
  const progress = new Int32Array(new SharedArrayBuffer(4 * tasks.length));
  const report = () => {
    const done = progress.reduce((sum, part) => sum + part, 0) / 1_000;
    run.onProgress?.({ step: "simulate", done, total: tasks.length, rowsPerSecond: null });
  };
  const timer = setInterval(report, reportMilliseconds);
  const stop = new AbortController();
  const cancel = () => stop.abort();
  run.signal?.addEventListener("abort", cancel);
  try {
    return await Promise.all(
      tasks.map((task, slot) =>
        threads().run({ jobId, job: shared, task, progress, slot }, { signal: stop.signal }),
      ),
    );
  } catch (error) {
    // One task that fails is enough: the others would work for nobody.
    stop.abort();
    throw run.signal?.aborted ? new Cancelled() : error;
  } finally {
    clearInterval(timer);
    run.signal?.removeEventListener("abort", cancel);
  }
}

/** Ends idle threads; for those who end the process or want no thread left. */
export async function closeSimulationThreads(): Promise<void> {
  const closing = pool;
  pool = null;
  await closing?.destroy();
}
