import type { DuckDBConnection } from "@duckdb/node-api";

/**
 * Runs work in one transaction: committed when it returns, rolled back when it throws or when `keep` says no.
 * The dry run of an import is exactly this: the real work, not kept.
 */
export async function transaction<T>(
  connection: DuckDBConnection,
  work: () => Promise<T>,
  keep: (result: T) => boolean = () => true,
): Promise<T> {
  await connection.run("BEGIN TRANSACTION");
  try {
    const result = await work();
    await connection.run(keep(result) ? "COMMIT" : "ROLLBACK");
    return result;
  } catch (error) {
    // The first error tells what happened; a failing rollback of an aborted transaction adds nothing.
    await connection.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
