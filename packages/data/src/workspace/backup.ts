import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { schemaVersion } from "@kleinod/engine/facts/store/sql.ts";
import { literal, one } from "../duckdb/connect.ts";
import { Cancelled, type RunContext, runLong, stopIfCancelled } from "../import/progress.ts";
import { audit } from "../postgres/audit.ts";
import { writeArchive } from "./backup-archive.ts";
import { type BackupManifest, factsName, manifestName, recordsName, sha256Of } from "./backup-manifest.ts";
import { dumpRecords } from "./backup-records.ts";
import type { Workspace } from "./open-workspace.ts";
import { type Refused, refused } from "./refused.ts";
import { kleinodVersion } from "./status.ts";

export interface BackupResult {
  readonly ok: true;
  readonly path: string;
  readonly bytes: number;
  readonly counts: BackupManifest["counts"];
}

/**
 * Both stores at one instant in one file: nothing is imported, measured or merged meanwhile; reading goes on. The file
 * appears when it is complete. @throws Cancelled when the run was cancelled; no file is left.
 */
export async function backup(
  workspace: Workspace,
  out: string,
  run: RunContext = {},
  author = "backup",
): Promise<BackupResult | Refused> {
  if (existsSync(out)) {
    return refused(
      "fileExists",
      `${out} gibt es schon; eine Sicherung überschreibt keine Datei. Nennen Sie einen anderen Namen.`,
      `${out} exists already; a backup overwrites no file. Name another one.`,
    );
  }
  const records = await workspace.records();
  const draft = join(dirname(out), `.${basename(out)}.${process.pid}.part`);
  const folder = await mkdtemp(join(workspace.workDirectory, "backup-"));
  const path = (name: string) => join(folder, name);
  try {
    const stores = await workspace.write(async (connection) => {
      await copyFacts(connection, path(factsName), run);
      const dump = await dumpRecords(records);
      return { ...dump, facts: await countFacts(connection) };
    });
    stopIfCancelled(run);
    await writeFile(path(recordsName), stores.text);
    const counts = { ...stores.facts, records: stores.counts };
    const manifest: BackupManifest = {
      format: "kleinod-backup",
      formatVersion: 1,
      version: kleinodVersion(),
      createdAt: new Date().toISOString(),
      storeVersion: schemaVersion,
      migration: stores.migration,
      counts,
      files: await Promise.all([factsName, recordsName].map((name) => describe(folder, name))),
    };
    await writeFile(path(manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    run.onProgress?.({ step: "archive", done: 0, total: null, rowsPerSecond: null });
    await mkdir(dirname(out), { recursive: true });
    const files = [manifestName, factsName, recordsName].map((name) => ({ name, path: path(name) }));
    await writeArchive(draft, files, run.signal);
    await rename(draft, out);
    await audit(records, { author, action: "backup", subject: out, detail: counts });
    return { ok: true, path: out, bytes: (await stat(out)).size, counts };
  } catch (error) {
    if (run.signal?.aborted) throw new Cancelled();
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(draft, { force: true });
  }
}

async function describe(folder: string, name: string): Promise<BackupManifest["files"][number]> {
  const path = join(folder, name);
  return { name, bytes: (await stat(path)).size, sha256: await sha256Of(path) };
}

/** A fresh database file with every table and view: readable copies also where an open file may not be copied. */
async function copyFacts(connection: DuckDBConnection, path: string, run: RunContext): Promise<void> {
  const { name } = await one<{ name: string }>(connection, "SELECT current_database() AS name");
  await connection.run(`ATTACH ${literal(path)} AS backup_copy`);
  try {
    await runLong(connection, `COPY FROM DATABASE "${name}" TO backup_copy`, "copyFacts", run);
  } finally {
    await connection.run("DETACH backup_copy");
  }
}

export function countFacts(connection: DuckDBConnection): Promise<Omit<BackupManifest["counts"], "records">> {
  return one(
    connection,
    `SELECT (SELECT count(*) FROM batch) AS batches, (SELECT count(*) FROM account) AS accounts,
      (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM sale_line) AS lines`,
  );
}
