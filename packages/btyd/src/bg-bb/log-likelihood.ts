import { logAddExp } from "../numerics/log-add-exp.ts";
import { logBetaRatio } from "../numerics/log-beta-ratio.ts";
import { logSumOfProducts } from "../numerics/log-sum-of-products.ts";
import type { BgBbParams } from "./contract.ts";

/** ln of the probability of one sequence of purchases, and of its part in which the customer is there to the last opportunity. */
export interface BgBbLogLikelihood {
  readonly logTotal: number;
  readonly logStayed: number;
}

/**
 * ln of the BG/BB likelihood of a history (Fader, Hardie & Shang 2010, eq. 4): either the customer stayed for all n opportunities,
 * or left before one of those after t_x. The terms of the second sum have a simple ratio to one another.
 */
export function bgBbLogLikelihood(
  { alpha, beta, gamma, delta }: BgBbParams,
  x: number,
  recency: number,
  n: number,
): BgBbLogLikelihood {
  const last = x === 0 ? 0 : recency;
  const logBought = logBetaRatio(beta, alpha, x);
  const logStayed = logBought + logBetaRatio(alpha + x, beta, n - x) + logBetaRatio(gamma, delta, n);
  const logLeftAtOnce =
    logBought +
    logBetaRatio(alpha + x, beta, last - x) +
    logBetaRatio(gamma, delta, last) +
    Math.log(gamma / (gamma + delta + last));
  const ratio = (i: number) => {
    const t = last + i;
    return ((beta + t - x) / (alpha + beta + t)) * ((delta + t) / (gamma + delta + 1 + t));
  };
  return { logTotal: logAddExp(logStayed, logSumOfProducts(logLeftAtOnce, ratio, n - last)), logStayed };
}
