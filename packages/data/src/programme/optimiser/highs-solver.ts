import { Worker } from "node:worker_threads";
import { lpText } from "@kleinod/engine/programme/optimiser/lp-text.ts";
import type {
  LinearModel,
  LinearSolution,
  SolveOptions,
} from "@kleinod/engine/programme/optimiser/solver-contract.ts";
import { Cancelled } from "../../import/progress.ts";
import type { HighsAnswer, HighsRequest } from "./highs-messages.ts";

/** HiGHS looks at its clock now and then; when it forgets for so long, its thread is ended. */
const graceSeconds = 5;

/**
 * A thread of HiGHS for one optimisation. Models are solved one after the other; the same model gives the same answer. Ends
 * with `close`; a signal that aborts ends it at once.
 */
export class HighsSolver {
  readonly #signal: AbortSignal | undefined;
  #worker: Worker | null = null;
  #next = 1;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** @throws Cancelled when the signal aborts; Error when HiGHS declines the model, which is a bug of whoever wrote it. */
  solve(model: LinearModel, options: SolveOptions): Promise<LinearSolution> {
    const answer = this.#turn.then(() => this.#solve(model, options));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  async #solve(model: LinearModel, options: SolveOptions): Promise<LinearSolution> {
    if (this.#signal?.aborted) throw new Cancelled();
    const lp = lpText(model, options.relaxed);
    const { timeLimitSeconds, relativeGap } = options;
    const columns = model.columns.length;
    const answer = await this.#ask({ id: this.#next++, lp, columns, timeLimitSeconds, relativeGap });
    if (answer.status === "failed") throw new Error(`HiGHS: ${answer.message}`);
    const values = answer.values === null ? null : Array.from(answer.values, cleaned);
    return { status: answer.status, values, objective: answer.objective, bound: answer.bound };
  }

  #ask(request: HighsRequest): Promise<HighsAnswer> {
    const worker = this.#open();
    return new Promise<HighsAnswer>((resolve, reject) => {
      const end = (finish: () => void) => {
        clearTimeout(timer);
        worker.off("message", answered).off("error", failed).off("exit", exited);
        this.#signal?.removeEventListener("abort", abort);
        finish();
      };
      const answered = (answer: HighsAnswer) => end(() => resolve(answer));
      const failed = (error: Error) => end(() => reject(error));
      const exited = (code: number) =>
        end(() => reject(new Error(`The thread of HiGHS ended with code ${code}.`)));
      const abort = () => {
        end(() => reject(new Cancelled()));
        void this.close();
      };
      const tooLate = () => {
        const none = { values: null, objective: null, bound: null, message: null };
        end(() => resolve({ ...none, id: request.id, status: "timeLimit" }));
        void this.close();
      };
      const timer = setTimeout(tooLate, (request.timeLimitSeconds + graceSeconds) * 1000);
      worker.on("message", answered).on("error", failed).on("exit", exited);
      this.#signal?.addEventListener("abort", abort);
      worker.postMessage(request);
    });
  }

  #open(): Worker {
    if (this.#worker === null) {
      const worker = new Worker(new URL("./highs-worker.mjs", import.meta.url), { execArgv: [] });
      worker.once("exit", () => {
        if (this.#worker === worker) this.#worker = null;
      });
      // An optimisation that nobody waits for keeps no process alive.
      worker.unref();
      this.#worker = worker;
    }
    return this.#worker;
  }
}

/** A solver answers 0.9999999998 and −0. */
function cleaned(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole + 0 : value;
}
