import type { DuckDBConnection } from "@duckdb/node-api";
import { compareSql, mergeSql, settleSql } from "@kleinod/engine/facts/documents/sql.ts";
import { one, runEach } from "../duckdb/connect.ts";

/** Folds the temp table `incoming` into the documents; see facts/documents/sql.ts. Runs inside a transaction. */
export async function foldStep(connection: DuckDBConnection): Promise<void> {
  await runEach(connection, compareSql());
  const { merged } = await one<{ merged: number }>(connection, "SELECT count(*) AS merged FROM merged");
  // Most batches merge nothing, and looking for it would read every line of the store.
  if (merged > 0) await runEach(connection, mergeSql());
  await runEach(connection, settleSql());
}
