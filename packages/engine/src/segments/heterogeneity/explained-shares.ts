import { gramsByFold, offsetsOf, totalOf, without } from "./gram.ts";
import type { Levels } from "./levels.ts";
import { leastSquares, squaredError } from "./regression.ts";
import { shapleyValues } from "./shapley.ts";

/** Folds of the cross-validation; also the leave-one-out groups of the interval. */
export const foldCount = 20;
/** 97.5 % quantile of Student's t with 19 degrees of freedom. */
const t95 = 2.093;

export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface ExplainedShares {
  readonly explained: Share;
  /** In the order of the drivers given. */
  readonly drivers: readonly Share[];
}

/**
 * Share of the variance of a target that each driver explains; see report-contract.ts. Errors are counted on rows that
 * the regression has not seen, so that many classes explain nothing by their number alone.
 * @param ids customer numbers; a customer is in the same fold every time
 * @returns null when the target does not vary
 */
export function explainedShares(
  target: readonly number[],
  drivers: readonly Levels[],
  ids: readonly number[],
): ExplainedShares | null {
  const mean = target.reduce((sum, value) => sum + value, 0) / target.length;
  const centred = Float64Array.from(target, (value) => value - mean);
  const folds = Int32Array.from(ids, foldOf);
  const grams = gramsByFold(centred, drivers, folds, foldCount).filter(({ rows }) => rows > 0);
  const whole = totalOf(grams);
  if (grams.length < 2 || whole.yy <= 1e-12 * Math.max(1, whole.rows)) return null;
  const subsets = columnsOfSubsets(drivers);
  const errors = grams.map((gram) => {
    const learned = without(whole, gram);
    return subsets.map((columns) => squaredError(gram, columns, leastSquares(learned, columns)));
  });
  const total = sumOver(errors, null);
  const shares = sharesOf(total, drivers.length);
  const replicates = errors.map((_, left) => sharesOf(sumOver(errors, left), drivers.length));
  const interval = (pick: (shares: SharePoint) => number): Share => {
    const values = replicates.map(pick);
    const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
    const half = t95 * Math.sqrt(((values.length - 1) / values.length) * spread);
    const point = pick(shares);
    return { share: inRange(point), low: inRange(point - half), high: inRange(point + half) };
  };
  const single = drivers.map((_, index) => interval(({ drivers: parts }) => parts[index]!));
  const all = interval(({ explained }) => explained);
  // Shares below zero were cut off, so the whole is what the parts sum to.
  const sum = single.reduce((total_, { share }) => total_ + share, 0);
  return {
    explained: { share: Math.min(1, sum), low: Math.min(all.low, sum), high: Math.max(all.high, sum) },
    drivers: single,
  };
}

/** Which fold a customer is in: a mixed number, so that neighbours by number are not neighbours by fold. */
export function foldOf(id: number): number {
  let hash = (id ^ 0x9e3779b9) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return ((hash ^ (hash >>> 15)) >>> 0) % foldCount;
}

/** Columns of the intercept and of every driver in the set, for all sets of drivers. */
function columnsOfSubsets(drivers: readonly Levels[]): number[][] {
  const { offsets } = offsetsOf(drivers);
  return Array.from({ length: 1 << drivers.length }, (_, set) => [
    0,
    ...drivers.flatMap(({ count }, index) =>
      set & (1 << index) ? Array.from({ length: count }, (_level, level) => offsets[index]! + level) : [],
    ),
  ]);
}

interface SharePoint {
  readonly explained: number;
  readonly drivers: readonly number[];
}

/** Errors of every subset, summed over the folds but one. */
function sumOver(errors: readonly (readonly number[])[], left: number | null): number[] {
  const sums = new Array<number>(errors[0]?.length ?? 0).fill(0);
  errors.forEach((row, index) => {
    if (index === left) return;
    for (let subset = 0; subset < row.length; subset++) sums[subset]! += row[subset]!;
  });
  return sums;
}

/** Cross-validated R² of a set: 1 − its error ÷ the error of the mean alone. */
function sharesOf(errors: readonly number[], drivers: number): SharePoint {
  const base = errors[0]!;
  const worth = errors.map((error) => 1 - error / base);
  return { explained: worth.at(-1)!, drivers: shapleyValues(worth, drivers) };
}

const inRange = (value: number) => Math.min(1, Math.max(0, value));
