import type { DuckDBConnection } from "@duckdb/node-api";

type Cell = string | number | boolean | null;

/** Rows of one statement; a JSON argument beyond some megabytes is slower than several. */
const chunk = 20_000;

/**
 * Inserts rows into a table of the fact store: thousands in one statement.
 * @param types SQL type of each column, in the order of the cells
 */
export async function insertJsonRows(
  connection: DuckDBConnection,
  table: string,
  types: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const columns = types.map((type, index) => `(r->>${index})::${type}`).join(", ");
  for (let start = 0; start < rows.length; start += chunk) {
    await connection.run(
      `INSERT INTO ${table} SELECT ${columns} FROM (SELECT unnest(from_json(?::JSON, '["JSON"]')) AS r)`,
      [JSON.stringify(rows.slice(start, start + chunk))],
    );
  }
}
