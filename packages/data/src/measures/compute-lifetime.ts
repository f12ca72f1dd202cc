import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, INTEGER } from "@duckdb/node-api";
import type { BgNbdParams } from "@kleinod/btyd/bg-nbd/contract.ts";
import { historiesSql } from "@kleinod/engine/measures/expectation/sql.ts";
import {
  type DiscountedOrders,
  discountedOrders,
  type Histories,
} from "@kleinod/engine/measures/lifetime/discounted-orders.ts";
import { lifetimeOrdersTableSql, lifetimeSql } from "@kleinod/engine/measures/lifetime/sql.ts";
import { all, runEach } from "../duckdb/connect.ts";
import { readDoubles } from "./read-doubles.ts";
import type { StepContext } from "./steps.ts";

/** Rows of one DuckDB vector. */
const chunkRows = 2048;

/** Net contribution over the reach, from the purchase model that the expectation fitted. */
export async function computeLifetime({
  connection,
  settings,
}: StepContext): Promise<Record<string, unknown>> {
  const months = Number(settings.values["lifetime.months"]);
  const discount = Number(settings.values["lifetime.discountRatioPerYear"]);
  const params = await fittedPurchases(connection);
  await connection.run(lifetimeOrdersTableSql());
  if (params !== null) {
    const [frequency, recency, age] = await readDoubles(connection, historiesSql(settings), 4);
    const histories = { frequency: frequency!, recency: recency!, age: age! };
    await append(connection, histories, discountedOrders(params, histories, months, discount));
  }
  await runEach(connection, lifetimeSql(settings));
  return { months, discount, isModelled: params !== null };
}

/** Parameters in the details of the step `expectation`; null when the model refused. */
async function fittedPurchases(connection: DuckDBConnection): Promise<BgNbdParams | null> {
  const [row] = await all<{ details: string }>(
    connection,
    "SELECT details FROM measure_step WHERE relation = 'm_expectation'",
  );
  const details = JSON.parse(row?.details ?? "{}") as { readonly purchases?: BgNbdParams };
  return details.purchases ?? null;
}

async function append(
  connection: DuckDBConnection,
  { frequency, recency, age }: Histories,
  { orders, ordersLow, ordersHigh, activeYears }: DiscountedOrders,
): Promise<void> {
  const appender = await connection.createAppender("t_lifetime_orders", "main", "temp");
  const columns = [frequency, recency, age, orders, ordersLow, ordersHigh, activeYears];
  const types = [INTEGER, INTEGER, INTEGER, DOUBLE, DOUBLE, DOUBLE, DOUBLE];
  for (let start = 0; start < frequency.length; start += chunkRows) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(columns.map((column) => Array.from(column.subarray(start, start + chunkRows))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
