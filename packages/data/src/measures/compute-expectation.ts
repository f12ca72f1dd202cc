import { DOUBLE, type DuckDBConnection, INTEGER } from "@duckdb/node-api";
import {
  expect12Months,
  type HoldoutInput,
  type PredictionTable,
} from "@kleinod/engine/measures/expectation/compute.ts";
import type {
  ExpectationDetails,
  ExpectationRefusal,
} from "@kleinod/engine/measures/expectation/expectation-details.ts";
import type { HistoryTable } from "@kleinod/engine/measures/expectation/history-tables.ts";
import { holdoutWindow, monthEnds } from "@kleinod/engine/measures/expectation/holdout-window.ts";
import {
  cohortsSql,
  expectationSql,
  historiesSql,
  historySpanSql,
  holdoutHistoriesSql,
  maxFitSample,
  predictionTableSql,
  repeatPurchasesSql,
  sampledHistoriesSql,
  spendSql,
} from "@kleinod/engine/measures/expectation/sql.ts";
import { daysBetween, monthsBefore } from "@kleinod/engine/measures/period.ts";
import type { MeasureSettings } from "@kleinod/engine/measures/settings-contract.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { one, runEach } from "../duckdb/connect.ts";
import { appendColumns } from "./append-columns.ts";
import { readDoubles } from "./read-doubles.ts";
import type { StepContext } from "./steps.ts";

/** Months of the tracking picture; older ones are in its cumulated numbers. */
const trackedMonths = 60;

interface HistorySpan {
  readonly firstPurchase: PlainDate | null;
  readonly customers: number;
}

/**
 * Compares the purchase models on the company's own last months, fits the best one and the spend model on distinct histories,
 * and joins the predictions back to the customers.
 */
export async function computeExpectation({
  connection,
  settings,
}: StepContext): Promise<Readonly<Record<string, unknown>>> {
  const span = await one<HistorySpan>(connection, historySpanSql());
  const histories = await readHistories(connection, historiesSql(settings));
  const isLarge = span.customers > maxFitSample;
  const [count, meanCents] = await readDoubles(connection, spendSql(), 2);
  const expectation = expect12Months({
    histories,
    sample: isLarge ? await readHistories(connection, sampledHistoriesSql(settings)) : null,
    spend: { count: count!, meanCents: meanCents! },
    horizonDays: daysBetween(settings.asOf, monthsBefore(settings.asOf, -12)),
    holdout: await readHoldout(connection, settings, span.firstPurchase),
  });
  await connection.run(predictionTableSql());
  if (!expectation.ok) {
    await runEach(connection, expectationSql(settings, null));
    return { refused: expectation.reason, message: expectation.message } satisfies ExpectationRefusal;
  }
  await appendPredictions(connection, histories, expectation.predictions);
  await runEach(connection, expectationSql(settings, expectation.details.spend));
  return { ...expectation.details } satisfies ExpectationDetails;
}

async function readHistories(connection: DuckDBConnection, sql: string): Promise<HistoryTable> {
  const [frequency, recency, age, customers, sumLogIntervals] = await readDoubles(connection, sql, 5);
  return {
    frequency: frequency!,
    recency: recency!,
    age: age!,
    customers: customers!,
    sumLogIntervals: sumLogIntervals!,
  };
}

/** Null when the data are too short to hold anything out. */
async function readHoldout(
  connection: DuckDBConnection,
  settings: MeasureSettings,
  firstPurchase: PlainDate | null,
): Promise<HoldoutInput | null> {
  const window = firstPurchase === null ? null : holdoutWindow(settings.asOf, firstPurchase);
  if (firstPurchase === null || window === null) return null;
  const [frequency, recency, age, customers, sumLogIntervals, ordersBefore, ordersAfter] = await readDoubles(
    connection,
    holdoutHistoriesSql(settings, window),
    7,
  );
  const [firstDay, begun] = await readDoubles(connection, cohortsSql(window), 2);
  const [day, orders] = await readDoubles(connection, repeatPurchasesSql(settings, window), 2);
  return {
    window,
    table: {
      frequency: frequency!,
      recency: recency!,
      age: age!,
      customers: customers!,
      sumLogIntervals: sumLogIntervals!,
      ordersBefore: ordersBefore!,
      ordersAfter: ordersAfter!,
    },
    customersBefore: begun!.reduce((sum, customersOfDay) => sum + customersOfDay, 0),
    tracking: { firstDay: firstDay!, customers: begun!, day: day!, orders: orders! },
    monthEnds: monthEnds(settings.asOf, firstPurchase, trackedMonths + 1),
  };
}

async function appendPredictions(
  connection: DuckDBConnection,
  { frequency, recency, age }: HistoryTable,
  predictions: PredictionTable,
): Promise<void> {
  await appendColumns(connection, { table: "m_prediction" }, [
    { type: INTEGER, values: frequency },
    { type: INTEGER, values: recency },
    { type: INTEGER, values: age },
    { type: DOUBLE, values: predictions.probabilityActive },
    { type: DOUBLE, values: predictions.expectedOrders },
    { type: INTEGER, values: predictions.ordersLow },
    { type: INTEGER, values: predictions.ordersHigh },
    { type: DOUBLE, values: predictions.ordersWhileActive },
  ]);
}
