import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type ExpectationDetails,
  type ExpectationRefusal,
  readExpectationDetails,
} from "@kleinod/engine/measures/expectation/expectation-details.ts";
import { all } from "../duckdb/connect.ts";

/**
 * What the step `expectation` left beside its relation: the chosen model with its hold-out, or why there is none. Null where it
 * was measured by a version that compared no models, or never.
 */
export async function expectationDetails(
  connection: DuckDBConnection,
): Promise<ExpectationDetails | ExpectationRefusal | null> {
  const [row] = await all<{ details: string }>(
    connection,
    "SELECT details FROM measure_step WHERE relation = 'm_expectation'",
  );
  return row === undefined ? null : readExpectationDetails(JSON.parse(row.details));
}
