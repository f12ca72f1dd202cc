import type { PurchaseModel } from "./chosen-model.ts";
import type { FittedModel } from "./fit-candidates.ts";
import type { HistoryTable } from "./history-tables.ts";

/** Expected purchases of a base; low and high hold what the parameters leave open, null where the data bear none. */
export interface ExpectedTotal {
  readonly expected: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
}

/** Histories that the interval looks at: its relative width needs no more. */
const mostRows = 10_000;

/**
 * Σ of the expectation over all customers. The interval comes from every n-th history, as a factor on the whole. It holds the
 * uncertainty of the parameters alone; that a model can be wrong shows in its hold-out.
 */
export function expectedTotal(
  { interval }: FittedModel,
  table: HistoryTable,
  expectedOrders: Float64Array,
  horizonDays: number,
  level: number,
): ExpectedTotal {
  const expected = expectedOrders.reduce((sum, orders, row) => sum + orders * table.customers[row]!, 0);
  const sample = everyNth(table, Math.ceil(table.frequency.length / mostRows));
  const totalOf = (model: PurchaseModel) =>
    model
      .conditionalExpectedTransactionsEach(horizonDays, sample)
      .reduce((sum, orders, row) => sum + orders * sample.customers[row]!, 0);
  const found = interval(totalOf, level);
  if (found === null || !(found.estimate > 0)) return { expected, low: null, high: null, level };
  const scale = expected / found.estimate;
  return { expected, low: found.low * scale, high: found.high * scale, level };
}

function everyNth(table: HistoryTable, step: number): HistoryTable {
  const pick = (column: Float64Array) => (step <= 1 ? column : column.filter((_, row) => row % step === 0));
  return {
    frequency: pick(table.frequency),
    recency: pick(table.recency),
    age: pick(table.age),
    customers: pick(table.customers),
    sumLogIntervals: pick(table.sumLogIntervals),
  };
}
