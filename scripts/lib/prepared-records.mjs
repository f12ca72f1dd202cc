/**
 * Global setup of test runs: initialises embedded Postgres once; every data directory of the run is a copy of it
 * (see packages/data/src/postgres/connect.ts). Initialising hundreds of them would take most of the time.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./repository.mjs";

export default async function prepareRecords() {
  const folder = mkdtempSync(join(tmpdir(), "kleinod-records-"));
  const records = join(folder, "records");
  const script = join(root, "packages/data/src/postgres/initialise.mjs");
  // It stops when its standard input ends, so that one stays open.
  const child = spawn(process.execPath, [script, records], { stdio: ["pipe", "inherit", "inherit"] });
  const [code] = await once(child, "exit");
  if (code !== 0)
    throw new Error(`Embedded Postgres could not be initialised for the tests (exit code ${code}).`);
  process.env.KLEINOD_PREPARED_RECORDS = records;
  return () => rmSync(folder, { recursive: true, force: true });
}
