import { negativeBinomialTail } from "../numerics/negative-binomial-tail.ts";

/** A tail reduced by subtraction below this share of its last exact value has lost digits and is computed anew. */
const SUBTRACT_DOWN_TO = 1e-2;

/**
 * Visits k = 0, 1, 2, … with the probability of exactly k purchases within `horizon` of a customer who is
 * active at its start, until `visit` returns false. Arguments as in `transactionsWhileAlive`.
 *
 * P(k) = P(no leaving in k repeats) · NB(k) + P(leaving at the k-th) · P(NB ≥ k), where NB is the negative
 * binomial count of a customer who never leaves (Fader, Hardie & Lee 2005, eq. 8). Both factors follow by
 * recurrence, the tail P(NB ≥ k) by subtraction newly computed now and then.
 */
export function walkTransactionCounts(
  shape: number,
  rate: number,
  a: number,
  b: number,
  horizon: number,
  visit: (count: number, probability: number) => boolean,
): void {
  const odds = horizon / rate;
  const lnZ = -Math.log1p(1 / odds);
  // Logarithms, because NB(0) of a frequent customer underflows though NB(100) does not.
  let lnNb = -shape * Math.log1p(odds);
  let tail = 1;
  let exactTail = 1;
  let stayed = 1;
  let leftNow = 0;
  for (let k = 0; ; k++) {
    const nb = Math.exp(lnNb);
    if (tail < SUBTRACT_DOWN_TO * exactTail) {
      tail = negativeBinomialTail(k, shape, odds, lnNb);
      exactTail = tail;
    }
    if (!visit(k, stayed * nb + leftNow * tail)) return;
    tail -= nb;
    lnNb += lnZ + Math.log((shape + k) / (k + 1));
    leftNow = k === 0 ? a / (a + b) : (leftNow * (b + k - 1)) / (a + b + k);
    stayed *= (b + k) / (a + b + k);
  }
}
