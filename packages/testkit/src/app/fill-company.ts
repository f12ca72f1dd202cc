import { mkdtemp, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportResult } from "@kleinod/engine/import/result.ts";
import { generateCompany } from "../companies/generate-company.ts";
import { startApp } from "./start-app.ts";

export interface FilledCompany {
  /** Folder of everything below; delete it at the end. */
  readonly folder: string;
  /** The export files, to be imported by a test itself. */
  readonly exports: readonly string[];
  /** What an importer must not see, e.g. `control-totals.csv`. */
  readonly truthFolder: string;
  /** A data directory that holds these files, measured, with a size line that a person set. Copy it, never open it. */
  readonly directory: string;
}

/** So that the data ends in the past on whatever day the tests run. */
const asOf = "2025-10-31";
const sizeLineCents = 5_000_000;

/** Writes a small Alpfix and brings it into a data directory the way a person would: through the running server. */
export async function fillCompany(customers: number): Promise<FilledCompany> {
  const folder = await mkdtemp(join(tmpdir(), "kleinod-filled-"));
  const { files } = await generateCompany({
    company: "alpfix",
    out: join(folder, "exports"),
    customers,
    years: 2,
    asOf,
  });
  const exports = files.map((file) => file.path);
  const app = await startApp();
  try {
    const { batches, questions } = await app.api.job<ImportResult>("POST", "/import", {
      files: exports.map((ref) => ({ ref })),
      options: {},
    });
    const taken = batches.filter((batch) => batch.status === "applied").length;
    if (taken !== exports.length)
      throw new Error(
        `Only ${taken} files were imported: ${JSON.stringify({ batches, questions }).slice(0, 800)}`,
      );
    await app.api.job("PUT", "/size-line", { cents: sizeLineCents });
    await app.stop();
    const directory = join(folder, "company");
    await rename(app.companyDirectory, directory);
    return { folder, exports, truthFolder: join(folder, "exports", "truth"), directory };
  } finally {
    await app.discard();
  }
}
