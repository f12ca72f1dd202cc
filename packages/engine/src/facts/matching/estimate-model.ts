import type { Comparison } from "./comparison.ts";
import { type EmResult, estimateByEm, type PatternCount } from "./estimate-by-em.ts";
import { shippedModel } from "./match-model.ts";

/** Random pairs that the shipped u are worth against the sample: enough to carry levels that a sample never meets. */
const randomPairsOfShippedU = 20_000;
/**
 * Matches that the shipped m are worth: a hundred, or one for every fifty accounts. Learning from its own verdicts, EM
 * would otherwise grow ever surer in large data that one firm never differs in a field.
 */
const fewestMatchesOfShippedM = 100;
const accountsPerMatchOfShippedM = 50;
/** Lambda does not fall below one duplicate among so many accounts. */
const accountsPerDuplicateAtMost = 200;

function countLevels(comparisons: readonly Comparison[], patterns: readonly PatternCount[]): number[][] {
  const counts = comparisons.map((comparison) => comparison.levels.map(() => 0));
  for (const { levels, pairs } of patterns) {
    levels.forEach((level, field) => {
      const own = counts[field];
      if (level !== null && own !== undefined) own[level] = (own[level] ?? 0) + pairs;
    });
  }
  return counts;
}

/**
 * Learns the model of one set of accounts. Candidates alone would mislead: blocking chose them because they agree.
 * So expectation maximisation runs over all n(n−1)/2 pairs: the candidates by pattern, the rest as a background of
 * different firms whose agreements are scaled up from pairs taken at random. Shipped shares steady what the data
 * hardly show. `candidates` must hold each candidate pair once.
 */
export function estimateModel(
  comparisons: readonly Comparison[],
  records: number,
  candidates: readonly PatternCount[],
  randomPairs: readonly PatternCount[],
): EmResult {
  const allPairs = (records * (records - 1)) / 2;
  const sampled = randomPairs.reduce((sum, pattern) => sum + pattern.pairs, 0);
  const compared = candidates.reduce((sum, pattern) => sum + pattern.pairs, 0);
  const scale = sampled === 0 ? 0 : allPairs / sampled;
  const ofCandidates = countLevels(comparisons, candidates);
  const levels = countLevels(comparisons, randomPairs).map((counts, field) =>
    counts.map((count, level) => Math.max(0, count * scale - (ofCandidates[field]?.[level] ?? 0))),
  );
  return estimateByEm({
    patterns: candidates,
    start: shippedModel(comparisons, records),
    background: { pairs: Math.max(0, allPairs - compared), levels },
    priorPairs: {
      m: Math.max(fewestMatchesOfShippedM, records / accountsPerMatchOfShippedM),
      u: Math.max(1, scale) * randomPairsOfShippedU,
    },
    fewestMatches: records / accountsPerDuplicateAtMost,
    tolerance: 1e-4,
  });
}
