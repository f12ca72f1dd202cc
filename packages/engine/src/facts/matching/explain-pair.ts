import type { Comparison, MatchField, TermShareColumn } from "./comparison.ts";
import {
  levelWeightBits,
  priorWeightBits,
  probabilityOfWeight,
  termAdjustmentBits,
} from "./fellegi-sunter.ts";
import type { MatchModel } from "./match-model.ts";

/** One line of the explanation of a pair. The weights of all lines sum to the pair's weight. */
export interface PairEvidence {
  /** `prior` is what is expected before anything is compared. */
  readonly field: MatchField | "prior";
  /** What the first account states, as imported; null for the prior or where nothing is stated. */
  readonly a: string | null;
  readonly b: string | null;
  /** Code of the level, `unknown` where one of the two says nothing, `prior` for the prior. */
  readonly level: string;
  /** Evidence in bits: positive for one firm, negative against, 0 for unknown. */
  readonly weightBits: number;
}

export interface PairExplanation {
  readonly evidence: readonly PairEvidence[];
  readonly weightBits: number;
  /** Probability that both accounts are one firm, 0…1. */
  readonly probability: number;
}

/** The values that a person sees, and how frequent an agreeing value is (null where not an agreement or not known). */
export interface PairValues {
  readonly shown: Readonly<
    Partial<Record<MatchField, { readonly a: string | null; readonly b: string | null }>>
  >;
  readonly termShares: Readonly<Partial<Record<TermShareColumn, number | null>>>;
}

const roundBits = (bits: number): number => Math.round(bits * 1000) / 1000;

/** Scores one pair and says why, field by field. Weights are rounded to 1/1000 bit, so that the lines sum exactly. */
export function explainPair(
  model: MatchModel,
  comparisons: readonly Comparison[],
  levels: readonly (number | null)[],
  values: PairValues,
): PairExplanation {
  const evidence: PairEvidence[] = [
    {
      field: "prior",
      a: null,
      b: null,
      level: "prior",
      weightBits: roundBits(priorWeightBits(model.lambda)),
    },
  ];
  comparisons.forEach((comparison, index) => {
    const shown = values.shown[comparison.field] ?? { a: null, b: null };
    const place = levels[index] ?? null;
    const level = place === null ? undefined : comparison.levels[place];
    const shares = model.fields[index];
    if (place === null || level === undefined || shares === undefined) {
      evidence.push({ field: comparison.field, a: shown.a, b: shown.b, level: "unknown", weightBits: 0 });
      return;
    }
    const u = shares.u[place] ?? 0;
    const share = level.termShare === undefined ? null : (values.termShares[level.termShare] ?? null);
    const bits =
      levelWeightBits(shares.m[place] ?? 0, u) + (share === null ? 0 : termAdjustmentBits(u, share));
    evidence.push({
      field: comparison.field,
      a: shown.a,
      b: shown.b,
      level: level.code,
      weightBits: roundBits(bits),
    });
  });
  const weightBits = roundBits(evidence.reduce((sum, line) => sum + line.weightBits, 0));
  return { evidence, weightBits, probability: probabilityOfWeight(weightBits) };
}
