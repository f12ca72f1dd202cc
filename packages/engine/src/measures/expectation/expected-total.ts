import { normalQuantile } from "../../normal-quantile.ts";
import type { PurchaseModel } from "./chosen-model.ts";
import type { FittedModel } from "./fit-candidates.ts";
import type { HistoryTable } from "./history-tables.ts";

/**
 * Expected purchases of a base. Low and high hold what the parameters leave open and, where a hold-out measured it, the chance in
 * what customers do; null where the data bear no interval of the parameters.
 */
export interface ExpectedTotal {
  readonly expected: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
}

/** Histories that the interval looks at: its relative width needs no more. */
const mostRows = 10_000;

/** How far single customers were off in a hold-out. */
export interface ForecastSpread {
  /** Root mean squared error per customer, in purchase days. */
  readonly rmse: number;
  /** Days that were forecast. */
  readonly days: number;
}

/**
 * Σ of the expectation over all customers. The interval of the parameters comes from every n-th history, as a factor on the
 * whole. What customers do besides adds up like independent errors: customers × (error per customer)², in proportion to the
 * time. What hits all of them at once (a season, a price, a crisis) is in neither; the hold-out shows how large it was.
 */
export function expectedTotal(
  { interval }: FittedModel,
  table: HistoryTable,
  expectedOrders: Float64Array,
  horizonDays: number,
  { level, spread }: { readonly level: number; readonly spread: ForecastSpread | null },
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
  const customers = table.customers.reduce((sum, n) => sum + n, 0);
  const variance = spread === null ? 0 : (customers * spread.rmse ** 2 * horizonDays) / spread.days;
  const chance = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  const low = expected - Math.hypot(expected - found.low * scale, chance);
  const high = expected + Math.hypot(found.high * scale - expected, chance);
  return { expected, low: Math.max(0, low), high, level };
}

/** Every n-th history, with the customers behind it. */
export function everyNth(table: HistoryTable, step: number): HistoryTable {
  const pick = (column: Float64Array) => (step <= 1 ? column : column.filter((_, row) => row % step === 0));
  return {
    frequency: pick(table.frequency),
    recency: pick(table.recency),
    age: pick(table.age),
    customers: pick(table.customers),
    sumLogIntervals: pick(table.sumLogIntervals),
  };
}
