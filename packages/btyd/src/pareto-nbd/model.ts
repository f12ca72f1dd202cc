import { checkHistories, checkHistory } from "../histories/check-history.ts";
import type { CustomerHistory, HistoryColumns } from "../histories/contract.ts";
import { outOfRange } from "../out-of-range.ts";
import { checkPositiveParams } from "../repeat-purchase/check-arguments.ts";
import { repeatPurchaseModel } from "../repeat-purchase/repeat-purchase-model.ts";
import type { ParetoNbdModel, ParetoNbdParams } from "./contract.ts";
import { discountedTimeActive } from "./discounted-time-active.ts";
import { lnLeftOdds } from "./left-odds.ts";
import { paretoNbdLogLikelihood } from "./log-likelihood.ts";
import { walkTransactionCounts } from "./walk-transaction-counts.ts";

const MOST_AGES_KEPT = 10_000;

/**
 * The Pareto/NBD model with these parameters: the answers of `RepeatPurchaseModel` and discounted expectations.
 *
 * A customer who is alive at the end of observation is a new customer of the model with r + x, alpha + T, s, beta + T, because
 * neither buying nor leaving remembers; everything about the future follows from that.
 *
 * @throws RangeError when a parameter is not a finite number > 0.
 */
export function paretoNbd(params: ParetoNbdParams): ParetoNbdModel {
  checkPositiveParams("paretoNbd", params, ["r", "alpha", "s", "beta"]);
  const { r, alpha, s, beta } = params;

  const probabilityAlive = (x: number, recency: number, age: number) =>
    1 / (1 + Math.exp(lnLeftOdds(r + x, alpha, s, beta, x === 0 ? 0 : recency, age)));
  /** At the end of observation: 0 of those who have left, r + x to alpha + T of those who have not. */
  const purchaseRate = (x: number, recency: number, age: number) =>
    (probabilityAlive(x, recency, age) * (r + x)) / (alpha + age);

  return {
    ...repeatPurchaseModel({
      model: "paretoNbd",
      params: { r, alpha, s, beta },
      logLikelihood: (x, recency, age) => paretoNbdLogLikelihood(params, x, recency, age),
      probabilityAlive,
      expectedWhileAlive: (horizon, x, _recency, age) =>
        ((r + x) / (alpha + age)) * timeActive(horizon, s, beta + age),
      walkCounts: (horizon, x, _recency, age, visit) =>
        walkTransactionCounts(r + x, alpha + age, s, beta + age, horizon, visit),
    }),
    discountedExpectedTransactions(delta: number, customer: CustomerHistory) {
      checkDelta(delta);
      checkHistory(customer);
      const { frequency, recency, age } = customer;
      return purchaseRate(frequency, recency, age) * discountedTimeActive(delta, s, beta + age);
    },
    discountedExpectedTransactionsEach(delta: number, histories: HistoryColumns) {
      checkDelta(delta);
      const rows = checkHistories(histories);
      const { frequency, recency, age } = histories;
      const answers = new Float64Array(rows);
      // Only the age decides over the discounted time, and bases counted in days have few ages.
      const timeOfAge = new Map<number, number>();
      for (let row = 0; row < rows; row++) {
        let time = timeOfAge.get(age[row]!);
        if (time === undefined) {
          time = discountedTimeActive(delta, s, beta + age[row]!);
          if (timeOfAge.size < MOST_AGES_KEPT) timeOfAge.set(age[row]!, time);
        }
        answers[row] = purchaseRate(frequency[row]!, recency[row]!, age[row]!) * time;
      }
      return answers;
    },
  };
}

/**
 * Expected time within `horizon` that a customer stays whose leaving rate is Gamma(s, beta):
 * beta / (s − 1) · [1 − (beta / (beta + horizon))^(s−1)], and its limit beta · ln(1 + horizon / beta) at s = 1.
 */
function timeActive(horizon: number, s: number, beta: number): number {
  const stretch = Math.log1p(horizon / beta);
  const excess = s - 1;
  return beta * (excess === 0 ? stretch : -Math.expm1(-excess * stretch) / excess);
}

function checkDelta(delta: number): void {
  if (!(delta > 0 && delta < Number.POSITIVE_INFINITY)) {
    throw outOfRange("delta", delta, "a finite number > 0, the discount as a continuous rate per time unit");
  }
}
