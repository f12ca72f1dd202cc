import type { BgNbdParams } from "@kleinod/btyd/bg-nbd/contract.ts";
import { predictBgNbd } from "@kleinod/btyd/bg-nbd/predict.ts";
import { purchaseCountIntervals } from "@kleinod/btyd/bg-nbd/purchase-count.ts";

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

/**
 * What is to be expected of each history over the reach. How long a customer stays active is read from its purchases: a year
 * with half of the first year's expected purchases is half a year of activity.
 * @param months reach, at least 12
 * @param discount per year, 0.08 is 8 %
 */
export function discountedOrders(
  params: BgNbdParams,
  histories: Histories,
  months: number,
  discount: number,
): DiscountedOrders {
  const size = histories.frequency.length;
  const orders = new Float64Array(size);
  const activeYears = new Float64Array(size);
  const plain = new Float64Array(size);
  let before = new Float64Array(size);
  let first: Float64Array | null = null;
  let active: Float64Array | null = null;
  for (let start = 0; start < months; start += 12) {
    const end = Math.min(months, start + 12);
    const years = (end - start) / 12;
    const factor = (1 + discount) ** -((start + end) / 24);
    const prediction = predictBgNbd(params, histories, (end / 12) * daysPerYear);
    active ??= prediction.probabilityActive;
    first ??= prediction.expectedPurchases;
    for (let row = 0; row < size; row++) {
      const bought = Math.max(0, prediction.expectedPurchases[row]! - before[row]!);
      orders[row]! += factor * bought;
      plain[row]! += bought;
      const stays = first[row]! > 0 ? Math.min(1, bought / years / first[row]!) : 1;
      activeYears[row]! += factor * years * active[row]! * stays;
    }
    before = prediction.expectedPurchases as Float64Array<ArrayBuffer>;
  }
  const { low, high } = purchaseCountIntervals(params, histories, (months / 12) * daysPerYear);
  // A mean is no quantile: where nearly nobody buys again it may lie above the 90 % quantile, which is then 0.
  const end = (counts: Int32Array, pick: (a: number, b: number) => number) =>
    Float64Array.from(orders, (expected, row) =>
      plain[row]! > 0 ? pick(expected, (expected * counts[row]!) / plain[row]!) : 0,
    );
  return { orders, ordersLow: end(low, Math.min), ordersHigh: end(high, Math.max), activeYears };
}
