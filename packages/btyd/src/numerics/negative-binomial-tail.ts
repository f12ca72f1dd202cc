import { logBetaRatio } from "./log-beta-ratio.ts";

const MAX_STEPS = 20_000;
const PRECISION = 1e-15;
const TINY = 1e-300;

/**
 * P(N ≥ count) for a negative binomial N with this shape and these odds: the number of events within t of a Poisson process
 * whose rate is Gamma(shape, rate), with odds = t / rate. Exact to about 1e-12 of its size also far out, where 1 minus a sum
 * would keep no digit.
 *
 * It is the regularised incomplete beta function I_z(count, shape), z = odds / (1 + odds), by its continued fraction (Press et
 * al., Numerical Recipes, 6.4) on the side where that converges fast; its factor is P(N = count).
 *
 * @param lnProbability ln P(N = count) where the caller has it already
 */
export function negativeBinomialTail(
  count: number,
  shape: number,
  odds: number,
  lnProbability = lnNegativeBinomial(count, shape, odds),
): number {
  if (count <= 0) return 1;
  const z = odds / (1 + odds);
  const probability = Math.exp(lnProbability);
  if (z * (count + shape + 2) < count + 1) return probability * betaFraction(count, shape, z);
  return Math.max(0, 1 - ((probability * count) / shape) * betaFraction(shape, count, 1 / (1 + odds)));
}

/** ln P(N = count), see `negativeBinomialTail`. */
export function lnNegativeBinomial(count: number, shape: number, odds: number): number {
  // Γ(shape + count) / (Γ(shape) count!)
  const ways = -logBetaRatio(shape - 1, 1, count);
  return ways - count * Math.log1p(1 / odds) - shape * Math.log1p(odds);
}

/** I_x(a, b) · a · B(a, b) / (x^a (1 − x)^b) by Lentz's method. */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MAX_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < PRECISION) break;
  }
  return fraction;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
