import { Cancelled, type RunContext } from "@kleinod/data/import/progress.ts";
import { runImport } from "@kleinod/data/import/run-import.ts";
import { measure } from "@kleinod/data/workspace/measure.ts";
import type { Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import type { ImportOptions, ImportResult } from "@kleinod/engine/import/result.ts";
import type { ResolvedInput } from "./read-inputs.ts";

/**
 * Imports and then measures what changed, in one job. What was imported stays when measuring is cancelled: the batches
 * are committed, and the next look measures them.
 */
export async function importAndMeasure(
  workspace: Workspace,
  files: readonly ResolvedInput[],
  options: ImportOptions,
  measureAfter: boolean,
  run: RunContext,
): Promise<ImportResult> {
  const result = await runImport(workspace, files, options, run);
  const changed = result.batches.some(
    ({ status, created, updated }) => status === "applied" && created + updated > 0,
  );
  if (measureAfter && changed) await measureIfNotCancelled(workspace, run);
  return result;
}

/** Measures after a change that is committed: a cancelled measuring does not take the change back. */
export async function measureIfNotCancelled(workspace: Workspace, run: RunContext): Promise<void> {
  try {
    await measure(workspace, {}, run);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  }
}
