import { checkHistories, checkHistory } from "../histories/check-history.ts";
import type { CustomerHistory, HistoryColumns } from "../histories/contract.ts";
import { NEW_CUSTOMER } from "../histories/new-customer.ts";
import { outOfRange } from "../out-of-range.ts";
import { checkBgNbdParams, checkHorizon } from "./check-bg-nbd-arguments.ts";
import type { BgNbdParams } from "./contract.ts";
import { probabilityActive } from "./predict.ts";
import { walkPurchaseCounts } from "./walk-purchase-counts.ts";

const DEFAULT_LEVEL = 0.8;

/** No count above this is looked at; an interval that would reach further ends here. */
export const MAX_PURCHASE_COUNT = 1_000_000;

/** A central interval of a count: both ends are possible counts and belong to it. */
export interface PurchaseCountInterval {
  readonly low: number;
  readonly high: number;
}

/** Intervals by column; row i belongs to row i of the histories. */
export interface PurchaseCountIntervals {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * Probability of exactly `count` repeat purchases of a new customer within `horizon` after the first purchase
 * (Fader, Hardie & Lee 2005, eq. 8). The time unit is that of `params`.
 *
 * @throws RangeError when a parameter or the horizon is out of range, or the count is no integer from 0 to
 * `MAX_PURCHASE_COUNT`.
 */
export function purchaseCountPmf(params: BgNbdParams, count: number, horizon: number): number {
  return purchaseCountDistribution(params, NEW_CUSTOMER, horizon, count)[count]!;
}

/**
 * Probabilities of 0, 1, …, `maxCount` purchases within `horizon` after the end of observation, given the
 * history; what is missing to a sum of 1 is the probability of more. The mean of the whole distribution is
 * `expectedPurchases`: whoever has left buys nothing, whoever is active is described by the parameters updated
 * with the history.
 *
 * @throws RangeError when an argument is out of range.
 */
export function purchaseCountDistribution(
  params: BgNbdParams,
  history: CustomerHistory,
  horizon: number,
  maxCount: number,
): Float64Array {
  checkHorizon(horizon);
  if (!(Number.isInteger(maxCount) && maxCount >= 0 && maxCount <= MAX_PURCHASE_COUNT)) {
    throw outOfRange("count", maxCount, `an integer from 0 to ${MAX_PURCHASE_COUNT}`);
  }
  const active = probabilityActive(params, history);
  const probabilities = new Float64Array(maxCount + 1);
  walkFutureCounts(params, history, horizon, (count, probability) => {
    probabilities[count] = active * probability;
    return count < maxCount;
  });
  probabilities[0]! += 1 - active;
  return probabilities;
}

/**
 * The central interval that holds the purchases of a customer within `horizon` with a probability of at least
 * `level`: from the smallest count whose cumulated probability reaches (1 − level) / 2 to the smallest that
 * reaches (1 + level) / 2. Exact quantiles of the model at fixed parameters; the uncertainty of the parameters
 * themselves is not in it.
 *
 * @throws RangeError when an argument is out of range; `level` must lie strictly between 0 and 1.
 */
export function purchaseCountInterval(
  params: BgNbdParams,
  history: CustomerHistory,
  horizon: number,
  level = DEFAULT_LEVEL,
): PurchaseCountInterval {
  checkBgNbdParams(params);
  checkHistory(history);
  checkHorizon(horizon);
  checkLevel(level);
  return interval(params, history, horizon, level);
}

/**
 * {@link purchaseCountInterval} for many customers.
 *
 * @throws RangeError when an argument is out of range; a history is named by its zero-based row.
 */
export function purchaseCountIntervals(
  params: BgNbdParams,
  rows: HistoryColumns,
  horizon: number,
  level = DEFAULT_LEVEL,
): PurchaseCountIntervals {
  checkBgNbdParams(params);
  checkHorizon(horizon);
  checkLevel(level);
  const count = checkHistories(rows);
  const low = new Int32Array(count);
  const high = new Int32Array(count);
  for (let row = 0; row < count; row++) {
    const history = { frequency: rows.frequency[row]!, recency: rows.recency[row]!, age: rows.age[row]! };
    const found = interval(params, history, horizon, level);
    low[row] = found.low;
    high[row] = found.high;
  }
  return { low, high };
}

function interval(
  params: BgNbdParams,
  history: CustomerHistory,
  horizon: number,
  level: number,
): PurchaseCountInterval {
  const lowTarget = (1 - level) / 2;
  const highTarget = (1 + level) / 2;
  const active = probabilityActive(params, history);
  let cumulated = 1 - active;
  if (cumulated >= highTarget) return { low: 0, high: 0 };
  let low = -1;
  let high = MAX_PURCHASE_COUNT;
  walkFutureCounts(params, history, horizon, (count, probability) => {
    cumulated += active * probability;
    if (low < 0 && cumulated >= lowTarget) low = count;
    if (cumulated >= highTarget) high = count;
    return cumulated < highTarget && count < MAX_PURCHASE_COUNT;
  });
  return { low: low < 0 ? MAX_PURCHASE_COUNT : low, high };
}

/** Walks over the counts of a customer who is active, with the parameters updated by the history. */
function walkFutureCounts(
  { r, alpha, a, b }: BgNbdParams,
  { frequency, age }: CustomerHistory,
  horizon: number,
  visit: (count: number, probability: number) => boolean,
): void {
  walkPurchaseCounts(r + frequency, alpha + age, a, b + frequency, horizon, visit);
}

function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw outOfRange("level", level, "a number above 0 and below 1");
}
