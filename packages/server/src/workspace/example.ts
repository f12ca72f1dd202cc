import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { RunContext } from "@kleinod/data/import/progress.ts";
import { runImport } from "@kleinod/data/import/run-import.ts";
import { setParameter } from "@kleinod/data/segments/parameters.ts";
import { measure } from "@kleinod/data/workspace/measure.ts";
import type { Job } from "@kleinod/engine/import/history.ts";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";
import type { SpaceJobs } from "./space-jobs.ts";
import { exampleDay, type Spaces } from "./spaces.ts";

/** Writes the export files of the example company into a folder. */
export type ExampleGenerator = (out: string, asOf: string, run: RunContext) => Promise<void>;

const author = "Kleinod";

/** Prepares the example company the way a person would bring in own files: exports, import, measures. */
export class ExampleMaker {
  readonly #spaces: Spaces;
  readonly #jobs: SpaceJobs;
  readonly #generate: ExampleGenerator;
  #running: Job | null = null;

  constructor(spaces: Spaces, jobs: SpaceJobs, generate: ExampleGenerator) {
    this.#spaces = spaces;
    this.#jobs = jobs;
    this.#generate = generate;
  }

  /** The job that prepares it; the one under way when there is one. Ends at once when the example is there. */
  start(): Job {
    const running = this.#running === null ? null : this.#jobs.get("example", this.#running.id);
    if (running?.state === "running") return running;
    this.#running = this.#jobs.start("both", "example", (run) => this.#prepare(run));
    return this.#running;
  }

  async #prepare(run: RunContext): Promise<{ ready: true }> {
    if (this.#spaces.exampleIsReady()) return { ready: true };
    // Without the marker it is nobody's work: a kill or an error left it half made.
    const workspace = await this.#spaces.emptyExample();
    const exports = join(workspace.workDirectory, "exports");
    await mkdir(exports, { recursive: true });
    await this.#generate(exports, exampleDay, run);
    await setParameter(workspace, "company.name", "Alpfix AG", { author, reason: null });
    const options = importOptionsSchema.parse({ currency: "CHF" });
    const { batches, questions } = await runImport(workspace, [{ path: exports }], options, run);
    const failed = batches.find((batch) => batch.status !== "applied") ?? questions[0];
    if (failed !== undefined)
      throw new Error(
        `The example's file ${failed.file} was not taken: ${JSON.stringify(failed).slice(0, 500)}`,
      );
    await setParameter(workspace, "company.currency", "CHF", { author, reason: null });
    await measure(workspace, {}, run);
    await this.#spaces.completeExample();
    return { ready: true };
  }
}
