import betaln from "@stdlib/math-base-special-betaln";

const NEGLIGIBLE_LOG_WEIGHT = -60;
const WIDEST_STEP = 1 / 16;
const FINE_STEP = 1 / 64;
/** Below this shape the distribution reaches over many powers of e, where the steps of the logit grow. */
const FINE_BELOW = 0.2;
const MAX_REACH = 25;
/** Keeps quotients by the probability finite where it underflows. */
const SMALLEST_LEAVING = 1e-290;

/**
 * Mean of a smooth, positive function of the leaving probability p over Beta(a, b): trapezoidal rule in v with
 * p = logistic(centre + width · sinh v), whose integrand falls off doubly exponentially. Takes 100 to 3,000 evaluations.
 *
 * @param of function of p and ln(1 − p)
 */
export function meanOverLeaving(
  a: number,
  b: number,
  of: (leaving: number, lnStaying: number) => number,
): number {
  const centre = Math.log(a / b);
  // Never wider than the logistic curve itself, or the steps would jump over its bend.
  const width = Math.min(1, Math.sqrt(1 / a + 1 / b));
  const step = Math.min(a, b) < FINE_BELOW ? FINE_STEP : WIDEST_STEP;
  const lnBeta = betaln(a, b);
  let sum = 0;
  const add = (v: number): boolean => {
    const logit = centre + width * Math.sinh(v);
    // Each logarithm of its own: their difference would lose the digits of the one that is nearly 0.
    const bend = Math.log1p(Math.exp(-Math.abs(logit)));
    const lnLeaving = Math.min(0, logit) - bend;
    const lnStaying = Math.min(0, -logit) - bend;
    const lnWeight = a * lnLeaving + b * lnStaying - lnBeta;
    if (lnWeight < NEGLIGIBLE_LOG_WEIGHT) return false;
    const leaving = Math.max(SMALLEST_LEAVING, Math.exp(lnLeaving));
    sum += Math.exp(lnWeight) * width * Math.cosh(v) * of(leaving, Math.min(lnStaying, -leaving));
    return true;
  };
  add(0);
  for (const direction of [-1, 1]) {
    for (let v = step; v <= MAX_REACH && add(direction * v); v += step);
  }
  return sum * step;
}
