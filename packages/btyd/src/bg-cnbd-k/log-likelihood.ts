import gammaln from "@stdlib/math-base-special-gammaln";
import { lnRisingFactorial } from "../numerics/ln-rising-factorial.ts";
import { logAddExp } from "../numerics/log-add-exp.ts";
import type { BgNbdParams, CnbdVariant } from "./contract.ts";
import { lnStageSum } from "./stages.ts";

/**
 * ln of the likelihood of one history: the branches "still active" and "left at the last purchase", joined in logarithms so
 * that a frequency of hundreds does not overflow (Hardie, note 027). The plain spelling; a fit uses the tabulated one of
 * `objective.ts`.
 *
 * With m = 1 where customers may leave at the first purchase, else 0, and n = r + kx:
 *   active: B(a, b+x+m) / B(a, b) · Γ(n)/Γ(r) · α^r / (α+T)^n · Σ_{j<k} Γ(n+j)/(Γ(n) j!) ((T−t_x)/(α+T))^j
 *   left:   B(a+1, b+x−1+m) / B(a, b) · Γ(n)/Γ(r) · α^r / (α+t_x)^n, unless x = 0 and m = 0
 * times the density of the intervals, see `lnIntervalFactor`. With k = 1 and m = 0 it is eq. 6 of Fader, Hardie & Lee (2005).
 *
 * @param sumLogIntervals NaN when it is not known
 */
export function cnbdLogLikelihood(
  { k, leavesAtFirst }: CnbdVariant,
  { r, alpha, a, b }: BgNbdParams,
  x: number,
  recency: number,
  age: number,
  sumLogIntervals: number,
): number {
  const chances = leavesAtFirst ? x + 1 : x;
  const last = x === 0 ? 0 : recency;
  const shape = r + k * x;
  const stages = k * x;
  // B(a, b+n) / B(a, b) = (b)_n / (a+b)_n, and α^r is put into the brackets: differences of large numbers would lose digits.
  const shared =
    lnRisingFactorial(r, stages) +
    lnRisingFactorial(b, chances) -
    lnRisingFactorial(a + b, chances) +
    lnIntervalFactor(k, x, recency, sumLogIntervals);
  const active =
    -r * Math.log1p(age / alpha) -
    stages * Math.log(alpha + age) +
    lnStageSum(k, shape, (age - last) / (alpha + age));
  if (chances === 0) return shared + active;
  const left =
    Math.log(a / (b + chances - 1)) - r * Math.log1p(last / alpha) - stages * Math.log(alpha + last);
  return shared + logAddExp(active, left);
}

/**
 * ln of the factor that makes a likelihood of k stages one of purchases. With known intervals d it is that of their densities,
 * Π d^(k−1) / Γ(k). Without, the likelihood of (x, t_x) alone, on the scale on which it is 1 for k = 1: the density of t_x as
 * a sum of x intervals, t_x^(kx−1) / Γ(kx), over the one of k = 1.
 */
export function lnIntervalFactor(k: number, x: number, recency: number, sumLogIntervals: number): number {
  if (x === 0 || k === 1) return 0;
  if (!Number.isNaN(sumLogIntervals)) return (k - 1) * sumLogIntervals - x * gammaln(k);
  return (k - 1) * x * Math.log(recency) - gammaln(k * x) + gammaln(x);
}
