import { normalQuantile } from "../../../normal-quantile.ts";
import { cholesky, solveCholesky } from "./cholesky.ts";
import { rowDot, type SparseRows, weightedGram } from "./sparse-rows.ts";

/** Standard error of a prediction x·b, for the cells of a row. */
export type PredictionError = (cells: readonly (readonly [column: number, value: number])[]) => number;

/**
 * Standard errors of a regression quantile whose residuals have one density f at the quantile:
 * √(τ(1 − τ)) ÷ f · √(x (XᵀX)⁻¹ xᵀ) (Koenker & Bassett 1978). The density is the share of residuals in a window around
 * zero, as wide as Hall and Sheather (1988) propose.
 */
export function predictionErrors(
  x: SparseRows,
  y: Float64Array,
  tau: number,
  coefficients: Float64Array,
): PredictionError {
  const residual = y.map((value, i) => value - rowDot(x, i, coefficients)).sort();
  const spread = Math.sqrt(tau * (1 - tau)) / densityAtZero(residual, tau);
  const ones = new Float64Array(x.rows).fill(1);
  const gram = weightedGram(x, ones);
  const { factor } = cholesky(gram, x.columns);
  return (cells) => {
    const row = new Float64Array(x.columns);
    for (const [column, value] of cells) row[column] = value;
    const solved = solveCholesky(factor, x.columns, row);
    return spread * Math.sqrt(row.reduce((sum, value, j) => sum + value * solved[j]!, 0));
  };
}

/** @param residual sorted */
function densityAtZero(residual: Float64Array, tau: number): number {
  const n = residual.length;
  const at = normalQuantile(tau);
  const phi = Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI);
  const width =
    n ** (-1 / 3) * normalQuantile(0.975) ** (2 / 3) * ((1.5 * phi * phi) / (2 * at * at + 1)) ** (1 / 3);
  const low = residual[Math.max(0, Math.floor(n * Math.max(tau - width, 0)))]!;
  const high = residual[Math.min(n - 1, Math.ceil(n * Math.min(tau + width, 1)))]!;
  // Residuals that all lie on the plane have no spread to speak of.
  return high > low
    ? (Math.min(tau + width, 1) - Math.max(tau - width, 0)) / (high - low)
    : Number.POSITIVE_INFINITY;
}
