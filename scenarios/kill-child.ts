/**
 * Imports files in turn and measures, for ever, until it is killed; says on stdout what was acknowledged.
 * Run: node --import tsx scenarios/kill-child.ts DIRECTORY FILE…
 */
import { writeSync } from "node:fs";
import { runImport } from "@kleinod/data/import/run-import.ts";
import { measure } from "@kleinod/data/workspace/measure.ts";
import { openWorkspace } from "@kleinod/data/workspace/open-workspace.ts";
import { importOptionsSchema } from "@kleinod/engine/import/result.ts";

const [directory, ...files] = process.argv.slice(2);
if (directory === undefined || files.length === 0) throw new Error("usage: kill-child.ts DIRECTORY FILE…");
/** At once, not through a stream that a kill would empty. */
const say = (text: string) => writeSync(1, `${text}\n`);

const workspace = await openWorkspace({ directory, today: () => "2026-11-23", threads: 2 });
say("open");
for (;;) {
  for (const path of files) {
    const { batches } = await runImport(workspace, [{ path }], importOptionsSchema.parse({}));
    say(`batch ${batches[0]?.batchId}`);
    const measured = await measure(workspace);
    say(measured.ok ? `snapshot ${measured.snapshotId}` : `refused ${measured.code}`);
  }
}
