import betaln from "@stdlib/math-base-special-betaln";

const SERIES_UP_TO = 0.99;
const SERIES_FROM_B = -10;
const MAX_SERIES_DECAY = 600;
const RELATIVE_PRECISION = 1e-16;

const QUADRATURE_STEP = 1 / 16;
const NEGLIGIBLE_LOG_WEIGHT = -60;
const MAX_QUADRATURE_STEPS = 400;

/**
 * Expected purchases within `horizon` of a customer who is alive at its start, with purchase rate
 * Gamma(shape, rate) and leaving probability Beta(a, b) as known at that moment. All arguments > 0, horizon ≥ 0.
 *
 * The closed form (Fader, Hardie & Lee 2005, eq. 9 and 10) is
 *   c/(a−1) · [1 − (1−z)^shape · 2F1(shape, b; c; z)],  c = a + b − 1, z = horizon / (rate + horizon).
 * Its 2F1 overflows for frequent customers and it is 0/0 at a = 1. Euler's transformation turns the bracket into
 * 1 − (1−z)^(a−1) · 2F1(a−1, a+b−1−shape; c; z), where every term of the series has the factor a − 1:
 * divided out, nothing overflows and a = 1 is an ordinary point. Far horizons and a shape far above a + b, where
 * that series is slow or cancels, go through {@link transactionsByQuadrature}.
 */
export function transactionsWhileAlive(
  shape: number,
  rate: number,
  a: number,
  b: number,
  horizon: number,
): number {
  const z = horizon / (rate + horizon);
  const lnRest = -Math.log1p(horizon / rate);
  const eulerB = a + b - 1 - shape;
  const isSeriesSafe = z <= SERIES_UP_TO && eulerB >= SERIES_FROM_B && -a * lnRest <= MAX_SERIES_DECAY;
  if (!isSeriesSafe) return transactionsByQuadrature(shape, rate, a, b, horizon);

  const excess = a - 1;
  const c = a + b - 1;
  let term = eulerB * z;
  let series = term;
  for (let n = 1; term !== 0; n++) {
    const ratio = ((excess + n) * (eulerB + n) * z) / ((c + n) * (n + 1));
    term *= ratio;
    series += term;
    if (ratio < 1 && Math.abs(term) < (1 - Math.max(ratio, z)) * RELATIVE_PRECISION * Math.abs(series)) break;
  }
  const decay = excess * lnRest;
  const head = excess === 0 ? -c * lnRest : (-c * Math.expm1(decay)) / excess;
  return Math.max(0, head - Math.exp(decay) * series);
}

/**
 * The same expectation as an integral over the leaving probability p,
 *   ∫ Beta(p; a, b) · [1 − (rate / (rate + p · horizon))^shape] / p dp,
 * by the trapezoidal rule in v with p = logistic(centre + width · sinh v), whose integrand falls off doubly
 * exponentially. Works for every argument and costs some hundred times a series term.
 */
export function transactionsByQuadrature(
  shape: number,
  rate: number,
  a: number,
  b: number,
  horizon: number,
): number {
  const centre = Math.log(a / b);
  // Never wider than the logistic curve itself, or the steps would jump over the bend of the bracket.
  const width = Math.min(1, Math.sqrt(1 / a + 1 / b));
  const lnBeta = betaln(a, b);
  const contribution = (v: number): number | null => {
    const logit = centre + width * Math.sinh(v);
    const lnLeaving = logit > 0 ? -Math.log1p(Math.exp(-logit)) : logit - Math.log1p(Math.exp(logit));
    const lnStaying = lnLeaving - logit;
    const lnWeight = a * lnLeaving + b * lnStaying - lnBeta;
    if (lnWeight < NEGLIGIBLE_LOG_WEIGHT) return null;
    const leaving = Math.exp(lnLeaving);
    const purchases =
      leaving > 0
        ? -Math.expm1(-shape * Math.log1p((leaving * horizon) / rate)) / leaving
        : (shape * horizon) / rate;
    return Math.exp(lnWeight) * width * Math.cosh(v) * purchases;
  };
  let sum = contribution(0) ?? 0;
  for (const direction of [-1, 1]) {
    for (let step = 1; step <= MAX_QUADRATURE_STEPS; step++) {
      const value = contribution(direction * step * QUADRATURE_STEP);
      if (value === null) break;
      sum += value;
    }
  }
  return sum * QUADRATURE_STEP;
}
