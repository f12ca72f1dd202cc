import type { DuckDBConnection } from "@duckdb/node-api";
import type { RenewalDetails } from "@kleinod/engine/measures/renewal/renewal-details.ts";
import { all } from "../duckdb/connect.ts";

/** What the step `renewal` left beside its relations; null where it was never measured. */
export async function renewalStep(connection: DuckDBConnection): Promise<RenewalDetails | null> {
  const [row] = await all<{ details: string }>(
    connection,
    "SELECT details FROM measure_step WHERE relation = 'm_renewal'",
  );
  return row === undefined ? null : (JSON.parse(row.details) as RenewalDetails);
}
