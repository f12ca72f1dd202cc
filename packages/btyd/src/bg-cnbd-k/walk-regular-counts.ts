import { type SilentCustomer, StageCounts } from "./stage-counts.ts";

/** A tail reduced by subtraction below this share of its last exact value has lost digits and is computed anew. */
const SUBTRACT_DOWN_TO = 1e-2;

/**
 * Visits n = 0, 1, 2, … with the probability of exactly n purchases within `horizon` of a customer who is alive at its start,
 * has leaving probability Beta(a, b) and buys with Erlang-k intervals, until `visit` returns false.
 *
 * With M stages passed (see `StageCounts`): P(n) = P(survives n leavings) · P(kn ≤ M < kn + k) + P(leaves at the n-th) ·
 * P(M ≥ kn), without the second part for n = 0. No difference of probabilities, so that digits last far out.
 */
export function walkRegularCounts(
  customer: SilentCustomer,
  a: number,
  b: number,
  horizon: number,
  visit: (count: number, probability: number) => boolean,
): void {
  const { k } = customer;
  const stages = new StageCounts(customer, horizon);
  let tail = 1;
  let exactTail = 1;
  let stayed = 1;
  let leftNow = 0;
  for (let n = 0; ; n++) {
    if (tail < SUBTRACT_DOWN_TO * exactTail) {
      tail = stages.tail();
      exactTail = tail;
    }
    let exactly = 0;
    for (let i = 0; i < k; i++) {
      exactly += stages.probability;
      stages.advance();
    }
    if (!visit(n, stayed * exactly + leftNow * tail)) return;
    tail -= exactly;
    leftNow = n === 0 ? a / (a + b) : (leftNow * (b + n - 1)) / (a + b + n);
    stayed *= (b + n) / (a + b + n);
  }
}
