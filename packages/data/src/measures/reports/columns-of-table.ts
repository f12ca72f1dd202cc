import type { DuckDBConnection } from "@duckdb/node-api";
import { all } from "../../duckdb/connect.ts";

/** Names of the columns of a table or view; empty when there is none of this name. */
export async function columnsOfTable(
  connection: DuckDBConnection,
  name: string,
): Promise<ReadonlySet<string>> {
  const rows = await all<{ column_name: string }>(
    connection,
    "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND NOT internal",
    [name],
  );
  return new Set(rows.map((row) => row.column_name));
}
