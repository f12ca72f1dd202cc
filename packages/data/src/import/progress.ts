import type { DuckDBConnection } from "@duckdb/node-api";

/** What a long run tells while it works. `total` is null while nobody knows. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
  readonly rowsPerSecond: number | null;
}

export interface RunContext {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Thrown inside a run when the person cancelled it; the transaction around it rolls back. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
  }
}

export function stopIfCancelled(context: RunContext): void {
  if (context.signal?.aborted) throw new Cancelled();
}

/**
 * Runs one long statement: reports DuckDB's own progress several times a second and interrupts it when the run is
 * cancelled. @throws Cancelled
 */
export async function runLong(
  connection: DuckDBConnection,
  sql: string,
  step: string,
  context: RunContext,
  rows: number | null = null,
): Promise<void> {
  stopIfCancelled(context);
  const started = performance.now();
  const timer = setInterval(() => {
    const { percentage, rows_processed } = connection.progress;
    const seconds = (performance.now() - started) / 1000;
    const ratio = percentage > 0 ? Math.min(1, percentage / 100) : 0;
    const done = rows === null ? Number(rows_processed) : Math.round(ratio * rows);
    context.onProgress?.({
      step,
      done,
      total: rows,
      rowsPerSecond: done > 0 ? Math.round(done / seconds) : null,
    });
  }, 250);
  const interrupt = () => connection.interrupt();
  context.signal?.addEventListener("abort", interrupt);
  try {
    context.onProgress?.({ step, done: 0, total: rows, rowsPerSecond: null });
    await connection.run(sql);
  } catch (error) {
    if (context.signal?.aborted) throw new Cancelled();
    throw error;
  } finally {
    clearInterval(timer);
    context.signal?.removeEventListener("abort", interrupt);
  }
}
