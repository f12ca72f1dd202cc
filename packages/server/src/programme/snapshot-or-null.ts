import { reportContext, type WorkspaceReportContext } from "@kleinod/data/workspace/measure-context.ts";
import type { Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import type { AppParts } from "../app-env.ts";
import type { SpaceName } from "../workspace/spaces.ts";

/** The newest snapshot, or null where there are no data yet: records that people keep work without any. */
export async function snapshotOrNull(
  { spaces }: Pick<AppParts, "spaces">,
  space: SpaceName,
): Promise<{ workspace: Workspace; context: WorkspaceReportContext | null }> {
  const workspace = await spaces.workspace(space);
  const found = await reportContext(workspace, { stale: "latest" });
  return { workspace, context: found.ok ? found.context : null };
}
