import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { all, literal } from "../duckdb/connect.ts";

/**
 * A scratch database `stage` for one file: staged rows are written there outside of the transaction, may be larger than
 * memory, and vanish afterwards. One left behind by a kill is removed at the next start with the whole work directory.
 */
export async function withScratch<T>(
  connection: DuckDBConnection,
  workDirectory: string,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const path = join(workDirectory, `${name}.stage`);
  await rm(path, { force: true });
  await connection.run(`ATTACH ${literal(path)} AS stage`);
  try {
    return await work();
  } finally {
    await discard(connection);
    await rm(path, { force: true });
    await rm(`${path}.wal`, { force: true });
  }
}

/** Tables first: detaching would otherwise write all of them to disk once more before they are deleted. */
async function discard(connection: DuckDBConnection): Promise<void> {
  const tables = await all<{ name: string }>(
    connection,
    "SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'stage'",
  ).catch(() => []);
  for (const { name } of tables) await connection.run(`DROP TABLE stage.${name}`).catch(() => undefined);
  await connection.run("DETACH stage").catch(() => undefined);
}
