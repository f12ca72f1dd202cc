import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { rehashSql } from "@kleinod/engine/facts/documents/sql.ts";
import { eventTablesSql, eventViewsSql } from "@kleinod/engine/facts/events/sql.ts";
import { statementKinds } from "@kleinod/engine/facts/statements/kinds-contract.ts";
import {
  accountCurrentViewSql,
  addColumnsSql,
  statementTableSql,
} from "@kleinod/engine/facts/statements/sql.ts";
import { createTablesSql, createViewsSql, schemaVersion } from "@kleinod/engine/facts/store/sql.ts";
import { all, one, runEach } from "./connect.ts";
import { transaction } from "./transaction.ts";

/** Creates the tables when the store is new and brings an older one up to date. */
export async function prepareFactStore(connection: DuckDBConnection): Promise<void> {
  const { version: engine } = await one<{ version: string }>(connection, "SELECT version() AS version");
  await transaction(connection, async () => {
    await runEach(connection, createTablesSql());
    for (const kind of statementKinds) await runEach(connection, statementTableSql(kind));
    await addMissingColumns(connection);
    await runEach(connection, eventTablesSql());
    await runEach(connection, [...createViewsSql(), accountCurrentViewSql(), ...eventViewsSql()]);
    const state = await all<{ schema_version: number; hash_engine: string }>(
      connection,
      "SELECT * FROM store_state",
    );
    const first = state[0];
    if (first === undefined) {
      await connection.run("INSERT INTO store_state VALUES (?, 0, ?)", [schemaVersion, engine]);
      return;
    }
    if (first.schema_version > schemaVersion) {
      throw new Error(
        `The data directory was written by a newer Kleinod (store ${first.schema_version}, this one knows ${schemaVersion}). Start the newer version.`,
      );
    }
    if (first.hash_engine !== engine) {
      await connection.run(rehashSql());
      await connection.run("UPDATE store_state SET hash_engine = ?", [engine]);
    }
  });
}

async function addMissingColumns(connection: DuckDBConnection): Promise<void> {
  const rows = await all<{ name: string }>(
    connection,
    "SELECT table_name || '.' || column_name AS name FROM duckdb_columns() WHERE database_name = current_database()",
  );
  const known = new Set(rows.map(({ name }) => name));
  const has = (table: string, column: string) => known.has(`${table}.${column}`);
  for (const kind of statementKinds) await runEach(connection, addColumnsSql(kind, has));
}

/** The version of the facts; it moves with every batch, undo or merge that changed something. */
export async function factsVersion(connection: DuckDBConnection): Promise<number> {
  return (await one<{ facts_version: number }>(connection, "SELECT facts_version FROM store_state"))
    .facts_version;
}

export async function bumpFactsVersion(connection: DuckDBConnection): Promise<void> {
  await connection.run("UPDATE store_state SET facts_version = facts_version + 1");
}

/** An in-memory fact store, for tests and for the checks of `doctor`. */
export async function memoryStore(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await prepareFactStore(connection);
  return connection;
}
