import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
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

/** Built beside and renamed, so that a kill in the middle leaves nothing half made. */
async function initialise(directory: string): Promise<void> {
  const fresh = `${directory}.new`;
  await rm(fresh, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const script = fileURLToPath(new URL("./initialise.mjs", import.meta.url));
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [script, fresh], { stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr?.on("data", (chunk) => {
      errors += String(chunk);
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`Embedded Postgres could not be created: ${errors}`)),
    );
  });
  await rename(fresh, directory);
}

async function migrate(records: Records): Promise<Records> {
  const { error } = await new Migrator({ db: records, provider: migrationProvider }).migrateToLatest();
  if (error !== undefined) throw error;
  return records;
}
