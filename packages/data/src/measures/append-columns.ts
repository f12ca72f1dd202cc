import { type DuckDBConnection, DuckDBDataChunk, type DuckDBType } from "@duckdb/node-api";

/** Rows of one DuckDB vector. */
const chunkRows = 2048;

/** A column of numbers with the type that it takes in the table. */
export interface NumberColumn {
  readonly type: DuckDBType;
  readonly values: Float64Array | Int32Array;
}

/** Appends columns of equal length to a table, for a million rows and more. */
export async function appendColumns(
  connection: DuckDBConnection,
  { table, isTemporary = false }: { readonly table: string; readonly isTemporary?: boolean },
  columns: readonly NumberColumn[],
): Promise<void> {
  const appender = isTemporary
    ? await connection.createAppender(table, "main", "temp")
    : await connection.createAppender(table);
  const rows = columns[0]!.values.length;
  for (let start = 0; start < rows; start += chunkRows) {
    const chunk = DuckDBDataChunk.create(columns.map(({ type }) => type));
    chunk.setColumns(columns.map(({ values }) => Array.from(values.subarray(start, start + chunkRows))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
