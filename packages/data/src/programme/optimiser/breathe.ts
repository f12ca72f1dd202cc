import { setImmediate as nextTurn } from "node:timers/promises";
import { type RunContext, stopIfCancelled } from "../../import/progress.ts";

/** So long may work hold up other requests. */
const atOnceMilliseconds = 25;

/**
 * Called often inside long calculations: now and then it lets others have a turn, and it ends the work once the run is
 * cancelled. @throws Cancelled
 */
export function breathing(run: RunContext): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < atOnceMilliseconds) return;
    await nextTurn();
    stopIfCancelled(run);
    since = performance.now();
  };
}
