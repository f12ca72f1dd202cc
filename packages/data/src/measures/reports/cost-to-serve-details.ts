import type { DuckDBConnection } from "@duckdb/node-api";
import { all } from "../../duckdb/connect.ts";
import type { CostToServeDetails } from "../cost-to-serve.ts";

/** What the step told besides its relations. @throws when it never ran: reports are read from a measured store only. */
export async function costToServeDetails(connection: DuckDBConnection): Promise<CostToServeDetails> {
  const [row] = await all<{ details: string }>(
    connection,
    "SELECT details FROM measure_step WHERE relation = 'm_cost_to_serve'",
  );
  if (row === undefined) throw new Error("Cost to serve was not measured in this store.");
  return JSON.parse(row.details) as CostToServeDetails;
}
