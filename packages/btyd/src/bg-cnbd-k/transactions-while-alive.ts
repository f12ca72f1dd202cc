import { meanOverLeaving } from "./mean-over-leaving.ts";

const SERIES_UP_TO = 0.99;
const SERIES_FROM_B = -10;
const MAX_SERIES_DECAY = 600;
const RELATIVE_PRECISION = 1e-16;

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
 * The same expectation as a mean over the leaving probability p of [1 − (rate / (rate + p · horizon))^shape] / p. Works for
 * every argument and costs some hundred times a series term.
 */
export function transactionsByQuadrature(
  shape: number,
  rate: number,
  a: number,
  b: number,
  horizon: number,
): number {
  const odds = horizon / rate;
  return meanOverLeaving(a, b, (leaving) => -Math.expm1(-shape * Math.log1p(leaving * odds)) / leaving);
}
