/** Files for the import, with the headers of Kleinod's own templates. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { runImport } from "@kleinod/data/import/run-import.ts";
import type { Workspace } from "@kleinod/data/workspace/open-workspace.ts";
import { type ImportKindCode, importOptionsSchema } from "@kleinod/engine/import/result.ts";
import { template } from "@kleinod/engine/import/templates.ts";

export type TemplateRow = Readonly<Record<string, string | number>>;

/** Writes rows under the headers of the English template; fields that a row does not name stay empty. */
export async function writeTemplate(
  path: string,
  kind: ImportKindCode,
  rows: Iterable<TemplateRow>,
): Promise<void> {
  const { columns } = template(kind, "en");
  function* lines() {
    yield `${columns.map(({ header }) => header).join(",")}\r\n`;
    let block = "";
    for (const row of rows) {
      block += `${columns.map(({ field }) => row[field] ?? "").join(",")}\r\n`;
      if (block.length < 65_536) continue;
      yield block;
      block = "";
    }
    yield block;
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

/** Imports files that nobody needs to be asked about; returns rejected rows by file. */
export async function importTemplates(workspace: Workspace, paths: readonly string[]): Promise<number> {
  let rejected = 0;
  for (const path of paths) {
    const { batches, questions } = await runImport(workspace, [{ path }], importOptionsSchema.parse({}));
    if (questions.length > 0) throw new Error(`${path}: ${JSON.stringify(questions)}`);
    for (const batch of batches) {
      if (batch.status !== "applied")
        throw new Error(`${path}: ${batch.problems[0]?.message ?? batch.status}`);
      rejected += batch.rejected;
    }
  }
  return rejected;
}
