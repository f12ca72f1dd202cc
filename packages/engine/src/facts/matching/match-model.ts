import type { Comparison } from "./comparison.ts";
import { levelWeightBits, priorWeightBits } from "./fellegi-sunter.ts";

/** m and u of each level of one field; each sums to 1 over the levels. */
export interface FieldShares {
  readonly m: readonly number[];
  readonly u: readonly number[];
}

/** Everything that turns levels into a probability. `fields` is in the order of the comparisons. */
export interface MatchModel {
  /** Probability that two accounts taken at random are one firm, in (0, 1). */
  readonly lambda: number;
  readonly fields: readonly FieldShares[];
}

function toOne(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** The shipped model: every twentieth of `records` accounts is assumed to have a duplicate. */
export function shippedModel(comparisons: readonly Comparison[], records: number): MatchModel {
  const pairs = Math.max(1, (records * (records - 1)) / 2);
  return {
    lambda: Math.min(0.5, (0.05 * records) / pairs),
    fields: comparisons.map((comparison) => ({
      m: toOne(comparison.levels.map((level) => level.m)),
      u: toOne(comparison.levels.map((level) => level.u)),
    })),
  };
}

/** Weight in bits of a pair's levels, prior included and term frequencies not; unknown fields add nothing. */
export function patternWeightBits(model: MatchModel, levels: readonly (number | null)[]): number {
  return levels.reduce<number>((bits, level, field) => {
    const shares = model.fields[field];
    return level === null || shares === undefined
      ? bits
      : bits + levelWeightBits(shares.m[level] ?? 0, shares.u[level] ?? 0);
  }, priorWeightBits(model.lambda));
}
