import type { DuckDBConnection } from "@duckdb/node-api";
import { unpackLevels } from "@kleinod/engine/facts/matching/agreement-pattern.ts";
import { comparisons } from "@kleinod/engine/facts/matching/comparisons.ts";
import type { PatternCount } from "@kleinod/engine/facts/matching/estimate-by-em.ts";

export interface PackedPatternCount extends PatternCount {
  /** The levels in one number, as stored in `match_candidate`. */
  readonly pattern: number;
}

/** Runs a query of (pattern, pairs) and unpacks the levels. */
export async function readPatterns(connection: DuckDBConnection, sql: string): Promise<PackedPatternCount[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRows().map(([pattern, pairs]) => ({
    pattern: Number(pattern),
    levels: unpackLevels(Number(pattern), comparisons.length),
    pairs: Number(pairs),
  }));
}
