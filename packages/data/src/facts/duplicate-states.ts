import type { DuckDBConnection } from "@duckdb/node-api";
import { one } from "../duckdb/connect.ts";

export type PairState = "open" | "merged" | "rejected";

/** SQL condition per state, over `match_pair p` joined with live accounts a and b and `separated_pair k`. */
export const pairStates: Readonly<Record<PairState, string>> = {
  merged: "a.customer_id = b.customer_id",
  rejected: "a.customer_id <> b.customer_id AND k.account_a IS NOT NULL",
  open: "a.customer_id <> b.customer_id AND k.account_a IS NULL",
};

export const pairsFrom = `match_pair p
  JOIN account a ON a.account_id = p.account_a AND a.live
  JOIN account b ON b.account_id = p.account_b AND b.live
  LEFT JOIN separated_pair k ON k.account_a = p.account_a AND k.account_b = p.account_b`;

/** Before the first search there are neither pairs nor a run. */
export async function duplicateTablesExist(connection: DuckDBConnection): Promise<boolean> {
  const { tables } = await one<{ tables: number }>(
    connection,
    "SELECT count(*) AS tables FROM duckdb_tables() WHERE table_name IN ('match_pair', 'matching_run') AND NOT temporary",
  );
  return tables === 2;
}
