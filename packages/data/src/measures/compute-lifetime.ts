import { DOUBLE, type DuckDBConnection, INTEGER } from "@duckdb/node-api";
import { type PurchaseModel, purchaseModel } from "@kleinod/engine/measures/expectation/chosen-model.ts";
import { historiesSql } from "@kleinod/engine/measures/expectation/sql.ts";
import {
  type DiscountedOrders,
  discountedOrders,
  type Histories,
} from "@kleinod/engine/measures/lifetime/discounted-orders.ts";
import { lifetimeOrdersTableSql, lifetimeSql } from "@kleinod/engine/measures/lifetime/sql.ts";
import { runEach } from "../duckdb/connect.ts";
import { appendColumns } from "./append-columns.ts";
import { expectationDetails } from "./expectation-details.ts";
import { readDoubles } from "./read-doubles.ts";
import type { StepContext } from "./steps.ts";

/** Net contribution over the reach, from the purchase model that the expectation chose. */
export async function computeLifetime({
  connection,
  settings,
}: StepContext): Promise<Record<string, unknown>> {
  const months = Number(settings.values["lifetime.months"]);
  const discount = Number(settings.values["lifetime.discountRatioPerYear"]);
  const model = await chosenModel(connection);
  await connection.run(lifetimeOrdersTableSql());
  if (model !== null) {
    const [frequency, recency, age] = await readDoubles(connection, historiesSql(settings), 5);
    const histories = { frequency: frequency!, recency: recency!, age: age! };
    await append(connection, histories, discountedOrders(model, histories, months, discount));
  }
  await runEach(connection, lifetimeSql(settings));
  return { months, discount, isModelled: model !== null };
}

/** The model of the step `expectation`; null when there is too little history for one. */
async function chosenModel(connection: DuckDBConnection): Promise<PurchaseModel | null> {
  const details = await expectationDetails(connection);
  return details === null || "refused" in details ? null : purchaseModel(details.purchases);
}

async function append(
  connection: DuckDBConnection,
  { frequency, recency, age }: Histories,
  { orders, ordersLow, ordersHigh, activeYears }: DiscountedOrders,
): Promise<void> {
  await appendColumns(connection, { table: "t_lifetime_orders", isTemporary: true }, [
    { type: INTEGER, values: frequency },
    { type: INTEGER, values: recency },
    { type: INTEGER, values: age },
    { type: DOUBLE, values: orders },
    { type: DOUBLE, values: ordersLow },
    { type: DOUBLE, values: ordersHigh },
    { type: DOUBLE, values: activeYears },
  ]);
}
