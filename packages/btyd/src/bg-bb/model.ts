import { logBetaRatio } from "../numerics/log-beta-ratio.ts";
import { sumSmoothTerms } from "../numerics/sum-smooth-terms.ts";
import { outOfRange } from "../out-of-range.ts";
import { checkCount, checkLevel, checkPositiveParams } from "../repeat-purchase/check-arguments.ts";
import { answerEach, answerOne, distinctAnswers } from "./answer-histories.ts";
import { checkOpportunityHorizon } from "./check-opportunities.ts";
import type { BgBbModel, BgBbParams } from "./contract.ts";
import { expectedOpportunities } from "./expected-opportunities.ts";
import { bgBbLogLikelihood } from "./log-likelihood.ts";
import { purchaseCountAbove, purchaseCountProbability } from "./purchase-count.ts";

const DEFAULT_LEVEL = 0.8;

/**
 * The BG/BB model with these parameters.
 *
 * A customer who has stayed for n opportunities with x purchases is a new customer of the model with alpha + x, beta + n − x,
 * gamma, delta + n; everything about the future follows from that and from the probability of having stayed.
 *
 * @throws RangeError when a parameter is not a finite number > 0.
 */
export function bgBb(params: BgBbParams): BgBbModel {
  checkPositiveParams("bgBb", params, ["alpha", "beta", "gamma", "delta"]);
  const { alpha, beta, gamma, delta } = params;

  const stayed = (x: number, recency: number, n: number) => {
    const { logTotal, logStayed } = bgBbLogLikelihood(params, x, recency, n);
    return Math.min(1, Math.exp(logStayed - logTotal));
  };
  const afterStay = (x: number, n: number): BgBbParams => ({
    alpha: alpha + x,
    beta: beta + n - x,
    gamma,
    delta: delta + n,
  });
  const purchasesAfterStay = (horizon: number, x: number, n: number) =>
    ((alpha + x) / (alpha + beta + n)) * expectedOpportunities(gamma, delta + n, horizon);
  const alive = (x: number, recency: number, n: number) =>
    (stayed(x, recency, n) * (delta + n)) / (gamma + delta + n);
  const expected = (horizon: number, x: number, recency: number, n: number) =>
    horizon === 0 ? 0 : stayed(x, recency, n) * purchasesAfterStay(horizon, x, n);
  const whileAlive = (horizon: number, x: number, n: number) =>
    horizon === 0 ? 0 : (purchasesAfterStay(horizon, x, n) * (gamma + delta + n)) / (delta + n);
  const probability = (count: number, horizon: number, x: number, recency: number, n: number) => {
    const stays = stayed(x, recency, n);
    const found = stays * purchaseCountProbability(afterStay(x, n), count, horizon);
    return Math.min(1, found + (count === 0 ? 1 - stays : 0));
  };
  const interval = (horizon: number, x: number, recency: number, n: number, level: number) => {
    const stays = stayed(x, recency, n);
    const after = afterStay(x, n);
    const above = (count: number) => stays * purchaseCountAbove(after, count, horizon);
    return {
      low: smallestCount(horizon, above, (1 + level) / 2),
      high: smallestCount(horizon, above, (1 - level) / 2),
    };
  };
  const discountedOpportunities = (discount: number, n: number) => {
    const logFactor = -Math.log1p(discount);
    const present = (k: number) => Math.exp(logBetaRatio(gamma, delta + n, k + 1) + (k + 1) * logFactor);
    return sumSmoothTerms(present, Number.POSITIVE_INFINITY, 1 / (1 + discount));
  };
  const discounted = (opportunities: number, x: number, recency: number, n: number) =>
    ((stayed(x, recency, n) * (alpha + x)) / (alpha + beta + n)) * opportunities;

  return {
    model: "bgBb",
    params: { alpha, beta, gamma, delta },
    logLikelihood(histories) {
      const logs = answerEach(
        histories,
        (x, recency, n) => bgBbLogLikelihood(params, x, recency, n).logTotal,
      );
      return logs.reduce((sum, log, row) => sum + (histories.weight?.[row] ?? 1) * log, 0);
    },
    logLikelihoodOf: (customer) =>
      answerOne(customer, (x, recency, n) => bgBbLogLikelihood(params, x, recency, n).logTotal),
    expectedTransactions(horizon) {
      checkOpportunityHorizon(horizon);
      return expected(horizon, 0, 0, 0);
    },
    transactionProbability(count, horizon) {
      checkCount(count);
      checkOpportunityHorizon(horizon);
      return purchaseCountProbability(params, count, horizon);
    },
    probabilityAlive: (customer) => answerOne(customer, alive),
    probabilityAliveEach: (histories) => answerEach(histories, alive),
    conditionalExpectedTransactions(horizon, customer) {
      checkOpportunityHorizon(horizon);
      return answerOne(customer, (x, recency, n) => expected(horizon, x, recency, n));
    },
    conditionalExpectedTransactionsEach(horizon, histories) {
      checkOpportunityHorizon(horizon);
      return answerEach(histories, (x, recency, n) => expected(horizon, x, recency, n));
    },
    expectedTransactionsWhileAlive(horizon, customer) {
      checkOpportunityHorizon(horizon);
      return answerOne(customer, (x, _recency, n) => whileAlive(horizon, x, n));
    },
    expectedTransactionsWhileAliveEach(horizon, histories) {
      checkOpportunityHorizon(horizon);
      return answerEach(histories, (x, _recency, n) => whileAlive(horizon, x, n));
    },
    conditionalTransactionProbability(count, horizon, customer) {
      checkCount(count);
      checkOpportunityHorizon(horizon);
      return answerOne(customer, (x, recency, n) => probability(count, horizon, x, recency, n));
    },
    transactionInterval(horizon, customer, level = DEFAULT_LEVEL) {
      checkLevel(level);
      checkOpportunityHorizon(horizon);
      return answerOne(customer, (x, recency, n) => interval(horizon, x, recency, n, level));
    },
    transactionIntervalEach(horizon, histories, level = DEFAULT_LEVEL) {
      checkLevel(level);
      checkOpportunityHorizon(horizon);
      const found = distinctAnswers(histories, (x, recency, n) => interval(horizon, x, recency, n, level));
      return {
        low: Int32Array.from(found, ({ low }) => low),
        high: Int32Array.from(found, ({ high }) => high),
      };
    },
    discountedExpectedTransactions(discount, customer) {
      checkDiscount(discount);
      return answerOne(customer, (x, recency, n) =>
        discounted(discountedOpportunities(discount, n), x, recency, n),
      );
    },
    discountedExpectedTransactionsEach(discount, histories) {
      checkDiscount(discount);
      const known = new Map<number, number>();
      return answerEach(histories, (x, recency, n) => {
        const opportunities = known.get(n) ?? discountedOpportunities(discount, n);
        known.set(n, opportunities);
        return discounted(opportunities, x, recency, n);
      });
    },
  };
}

/** The smallest count with at most `share` of the probability above it. */
function smallestCount(horizon: number, above: (count: number) => number, share: number): number {
  let low = 0;
  let high = horizon;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (above(middle) <= share) high = middle;
    else low = middle + 1;
  }
  return low;
}

function checkDiscount(discount: number): void {
  if (!(discount > 0 && discount < Number.POSITIVE_INFINITY)) {
    throw outOfRange("discount", discount, "a finite rate per opportunity > 0");
  }
}
