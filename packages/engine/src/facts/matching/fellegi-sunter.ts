/** A share of 0 or 1 would claim certainty that no sample can give; a single field never weighs more than this. */
const smallestShare = 1e-9;

/** Beyond ±1000 bits a probability is 0 or 1 in double precision; the clamp keeps 2^w finite. */
const largestWeightBits = 1000;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Evidence of one level in bits, log2(m/u): positive speaks for one firm, negative against (Fellegi, Sunter 1969). */
export function levelWeightBits(m: number, u: number): number {
  return Math.log2(clamp(m, smallestShare, 1) / clamp(u, smallestShare, 1));
}

/** Bits before any comparison: log2 of the odds that two accounts taken at random are one firm. `lambda` in (0, 1). */
export function priorWeightBits(lambda: number): number {
  const safe = clamp(lambda, 1e-15, 1 - 1e-15);
  return Math.log2(safe / (1 - safe));
}

/** Probability of a match from the sum of all weights, 2^w / (1 + 2^w); extreme weights give exactly 0 or 1. */
export function probabilityOfWeight(weightBits: number): number {
  return 1 / (1 + 2 ** -clamp(weightBits, -largestWeightBits, largestWeightBits));
}

/**
 * Bayes factor of an equal value after its frequency: m/u becomes m/share, so that `Müller` weighs less than
 * `Zgraggen` (term-frequency adjustment, Winkler 2000). `u` is the average of the level, `share` the value's share
 * among known values, both in (0, 1].
 */
export function termAdjustedBayesFactor(m: number, u: number, share: number): number {
  return (m / u) * (u / Math.max(share, smallestShare));
}

/** The frequency adjustment adds at most so many bits: how rare a value is, one or two accounts cannot tell. */
export const termAdjustmentLimitBits = 4;

/** Bits that the frequency of an agreeing value adds or, for a common one, takes away (at most twice the limit). */
export function termAdjustmentBits(u: number, share: number): number {
  const bits = Math.log2(clamp(u, smallestShare, 1) / clamp(share, smallestShare, 1));
  return clamp(bits, -2 * termAdjustmentLimitBits, termAdjustmentLimitBits);
}

/**
 * Odds that a random pair is a match, from the odds among the pairs of one blocking rule: blocking on a field has
 * already used that field's Bayes factor, so it is divided out.
 */
export function lambdaFromBlockedOdds(
  blockedLambda: number,
  bayesFactorsOfBlockedFields: readonly number[],
): number {
  const odds = bayesFactorsOfBlockedFields.reduce(
    (rest, factor) => rest / factor,
    blockedLambda / (1 - blockedLambda),
  );
  return odds / (1 + odds);
}

/**
 * Share of matches among all pairs, from pairs that deterministic rules found: found / recall / n(n−1)/2.
 * `recall` (0, 1] is the share of matches that the rules are believed to find. Never above 1.
 */
export function lambdaFromRules(pairsFound: number, records: number, recall: number): number {
  const pairs = (records * (records - 1)) / 2;
  return pairs === 0 ? 0 : Math.min(1, pairsFound / recall / pairs);
}
