import type { Job } from "@kleinod/engine/import/history.ts";
import { Cancelled, type Progress, type RunContext } from "../import/progress.ts";

type Listener = (job: Job) => void;

interface Running {
  job: Job;
  readonly abort: AbortController;
  finished: Promise<void>;
  readonly listeners: Set<Listener>;
}

const kept = 200;

/** Long work in this process: started, watched, cancelled; it goes on when the page that started it is left. */
export class JobRunner {
  readonly #jobs = new Map<string, Running>();
  #next = 1;

  start(kind: string, work: (run: RunContext) => Promise<unknown>): Job {
    const id = `j${this.#next++}`;
    const abort = new AbortController();
    const job: Job = {
      id,
      kind,
      state: "running",
      step: "queued",
      done: 0,
      total: null,
      rowsPerSecond: null,
      secondsLeft: null,
      startedAt: new Date().toISOString(),
      result: null,
      error: null,
    };
    const running: Running = { job, abort, listeners: new Set(), finished: Promise.resolve() };
    this.#jobs.set(id, running);
    const run: RunContext = {
      signal: abort.signal,
      onProgress: (progress) => this.#report(running, progress),
    };
    running.finished = work(run).then(
      (result) => this.#change(running, { state: "done", result, secondsLeft: 0 }),
      (error: unknown) => {
        const cancelled = error instanceof Cancelled || abort.signal.aborted;
        if (!cancelled) console.error(error);
        const message = error instanceof Error ? error.message : String(error);
        this.#change(running, cancelled ? { state: "cancelled" } : { state: "failed", error: message });
      },
    );
    this.#forgetOld();
    return running.job;
  }

  list(): Job[] {
    return [...this.#jobs.values()].map((running) => running.job).reverse();
  }

  get(id: string): Job | null {
    return this.#jobs.get(id)?.job ?? null;
  }

  /** Null for an unknown job; a finished one is returned as it is. */
  cancel(id: string): Job | null {
    const running = this.#jobs.get(id);
    if (running === undefined) return null;
    if (running.job.state === "running") running.abort.abort();
    return running.job;
  }

  /** Waits until the job is over. */
  async wait(id: string): Promise<Job | null> {
    const running = this.#jobs.get(id);
    await running?.finished;
    return running?.job ?? null;
  }

  watch(id: string, listener: Listener): () => void {
    const listeners = this.#jobs.get(id)?.listeners;
    listeners?.add(listener);
    return () => listeners?.delete(listener);
  }

  async cancelAll(): Promise<void> {
    for (const running of this.#jobs.values()) running.abort.abort();
    await Promise.all([...this.#jobs.values()].map((running) => running.finished));
  }

  #report(running: Running, progress: Progress): void {
    const { step, done, total, rowsPerSecond } = progress;
    const left =
      total === null || !rowsPerSecond ? null : Math.max(0, Math.round((total - done) / rowsPerSecond));
    this.#change(running, { step, done, total, rowsPerSecond, secondsLeft: left });
  }

  #change(running: Running, change: Partial<Job>): void {
    running.job = { ...running.job, ...change };
    for (const listener of running.listeners) listener(running.job);
  }

  #forgetOld(): void {
    const over = [...this.#jobs.values()].filter((running) => running.job.state !== "running");
    for (const running of over.slice(0, Math.max(0, this.#jobs.size - kept)))
      this.#jobs.delete(running.job.id);
  }
}
