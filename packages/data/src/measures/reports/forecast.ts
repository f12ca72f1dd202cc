import type { DuckDBConnection } from "@duckdb/node-api";
import { type ForecastTotals, forecastReport } from "@kleinod/engine/measures/expectation/forecast-report.ts";
import type { Forecast } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { forecastTotalsSql } from "@kleinod/engine/measures/expectation/sql.ts";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import { one } from "../../duckdb/connect.ts";
import { expectationDetails } from "../expectation-details.ts";
import type { ReportContext } from "./report-context.ts";

/** Which model is behind every expectation, how it forecast the company's own last months, and what it expects of the next. */
export async function forecast(
  connection: DuckDBConnection,
  { asOf, currency }: ReportContext,
): Promise<Forecast> {
  const details = await expectationDetails(connection);
  const totals = await one<ForecastTotals>(connection, forecastTotalsSql(plainDate(asOf)));
  return forecastReport({ asOf, currency }, details, totals);
}
