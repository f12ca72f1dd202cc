import { probabilityOfWeight } from "./fellegi-sunter.ts";
import { type FieldShares, type MatchModel, patternWeightBits } from "./match-model.ts";

/** Pairs that agree in the same way; `levels` as in `levelsOfPair`. */
export interface PatternCount {
  readonly levels: readonly (number | null)[];
  readonly pairs: number;
}

export interface EmInput {
  readonly patterns: readonly PatternCount[];
  readonly start: MatchModel;
  /**
   * Pairs outside `patterns`, counted per field and level. They are taken as pairs of different firms: blocking left
   * them out. Without it the patterns are all pairs there are.
   */
  readonly background?: { readonly pairs: number; readonly levels: readonly (readonly number[])[] };
  /** Pairs that `start` is worth: its m is held with so many matches, its u with so many others. 0: data alone. */
  readonly priorPairs?: { readonly m: number; readonly u: number };
  /** Below this many expected matches lambda does not fall, so that few data cannot argue duplicates away. */
  readonly fewestMatches?: number;
  /** Ends when no share moves by more than this; default 1e-5. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

export interface EmResult {
  readonly model: MatchModel;
  readonly iterations: number;
  readonly converged: boolean;
  /** Expected number of matches among the patterns. */
  readonly matches: number;
}

function sharesFrom(counts: readonly number[], prior: readonly number[], priorPairs: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0) + priorPairs;
  return total <= 0
    ? [...prior]
    : counts.map((count, level) => (count + priorPairs * (prior[level] ?? 0)) / total);
}

function largestMove(before: readonly FieldShares[], after: readonly FieldShares[]): number {
  let move = 0;
  before.forEach((field, index) => {
    field.m.forEach((m, level) => {
      move = Math.max(move, Math.abs(m - (after[index]?.m[level] ?? 0)));
    });
    field.u.forEach((u, level) => {
      move = Math.max(move, Math.abs(u - (after[index]?.u[level] ?? 0)));
    });
  });
  return move;
}

/**
 * Estimates lambda, m and u by expectation maximisation over agreement patterns under conditional independence
 * (Winkler 1988; Fellegi, Sunter 1969). The order of the patterns does not matter beyond rounding.
 */
export function estimateByEm(input: EmInput): EmResult {
  const { patterns, start, background } = input;
  const prior = input.priorPairs ?? { m: 0, u: 0 };
  const tolerance = input.tolerance ?? 1e-5;
  const maxIterations = input.maxIterations ?? 200;
  const allPairs = patterns.reduce((sum, pattern) => sum + pattern.pairs, 0) + (background?.pairs ?? 0);
  let model = start;
  let matches = 0;
  if (allPairs === 0) return { model, iterations: 0, converged: true, matches };

  for (let iteration = 1; iteration <= maxIterations; iteration += 1) {
    const matchCounts = start.fields.map((field) => field.m.map(() => 0));
    const otherCounts = start.fields.map((field, index) =>
      field.u.map((_, level) => background?.levels[index]?.[level] ?? 0),
    );
    matches = 0;
    for (const { levels, pairs } of patterns) {
      const expected = pairs * probabilityOfWeight(patternWeightBits(model, levels));
      matches += expected;
      levels.forEach((level, field) => {
        const own = matchCounts[field];
        const others = otherCounts[field];
        if (level === null || own === undefined || others === undefined) return;
        own[level] = (own[level] ?? 0) + expected;
        others[level] = (others[level] ?? 0) + pairs - expected;
      });
    }
    const next: MatchModel = {
      lambda: Math.min(1 - 1e-12, Math.max(matches, input.fewestMatches ?? 0) / allPairs),
      fields: start.fields.map((field, index) => ({
        m: sharesFrom(matchCounts[index] ?? [], field.m, prior.m),
        u: sharesFrom(otherCounts[index] ?? [], field.u, prior.u),
      })),
    };
    const lambdaMove = Math.abs(next.lambda - model.lambda) / Math.max(next.lambda, 1e-12);
    const move = Math.max(largestMove(model.fields, next.fields), lambdaMove);
    model = next;
    if (move < tolerance) return { model, iterations: iteration, converged: true, matches };
  }
  return { model, iterations: maxIterations, converged: false, matches };
}
