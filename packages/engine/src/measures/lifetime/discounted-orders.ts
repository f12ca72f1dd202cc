import type { RepeatPurchaseModel } from "@kleinod/btyd/index.ts";

/** Distinct histories by column, in days. */
export interface Histories {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly age: Float64Array;
}

/** By column; row i belongs to row i of the histories. */
export interface DiscountedOrders {
  /** Expected purchase days over the reach, each year discounted at its middle. */
  readonly orders: Float64Array;
  /** 10 % and 90 % quantile of the number of purchase days, discounted like the expectation, which lies between them. */
  readonly ordersLow: Float64Array;
  readonly ordersHigh: Float64Array;
  /** Years in which the customer is expected to be active, discounted. */
  readonly activeYears: Float64Array;
}

const daysPerYear = 365.25;
/** A quarter tells the pace at asOf: few leave in it, and regular buyers have come round to their next purchase. */
const paceDays = 91;

/**
 * What is to be expected of each history over the reach, by the purchase model that holds. How long a customer stays active is
 * read from its purchases: a year with half of the purchases that the pace at asOf would make is half a year of activity. So
 * every model answers by its own way of leaving.
 * @param model with parameters in days
 * @param months reach, at least 12
 * @param discount per year, 0.08 is 8 %
 */
export function discountedOrders(
  model: RepeatPurchaseModel<string, unknown>,
  histories: Histories,
  months: number,
  discount: number,
): DiscountedOrders {
  const size = histories.frequency.length;
  const active = model.probabilityAliveEach(histories);
  const pace = model.conditionalExpectedTransactionsEach(paceDays, histories);
  const orders = new Float64Array(size);
  const activeYears = new Float64Array(size);
  let upTo = new Float64Array(size);
  for (let start = 0; start < months; start += 12) {
    const end = Math.min(months, start + 12);
    const days = ((end - start) / 12) * daysPerYear;
    const factor = (1 + discount) ** -((start + end) / 24);
    const before = upTo;
    upTo = Float64Array.from(model.conditionalExpectedTransactionsEach((end / 12) * daysPerYear, histories));
    for (let row = 0; row < size; row++) {
      const bought = Math.max(0, upTo[row]! - before[row]!);
      orders[row]! += factor * bought;
      const atPace = pace[row]! * (days / paceDays);
      const stays = atPace > 0 ? Math.min(1, bought / atPace) : 1;
      activeYears[row]! += factor * (days / daysPerYear) * active[row]! * stays;
    }
  }
  const { low, high } = model.transactionIntervalEach((months / 12) * daysPerYear, histories);
  // A mean is no quantile: where nearly nobody buys again it may lie above the 90 % quantile, which is then 0.
  const end = (counts: Int32Array, pick: (a: number, b: number) => number) =>
    Float64Array.from(orders, (expected, row) =>
      upTo[row]! > 0 ? pick(expected, (expected * counts[row]!) / upTo[row]!) : 0,
    );
  return { orders, ordersLow: end(low, Math.min), ordersHigh: end(high, Math.max), activeYears };
}
