const RESCALE_ABOVE = 1e200;

/**
 * ln (e^logFirst · Σ_{i=0}^{count−1} Π_{j<i} ratio(j)): the sum of `count` ≥ 0 positive terms, of which the first and the ratio of
 * each to the one before are known. Costs no logarithm per term, neither over- nor underflows. −Infinity for no terms.
 */
export function logSumOfProducts(logFirst: number, ratio: (i: number) => number, count: number): number {
  if (count <= 0) return Number.NEGATIVE_INFINITY;
  let log = logFirst;
  let term = 1;
  let sum = 1;
  for (let i = 0; i + 1 < count; i++) {
    term *= ratio(i);
    sum += term;
    if (sum > RESCALE_ABOVE) {
      log += Math.log(sum);
      term /= sum;
      sum = 1;
    }
  }
  return log + Math.log(sum);
}
