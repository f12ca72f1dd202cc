import type { DuckDBConnection } from "@duckdb/node-api";
import { all, one } from "../duckdb/connect.ts";
import { duplicateTablesExist, pairStates, pairsFrom } from "./duplicate-states.ts";

export interface DuplicateCounts {
  /** Pairs of live accounts that are probably one firm. */
  readonly pairs: number;
  /** Of them, those that nobody decided. */
  readonly open: number;
  /** ISO instant of the last search; null before the first. */
  readonly lastRun: string | null;
}

export async function countDuplicates(connection: DuckDBConnection): Promise<DuplicateCounts> {
  if (!(await duplicateTablesExist(connection))) return { pairs: 0, open: 0, lastRun: null };
  const counts = await one<{ pairs: number; open: number }>(
    connection,
    `SELECT count(*) AS pairs, count(*) FILTER (${pairStates.open}) AS open FROM ${pairsFrom}`,
  );
  const runs = await all<{ finished_at: string }>(
    connection,
    "SELECT finished_at FROM matching_run ORDER BY finished_at DESC LIMIT 1",
  );
  return { ...counts, lastRun: runs[0]?.finished_at ?? null };
}
