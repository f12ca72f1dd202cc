/**
 * Σ_{j<k} Γ(shape+j) / (Γ(shape) j!) · share^j, in logarithms: how much more likely a silence is when up to k − 1 Erlang stages
 * may have passed in it. `share` is silence / (alpha + age), 0 ≤ share < 1. 0 for k = 1.
 */
export function lnStageSum(k: number, shape: number, share: number): number {
  let term = 1;
  let sum = 1;
  for (let j = 1; j < k; j++) {
    term *= ((shape + j - 1) / j) * share;
    sum += term;
  }
  return Math.log(sum);
}

/**
 * Probabilities that a customer who is alive and silent since the last purchase has passed j = 0 … k − 1 Erlang stages of the
 * next interval: the terms of `lnStageSum` over their sum.
 */
export function stageWeights(k: number, shape: number, share: number): Float64Array {
  const weights = new Float64Array(k);
  let term = 1;
  let sum = 1;
  weights[0] = 1;
  for (let j = 1; j < k; j++) {
    term *= ((shape + j - 1) / j) * share;
    weights[j] = term;
    sum += term;
  }
  for (let j = 0; j < k; j++) weights[j]! /= sum;
  return weights;
}
