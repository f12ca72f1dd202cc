import type { DuckDBConnection } from "@duckdb/node-api";
import { all } from "../duckdb/connect.ts";

/** Cents of one activity by customer. */
export async function costToServeCustomerSums(
  connection: DuckDBConnection,
  activity: string,
): Promise<Record<number, number>> {
  const rows = await all<{ customer_id: number; cents: number }>(
    connection,
    `SELECT customer_id, CAST(sum(cost_cents) AS BIGINT) AS cents FROM m_effort
    WHERE customer_id IS NOT NULL AND activity = ? GROUP BY customer_id`,
    [activity],
  );
  return Object.fromEntries(rows.map((row) => [row.customer_id, row.cents]));
}
