import type { RunContext } from "@kleinod/data/import/progress.ts";
import { JobRunner } from "@kleinod/data/jobs/job-runner.ts";
import type { Refused } from "@kleinod/data/workspace/refused.ts";
import type { Job } from "@kleinod/engine/import/history.ts";
import type { SpaceName } from "./spaces.ts";

/** Running work by space. Preparing the example shows in both: it goes on while a person looks at own data. */
export class SpaceJobs {
  readonly #runner = new JobRunner();
  readonly #spaces = new Map<string, readonly SpaceName[]>();

  start(space: SpaceName | "both", kind: string, work: (run: RunContext) => Promise<unknown>): Job {
    const job = this.#runner.start(kind, work);
    this.#spaces.set(job.id, space === "both" ? ["example", "company"] : [space]);
    return job;
  }

  /** Newest first and without results, which can be long: they come with the job itself. */
  list(space: SpaceName): Job[] {
    const mine = this.#runner.list().filter((job) => this.#belongs(job.id, space));
    return mine.map((job) => ({ ...withRefusal(job), result: null }));
  }

  get(space: SpaceName, id: string): Job | null {
    const job = this.#belongs(id, space) ? this.#runner.get(id) : null;
    return job === null ? null : withRefusal(job);
  }

  cancel(space: SpaceName, id: string): Job | null {
    return this.#belongs(id, space) ? this.#runner.cancel(id) : null;
  }

  /** Whether something runs in the space itself; preparing the example keeps nobody's own data waiting. */
  isBusy(space: SpaceName): boolean {
    return this.#runner
      .list()
      .some(({ id, state }) => state === "running" && this.#spaces.get(id)?.[0] === space);
  }

  /** The job as soon as it is over, or as it is after the time given. */
  async wait(space: SpaceName, id: string, milliseconds: number): Promise<Job | null> {
    if (this.get(space, id) === null) return null;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([this.#runner.wait(id), timeout]);
    clearTimeout(timer);
    return this.get(space, id);
  }

  close(): Promise<void> {
    return this.#runner.cancelAll();
  }

  #belongs(id: string, space: SpaceName): boolean {
    return this.#spaces.get(id)?.includes(space) ?? false;
  }
}

/** Work that was declined did not succeed: whoever follows the job reads why where the reason of a failure stands. */
function withRefusal(job: Job): Job {
  const { state, result } = job;
  if (state !== "done" || typeof result !== "object" || result === null) return job;
  const { ok, message } = result as Partial<Refused>;
  return ok === false ? { ...job, state: "failed", error: message?.en ?? "declined" } : job;
}
