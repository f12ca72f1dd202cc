import { invalid } from "../../units.ts";
import { basicSolution } from "./quantile/basic-solution.ts";
import { checkLoss } from "./quantile/check-loss.ts";
import { cholesky } from "./quantile/cholesky.ts";
import { interiorPoint } from "./quantile/interior-point.ts";
import { type SparseRows, scaled, weightedGram } from "./quantile/sparse-rows.ts";

export interface QuantileFit {
  /** One per column of the design; 0 for a dropped one. */
  readonly coefficients: Float64Array;
  /** Σ w_i ρ_τ(y_i − x_i·b), the smallest there is. */
  readonly loss: number;
  /** Columns that are empty or depend on earlier ones; the earlier one speaks for both. */
  readonly dropped: readonly number[];
  /** Steps of the interior point method, and along edges after it. */
  readonly iterations: number;
  readonly moves: number;
}

/**
 * Linear quantile regression (Koenker & Bassett 1978): the coefficients b that minimise Σ w_i ρ_τ(y_i − x_i·b). The
 * interior point method comes near, a move to a basic solution makes it exact; where several solutions are best it
 * gives one of them. No ridge; columns that others determine are dropped.
 * @param weight ≥ 0, one a row; absent: all alike. A row of weight 0 plays no part.
 * @throws RangeError unless 0 < tau < 1, y and weight have one finite number a row and some row has weight.
 */
export function quantileRegression(
  x: SparseRows,
  y: Float64Array,
  tau: number,
  weight?: Float64Array,
): QuantileFit {
  if (!(tau > 0 && tau < 1)) throw invalid("tau", tau, "a number between 0 and 1");
  if (y.length !== x.rows || !y.every(Number.isFinite)) throw invalid("y", y.length, `${x.rows} numbers`);
  const factor = weight ?? new Float64Array(x.rows).fill(1);
  if (factor.length !== x.rows || !factor.every((value) => value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw invalid("weight", factor.length, `${x.rows} finite numbers ≥ 0`);
  }
  if (!factor.some((value) => value > 0)) throw invalid("weight", 0, "a row with a weight above 0");
  const size = columnScales(x, factor);
  const { keep, dropped } = independentColumns(x, factor, size);
  const yScale = y.reduce((most, value, i) => Math.max(most, Math.abs(value * factor[i]!)), 0) || 1;
  // Weights move into the rows: w ρ(u) = ρ(w u).
  const rows = scaled(x, keep, factor, size);
  const target = y.map((value, i) => (value * factor[i]!) / yScale);
  const inner = interiorPoint(rows, target, tau);
  const exact = basicSolution(rows, target, tau, inner.coefficients);
  const isExactBetter =
    exact !== null &&
    checkLoss(rows, target, tau, exact.coefficients) <=
      checkLoss(rows, target, tau, inner.coefficients) * (1 + 1e-9) + 1e-12;
  const best = isExactBetter ? exact.coefficients : inner.coefficients;
  const coefficients = new Float64Array(x.columns);
  for (const [to, from] of keep.entries()) coefficients[from] = best[to]! * size[from]! * yScale;
  return {
    coefficients,
    loss: checkLoss(x, y, tau, coefficients, factor),
    dropped,
    iterations: inner.iterations,
    moves: isExactBetter ? exact.moves : 0,
  };
}

/** Estimates of rising quantiles for one row may cross; in order they are never further from the truth. */
export function withoutCrossing(quantiles: readonly number[]): number[] {
  return quantiles.toSorted((a, b) => a - b);
}

/** 1 ÷ largest absolute cell of a column, so that dummies and amounts weigh alike; 0 for an empty one. */
function columnScales(x: SparseRows, factor: Float64Array): Float64Array {
  const most = new Float64Array(x.columns);
  for (let row = 0; row < x.rows; row++) {
    if (factor[row] === 0) continue;
    for (let k = x.start[row]!; k < x.start[row + 1]!; k++) {
      const column = x.column[k]!;
      most[column] = Math.max(most[column]!, Math.abs(x.value[k]!));
    }
  }
  return most.map((value) => (value === 0 ? 0 : 1 / value));
}

function independentColumns(x: SparseRows, factor: Float64Array, size: Float64Array) {
  const all = Array.from({ length: x.columns }, (_, column) => column);
  const isUsed = factor.map((value) => (value > 0 ? 1 : 0));
  const { dependent } = cholesky(weightedGram(scaled(x, all, isUsed, size), isUsed), x.columns);
  const dropped = new Set(dependent);
  return { keep: all.filter((column) => !dropped.has(column)), dropped: dependent };
}
