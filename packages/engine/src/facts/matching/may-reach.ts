import type { Comparison } from "./comparison.ts";
import { probabilityOfWeight, termAdjustmentLimitBits } from "./fellegi-sunter.ts";
import { type MatchModel, patternWeightBits } from "./match-model.ts";

/** Can a pair with these levels reach the probability, if its values are as rare as the adjustment allows? */
export function mayReach(
  model: MatchModel,
  comparisons: readonly Comparison[],
  levels: readonly (number | null)[],
  minProbability: number,
): boolean {
  const adjustable = levels.filter(
    (level, field) => level !== null && comparisons[field]?.levels[level]?.termShare !== undefined,
  ).length;
  // One bit to spare for the rounding of explained weights.
  const most = patternWeightBits(model, levels) + adjustable * termAdjustmentLimitBits + 1;
  return probabilityOfWeight(most) >= minProbability;
}
