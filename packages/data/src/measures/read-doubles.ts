import type { DuckDBConnection } from "@duckdb/node-api";

/** The columns of a query, all DOUBLE and never NULL, as typed arrays; for a million rows and more. */
export async function readDoubles(
  connection: DuckDBConnection,
  sql: string,
  columnCount: number,
): Promise<Float64Array[]> {
  const result = await connection.stream(sql);
  const parts: Float64Array[][] = Array.from({ length: columnCount }, () => []);
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    rows += chunk.rowCount;
    for (let column = 0; column < columnCount; column++) {
      parts[column]!.push(Float64Array.from(chunk.getColumnValues(column) as number[]));
    }
  }
  return parts.map((chunks) => {
    const whole = new Float64Array(rows);
    let offset = 0;
    for (const chunk of chunks) {
      whole.set(chunk, offset);
      offset += chunk.length;
    }
    return whole;
  });
}
