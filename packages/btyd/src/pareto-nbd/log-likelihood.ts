import { lnRisingFactorial } from "../numerics/ln-rising-factorial.ts";
import { logAddExp } from "../numerics/log-add-exp.ts";
import type { ParetoNbdParams } from "./contract.ts";
import { lnLeftOdds } from "./left-odds.ts";

/**
 * ln of the likelihood of one history under the Pareto/NBD model, in the form of Fader & Hardie (2005): the customer is still
 * there, or left somewhere between the last purchase and the end. The two are joined in logarithms, so that hundreds of purchases
 * do not overflow. Its value depends on the time unit. Arguments have been checked.
 */
export function paretoNbdLogLikelihood(
  { r, alpha, s, beta }: ParetoNbdParams,
  x: number,
  recency: number,
  age: number,
): number {
  const shape = r + x;
  const since = x === 0 ? 0 : recency;
  const buying = lnRisingFactorial(r, x) - x * Math.log(alpha + age);
  const stillThere = -r * Math.log1p(age / alpha) - s * Math.log1p(age / beta);
  return buying + stillThere + logAddExp(0, lnLeftOdds(shape, alpha, s, beta, since, age));
}
