import type { BgNbdParams, CnbdVariant } from "./contract.ts";
import { lnStageSum } from "./stages.ts";

/**
 * Probability, 0 to 1, that a customer with this history has not left at the end of observation: the odds of the two branches
 * of `cnbdLogLikelihood` (for k = 1: Fader, Hardie & Lee note 021; Batislam et al. 2007). Exactly 1 without a repeat purchase
 * where nobody can leave at the first one.
 */
export function cnbdProbabilityAlive(
  { k, leavesAtFirst }: CnbdVariant,
  { r, alpha, a, b }: BgNbdParams,
  x: number,
  recency: number,
  age: number,
): number {
  const chances = leavesAtFirst ? x + 1 : x;
  if (chances === 0) return 1;
  const last = x === 0 ? 0 : recency;
  const shape = r + k * x;
  const lnStages = k === 1 ? 0 : lnStageSum(k, shape, (age - last) / (alpha + age));
  const lnOddsLeft =
    Math.log(a / (b + chances - 1)) + shape * Math.log1p((age - last) / (alpha + last)) - lnStages;
  // Odds beyond the largest double are Infinity, and the probability then 0 as it should be.
  return 1 / (1 + Math.exp(lnOddsLeft));
}
