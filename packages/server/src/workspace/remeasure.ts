import { setTimeout as sleep } from "node:timers/promises";
import { Cancelled } from "@kleinod/data/import/progress.ts";
import { measure } from "@kleinod/data/workspace/measure.ts";
import type { Job } from "@kleinod/engine/import/history.ts";
import type { SpaceJobs } from "./space-jobs.ts";
import type { SpaceName, Spaces } from "./spaces.ts";

/** A person decides on pair after pair; one measuring a moment after the last is enough. */
const gatheringMilliseconds = 1500;

/** Measures again soon after a decision, once for several decisions in a row. */
export class Remeasure {
  readonly #spaces: Spaces;
  readonly #jobs: SpaceJobs;
  readonly #gathering = new Map<SpaceName, Job>();

  constructor(spaces: Spaces, jobs: SpaceJobs) {
    this.#spaces = spaces;
    this.#jobs = jobs;
  }

  /** The job that will measure; one that gathers already is joined. */
  start(space: SpaceName): Job {
    const gathering = this.#gathering.get(space);
    if (gathering !== undefined) return gathering;
    const job = this.#jobs.start(space, "measure", async (run) => {
      try {
        await sleep(gatheringMilliseconds, undefined, { signal: run.signal });
      } catch {
        throw new Cancelled();
      } finally {
        this.#gathering.delete(space);
      }
      return measure(await this.#spaces.workspace(space), {}, run);
    });
    this.#gathering.set(space, job);
    return job;
  }
}
