import { meanOverLeaving } from "./mean-over-leaving.ts";
import { type SilentCustomer, StageCounts } from "./stage-counts.ts";
import { stageWeights } from "./stages.ts";

/** More stages than these are not summed one by one. */
const MAX_SUMMED_STAGES = 2000;
const RELATIVE_PRECISION = 1e-16;
/** Below this probability of staying, few purchases matter and the generating function would divide by small numbers. */
const SMALL_STAYING = 0.05;
const BLOCKS_WHEN_SMALL = 16;

/**
 * Expected purchases within `horizon` of a customer who is alive at its start, has leaving probability Beta(a, b) and buys
 * with Erlang-k intervals: Σ_n P(M ≥ kn) · E[(1−p)^(n−1)], M as in `StageCounts`. Far horizons go through
 * {@link regularTransactionsByQuadrature}, so that the time is bounded.
 */
export function regularTransactionsWhileAlive(
  customer: SilentCustomer,
  a: number,
  b: number,
  horizon: number,
): number {
  const { k, shape, rate } = customer;
  const odds = horizon / rate;
  const mean = (shape + k) * odds;
  const reach = mean + 8 * Math.sqrt(mean * (1 + odds)) + 40 * (1 + odds) + k;
  if (!(reach < MAX_SUMMED_STAGES)) return regularTransactionsByQuadrature(customer, a, b, horizon);

  const stages = new StageCounts(customer, horizon);
  let sum = 0;
  /** Expected purchases of somebody for whom `kn` stages pass: Σ_{m<n} E[(1−p)^m]. */
  let purchases = 0;
  let stayed = 1;
  for (let n = 0; ; n++) {
    for (let i = 0; i < k; i++) {
      sum += stages.probability * purchases;
      stages.advance();
    }
    const { decay, probability } = stages;
    const rest = (probability * (purchases + 1 / (1 - decay))) / (1 - decay);
    if (n > 0 && decay < 1 && rest <= RELATIVE_PRECISION * sum) return sum;
    if (stages.count > 2 * MAX_SUMMED_STAGES) break;
    purchases += stayed;
    stayed *= (b + n) / (a + b + n);
  }
  return regularTransactionsByQuadrature(customer, a, b, horizon);
}

/**
 * The same as a mean over the leaving probability p of (1 − E[(1−p)^⌊M/k⌋]) / p. With y = (1−p)^(1/k) and the k-th roots of
 * unity ω, E[y^(k⌊M/k⌋)] = Σ_l C_l · G(y ω^l), where G(u) = E[u^M] is elementary and
 * C_l = (1 − y^−k) / (k · (1 − 1/(y ω^l))). Everything is written so that the factor p cancels by hand.
 */
export function regularTransactionsByQuadrature(
  customer: SilentCustomer,
  a: number,
  b: number,
  horizon: number,
): number {
  const { k, shape, rate, silence } = customer;
  const odds = horizon / rate;
  const weights = stageWeights(k, shape, silence / rate);
  const blocks = firstBlocks(customer, horizon);

  return meanOverLeaving(a, b, (leaving, lnStaying) => {
    if (lnStaying < Math.log(SMALL_STAYING)) {
      const staying = Math.exp(lnStaying);
      let none = 0;
      for (let n = blocks.length - 1; n >= 0; n--) none = none * staying + blocks[n]!;
      return (1 - none) / leaving;
    }
    const lnY = lnStaying / k;
    const y = Math.exp(lnY);

    // l = 0: (1 − C_0) + C_0 · (1 − G(y)), both of the order of p
    let coefficient = 0;
    let excess = 0;
    for (let c = 0; c < k; c++) {
      const more = Math.expm1(-c * lnY);
      coefficient += (1 + more) / k;
      excess += more / k;
    }
    const lnShrink = -Math.log1p(-odds * Math.expm1(lnY));
    let gone = 0;
    for (let j = 0; j < k; j++) gone -= weights[j]! * Math.expm1(j * lnY + (shape + j) * lnShrink);
    let result = (coefficient * gone - excess) / leaving;

    // l and k − l are conjugate.
    for (let l = 1; 2 * l <= k; l++) {
      const angle = (2 * Math.PI * l) / k;
      const [re, im] = [y * Math.cos(angle), y * Math.sin(angle)];
      // q = 1 / (1 + odds·(1 − u)), G = q^shape · Σ_j w_j (u q)^j
      const [dRe, dIm] = [1 + odds * (1 - re), -odds * im];
      const lnSize = -Math.log(Math.hypot(dRe, dIm));
      const phase = -Math.atan2(dIm, dRe);
      const size = Math.exp(shape * lnSize);
      if (size === 0) continue;
      let [gRe, gIm] = [0, 0];
      for (let j = 0; j < k; j++) {
        const part = weights[j]! * size * Math.exp(j * (lnY + lnSize));
        const turn = shape * phase + j * (angle + phase);
        gRe += part * Math.cos(turn);
        gIm += part * Math.sin(turn);
      }
      // u / (1 − u)
      const norm = (1 - re) * (1 - re) + im * im;
      const [cRe, cIm] = [(re * (1 - re) - im * im) / norm, im / norm];
      const real = cRe * gRe - cIm * gIm;
      result -= ((2 * l === k ? 1 : 2) * real * Math.exp(-lnStaying)) / k;
    }
    return result;
  });
}

/** P(⌊M/k⌋ = n) for the first n. */
function firstBlocks(customer: SilentCustomer, horizon: number): Float64Array {
  const stages = new StageCounts(customer, horizon);
  const blocks = new Float64Array(BLOCKS_WHEN_SMALL);
  for (let n = 0; n < BLOCKS_WHEN_SMALL; n++) {
    for (let i = 0; i < customer.k; i++) {
      blocks[n]! += stages.probability;
      stages.advance();
    }
  }
  return blocks;
}
