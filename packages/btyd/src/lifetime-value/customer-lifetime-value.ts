import type { CustomerHistoryAndSpend, HistoryAndSpendColumns, LifetimeValueSettings } from "./contract.ts";
import { discountSteps } from "./discount-steps.ts";
import { valuePerTransaction } from "./value-per-transaction.ts";

/**
 * Discounted value of a customer's purchases within the horizon, see {@link LifetimeValueSettings}; in the money unit of `spend`.
 * Negative where a purchase costs more than it leaves.
 *
 * @throws RangeError when a setting, the history or the spend is out of range.
 */
export function customerLifetimeValue(
  settings: LifetimeValueSettings,
  customer: CustomerHistoryAndSpend,
): number {
  const net = valuePerTransaction(settings)(settings.spend.expectedMeanValue(customer));
  const transactions = discountedTransactions(settings, customer);
  return transactions === 0 ? 0 : transactions * net;
}

/** {@link customerLifetimeValue} for a whole base; its sum is the value of the base. */
export function customerLifetimeValueEach(
  settings: LifetimeValueSettings,
  base: HistoryAndSpendColumns,
): Float64Array {
  const net = valuePerTransaction(settings);
  const meanValues = settings.spend.expectedMeanValueEach(base);
  const transactions = discountedTransactionsEach(settings, base);
  return transactions.map((count, row) => (count === 0 ? 0 : count * net(meanValues[row]!)));
}

/**
 * Expected purchases within the horizon, each counted at what money of its time is worth today.
 *
 * @throws RangeError when a setting or the history is out of range.
 */
export function discountedTransactions(
  settings: LifetimeValueSettings,
  customer: CustomerHistoryAndSpend,
): number {
  const { purchases } = settings;
  const steps = discountSteps(settings);
  const alive = purchases.probabilityAlive(customer);
  let sum = 0;
  let before = 0;
  for (const { end, discount } of steps) {
    const expected = purchases.expectedTransactionsWhileAlive(end, customer);
    sum += (expected - before) * discount;
    before = expected;
  }
  return alive * sum;
}

/** {@link discountedTransactions} for a whole base. */
export function discountedTransactionsEach(
  settings: LifetimeValueSettings,
  base: HistoryAndSpendColumns,
): Float64Array {
  const { purchases } = settings;
  const steps = discountSteps(settings);
  const alive = purchases.probabilityAliveEach(base);
  const sums = new Float64Array(alive.length);
  let before: Float64Array | null = null;
  for (const { end, discount } of steps) {
    const expected = purchases.expectedTransactionsWhileAliveEach(end, base);
    for (let row = 0; row < sums.length; row++) {
      sums[row]! += alive[row]! * ((expected[row]! - (before?.[row] ?? 0)) * discount);
    }
    before = expected;
  }
  return sums;
}
