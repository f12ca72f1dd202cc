import type { PurchaseModel } from "./chosen-model.ts";
import type { HoldoutTable } from "./history-tables.ts";

/** Share of customers whose purchases after the cut lay inside the interval that the model gave them; ends belong to it. */
export function intervalCoverage(
  model: PurchaseModel,
  table: HoldoutTable,
  holdoutDays: number,
  level: number,
): number {
  const { low, high } = model.transactionIntervalEach(holdoutDays, table, level);
  let [inside, all] = [0, 0];
  for (let row = 0; row < table.customers.length; row++) {
    const found = table.ordersAfter[row]!;
    all += table.customers[row]!;
    if (found >= low[row]! && found <= high[row]!) inside += table.customers[row]!;
  }
  return inside / all;
}
