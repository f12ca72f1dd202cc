import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, Migrator } from "kysely";
import { migrationProvider } from "./migrations.ts";
import { pgliteDialect } from "./pglite-dialect.ts";
import type { RecordTables } from "./tables.ts";

export type Records = Kysely<RecordTables>;

/** Opens the records of a data directory; the caller owns the directory already (see workspace/open-workspace.ts). */
export async function openRecords(directory: string): Promise<Records> {
  if (!existsSync(join(directory, "PG_VERSION"))) await initialise(directory);
  const pglite = await PGlite.create(directory);
  return migrate(new Kysely<RecordTables>({ dialect: pgliteDialect(pglite) }));
}

/** Records in memory, for tests and for the dry parts of `doctor`. */
export async function memoryRecords(): Promise<Records> {
  return migrate(new Kysely<RecordTables>({ dialect: pgliteDialect(await PGlite.create()) }));
}

/**
 * Built beside under a name of its own and renamed, so that a kill in the middle leaves nothing half made. The process
 * that builds may outlive ours for a moment; it then finishes in a folder that nobody looks at.
 */
async function initialise(directory: string): Promise<void> {
  const place = dirname(directory);
  await mkdir(place, { recursive: true });
  const isLeftover = (name: string) => name.startsWith(`${basename(directory)}.new`);
  for (const name of (await readdir(place)).filter(isLeftover)) {
    await rm(join(place, name), { recursive: true, force: true }).catch(() => undefined);
  }
  await rm(directory, { recursive: true, force: true });
  const fresh = await mkdtemp(`${directory}.new-`);
  const prepared = process.env[preparedRecordsVariable];
  if (prepared === undefined) await build(fresh);
  else await cp(prepared, fresh, { recursive: true });
  await rename(fresh, directory);
}

/**
 * Names a folder with freshly initialised records to copy from instead of initialising anew, which takes seconds of both
 * cores. The test run sets it: it opens hundreds of data directories.
 */
const preparedRecordsVariable = "KLEINOD_PREPARED_RECORDS";

async function build(fresh: string): Promise<void> {
  const script = fileURLToPath(new URL("./initialise.mjs", import.meta.url));
  await new Promise<void>((resolve, reject) => {
    // Its standard input ends with this process: then it stops as well.
    const child = spawn(process.execPath, [script, fresh], { stdio: ["pipe", "ignore", "pipe"] });
    let errors = "";
    child.stderr?.on("data", (chunk) => {
      errors += String(chunk);
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`Embedded Postgres could not be created: ${errors}`)),
    );
  });
}

async function migrate(records: Records): Promise<Records> {
  const { error } = await new Migrator({ db: records, provider: migrationProvider }).migrateToLatest();
  if (error !== undefined) throw error;
  return records;
}
