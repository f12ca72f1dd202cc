import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, INTEGER } from "@duckdb/node-api";
import {
  expect12Months,
  type HistoryTable,
  type PredictionTable,
} from "@kleinod/engine/measures/expectation/compute.ts";
import {
  expectationSql,
  historiesSql,
  predictionTableSql,
  spendSql,
} from "@kleinod/engine/measures/expectation/sql.ts";
import { daysBetween, monthsBefore } from "@kleinod/engine/measures/period.ts";
import { runEach } from "../duckdb/connect.ts";
import { readDoubles } from "./read-doubles.ts";
import type { StepContext } from "./steps.ts";

/** Rows of one DuckDB vector. */
const chunkRows = 2048;

/** Fits the purchase and the spend model on distinct histories and joins the predictions back to the customers. */
export async function computeExpectation({
  connection,
  settings,
}: StepContext): Promise<Record<string, unknown>> {
  const [frequency, recency, age, customers] = await readDoubles(connection, historiesSql(settings), 4);
  const [count, meanCents] = await readDoubles(connection, spendSql(), 2);
  const histories = { frequency: frequency!, recency: recency!, age: age!, customers: customers! };
  const horizonDays = daysBetween(settings.asOf, monthsBefore(settings.asOf, -12));
  const expectation = expect12Months(histories, { count: count!, meanCents: meanCents! }, horizonDays);
  await connection.run(predictionTableSql());
  if (expectation.ok) await appendPredictions(connection, histories, expectation.predictions);
  await runEach(connection, expectationSql(settings, expectation.ok ? expectation.spend : null));
  if (!expectation.ok) return { refused: expectation.reason, message: expectation.message };
  const { purchases, spend, notes } = expectation;
  return { purchases, spend, notes, horizonDays };
}

async function appendPredictions(
  connection: DuckDBConnection,
  { frequency, recency, age }: HistoryTable,
  predictions: PredictionTable,
): Promise<void> {
  const appender = await connection.createAppender("m_prediction");
  const columns = [
    frequency,
    recency,
    age,
    predictions.probabilityActive,
    predictions.expectedOrders,
    predictions.ordersLow,
    predictions.ordersHigh,
    predictions.ordersWhileActive,
  ];
  const types = [INTEGER, INTEGER, INTEGER, DOUBLE, DOUBLE, INTEGER, INTEGER, DOUBLE];
  for (let start = 0; start < frequency.length; start += chunkRows) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(columns.map((column) => Array.from(column.subarray(start, start + chunkRows))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
