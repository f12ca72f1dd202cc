import type { DuckDBConnection } from "@duckdb/node-api";
import {
  overlappingPools,
  type PoolPeriod,
  type StagedPool,
} from "@kleinod/engine/import/staging/cost-pools-sql.ts";
import { periodOverlaps } from "@kleinod/engine/import/staging/event-rules.ts";
import type { StagedStatements } from "@kleinod/engine/import/staging/statements-sql.ts";
import { all } from "../duckdb/connect.ts";

/** Marks staged cost pools whose period overlaps with one that holds. Pools are few: they are compared one by one. */
export async function refuseOverlaps(
  connection: DuckDBConnection,
  staged: StagedStatements,
  source: string,
): Promise<void> {
  const period = `pool_code AS "poolCode", valid_from::VARCHAR AS "validFrom", valid_to::VARCHAR AS "validTo"`;
  const rows = await all<StagedPool>(
    connection,
    `SELECT rowid AS row, ${period} FROM stage.statement WHERE (problem & ${staged.errors}) = 0 ORDER BY rowid`,
  );
  const stored = await all<PoolPeriod>(
    connection,
    `SELECT ${period} FROM cost_pool_current WHERE source = ? AND valid_to IS NOT NULL`,
    [source],
  );
  const refused = overlappingPools(rows, stored);
  if (refused.length === 0) return;
  const bit = 2 ** staged.rules.indexOf(periodOverlaps);
  await connection.run(
    `UPDATE stage.statement SET problem = problem + ${bit} WHERE rowid IN (${refused.join(", ")})`,
  );
}
