import { reportContext, type WorkspaceReportContext } from "@kleinod/data/workspace/measure-context.ts";
import type { Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import type { Context } from "hono";
import type { AppParts } from "../app-env.ts";
import { orProblem } from "../http/refused.ts";
import type { SpaceName } from "../workspace/spaces.ts";

export interface SnapshotChoice {
  readonly asOf?: string | undefined;
  /** Notes of people come with the rows; costs a look into the records. */
  readonly withNotes?: boolean;
}

/**
 * The measured customer table that a report reads; measured now where nothing valid is there. While a job runs in the
 * space the last one is shown instead, so that pages do not wait for an import.
 * @throws ApiProblem noData, notMeasured, asOfInvalid
 */
export async function snapshotOf(
  c: Context,
  { spaces, jobs }: AppParts,
  space: SpaceName,
  { asOf, withNotes = false }: SnapshotChoice = {},
): Promise<{ workspace: Workspace; context: WorkspaceReportContext }> {
  const workspace = await spaces.workspace(space);
  const stale = jobs.isBusy(space) ? "latest" : "measure";
  const found = orProblem(await reportContext(workspace, { asOf, withNotes, stale }), c);
  return { workspace, context: found.context };
}
