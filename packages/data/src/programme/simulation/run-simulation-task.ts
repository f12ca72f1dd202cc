import { waitingRatio } from "@kleinod/engine/programme/capacity/erlang-c.ts";
import {
  type SimulationJob,
  type SimulationTask,
  SimulationTasks,
} from "@kleinod/engine/programme/simulation/simulation-tasks.ts";

/** What a thread is asked; columns of the base are shared memory. */
export interface ThreadRequest {
  /** The same for all tasks of one simulation, so that a thread prepares its base once. */
  readonly jobId: number;
  readonly job: SimulationJob;
  readonly task: SimulationTask;
  /** Shared: thousandths done, by `slot`. */
  readonly progress: Int32Array;
  readonly slot: number;
}

let last: { readonly jobId: number; readonly tasks: SimulationTasks } | null = null;

export function runSimulationTask({ jobId, job, task, progress, slot }: ThreadRequest): Float64Array {
  if (last?.jobId !== jobId) last = { jobId, tasks: new SimulationTasks(job, { waitingRatio }) };
  const steps = last.tasks.run(task);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      Atomics.store(progress, slot, 1_000);
      return step.value;
    }
    Atomics.store(progress, slot, Math.round(1_000 * step.value));
  }
}
