import { logBetaRatio } from "../numerics/log-beta-ratio.ts";
import { lnNegativeBinomial, negativeBinomialTail } from "../numerics/negative-binomial-tail.ts";
import type { SilentCustomer } from "./stage-counts.ts";
import { stageWeights } from "./stages.ts";

/**
 * P(at least `count` purchases within `horizon`), count ≥ 1, of a customer who is alive at its start and has leaving probability
 * Beta(a, b): kn stages pass and n − 1 leavings are survived. The formulas of `walkRegularCounts` at one count, for any k.
 */
export function countAtLeast(
  customer: SilentCustomer,
  a: number,
  b: number,
  horizon: number,
  count: number,
): number {
  return Math.exp(logBetaRatio(a, b, count - 1)) * stagesAtLeast(customer, horizon, customer.k * count);
}

/** P(exactly `count` purchases), see {@link countAtLeast}. */
export function countExactly(
  customer: SilentCustomer,
  a: number,
  b: number,
  horizon: number,
  count: number,
): number {
  const { k, shape, rate, silence } = customer;
  const odds = horizon / rate;
  let exactly = 0;
  for (const [j, weight] of stageWeights(k, shape, silence / rate).entries()) {
    for (let passed = k * count - j; passed < k * (count + 1) - j; passed++) {
      if (passed >= 0) exactly += weight * Math.exp(lnNegativeBinomial(passed, shape + j, odds));
    }
  }
  const stayed = Math.exp(logBetaRatio(a, b, count)) * exactly;
  if (count === 0) return stayed;
  return stayed + (a / (a + b + count - 1)) * countAtLeast(customer, a, b, horizon, count);
}

function stagesAtLeast({ k, shape, rate, silence }: SilentCustomer, horizon: number, stages: number): number {
  let tail = 0;
  for (const [j, weight] of stageWeights(k, shape, silence / rate).entries()) {
    tail += weight * negativeBinomialTail(stages - j, shape + j, horizon / rate);
  }
  return tail;
}
