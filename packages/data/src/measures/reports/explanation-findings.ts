import type { DuckDBConnection } from "@duckdb/node-api";
import { customerColumn } from "@kleinod/engine/measures/customer-columns.ts";
import { explainForecast } from "@kleinod/engine/measures/expectation/explain-forecast.ts";
import type { Explanation } from "@kleinod/engine/measures/reports.ts";
import { expectationDetails } from "../expectation-details.ts";

/** Measures whose figures come from the purchase model. */
const fromPurchaseModel: readonly string[] = ["expectation", "lifetime"];

/** What the calculation of a figure found in this company's own data: the chosen purchase model, why, and how well it did. */
export async function explanationFindings(
  connection: DuckDBConnection,
  code: string,
): Promise<Explanation["findings"]> {
  const measure = customerColumn(code)?.measure;
  if (typeof measure !== "string" || !fromPurchaseModel.includes(measure)) return [];
  const details = await expectationDetails(connection);
  return details === null || "refused" in details ? [] : [explainForecast(details)];
}
