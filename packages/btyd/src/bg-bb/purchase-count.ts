import { logBetaRatio } from "../numerics/log-beta-ratio.ts";
import { logSumOfProducts } from "../numerics/log-sum-of-products.ts";
import type { BgBbParams } from "./contract.ts";

/** P(X(n) = x) of a new customer (Fader, Hardie & Shang 2010, eq. 8). */
export function purchaseCountProbability(
  { alpha, beta, gamma, delta }: BgBbParams,
  x: number,
  n: number,
): number {
  if (x > n) return 0;
  const logAllBought = logBetaRatio(beta, alpha, x);
  const logSequences = -Math.log(n + 1) - logBetaRatio(1, 1, x) - logBetaRatio(1 + x, 1, n - x);
  const logStayed =
    logSequences + logAllBought + logBetaRatio(alpha + x, beta, n - x) + logBetaRatio(gamma, delta, n);
  const logLeftAtOnce = logAllBought + logBetaRatio(gamma, delta, x) + Math.log(gamma / (gamma + delta + x));
  const ratio = (i: number) => {
    const t = x + i;
    return ((t + 1) / (i + 1)) * ((beta + i) / (alpha + beta + t)) * ((delta + t) / (gamma + delta + 1 + t));
  };
  return Math.min(1, Math.exp(logStayed) + Math.exp(logSumOfProducts(logLeftAtOnce, ratio, n - x)));
}

/**
 * P(X(n) > x) of a new customer: the sum over the opportunity t + 1 at which purchase x + 1 happens, after x purchases at t
 * opportunities. Every term is positive, so that far tails keep their digits.
 */
export function purchaseCountAbove({ alpha, beta, gamma, delta }: BgBbParams, x: number, n: number): number {
  if (x >= n) return 0;
  const logFirst = logBetaRatio(beta, alpha, x + 1) + logBetaRatio(gamma, delta, x + 1);
  const ratio = (i: number) => {
    const t = x + i;
    return (
      ((t + 1) / (i + 1)) *
      ((beta + i) / (alpha + beta + t + 1)) *
      ((delta + t + 1) / (gamma + delta + t + 1))
    );
  };
  return Math.min(1, Math.exp(logSumOfProducts(logFirst, ratio, n - x)));
}
