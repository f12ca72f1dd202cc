import { all } from "../duckdb/connect.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { newestSnapshot } from "../workspace/snapshots.ts";

/** Size classes of customers as they were measured last; empty before anything was measured. */
export async function sizesByCustomer(
  workspace: Workspace,
  customers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (customers.length === 0) return new Map();
  return workspace.read(async (connection) => {
    const snapshot = await newestSnapshot(connection);
    if (snapshot === null) return new Map();
    const rows = await all<{ customerId: number; sizeClass: string }>(
      connection,
      `SELECT customer_id AS "customerId", size_class AS "sizeClass" FROM ${snapshot.tableName}
      WHERE customer_id IN (SELECT unnest(from_json(?::JSON, '["BIGINT"]')))`,
      [JSON.stringify([...new Set(customers)])],
    );
    return new Map(rows.map(({ customerId, sizeClass }) => [customerId, sizeClass]));
  });
}
