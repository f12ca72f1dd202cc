import { rowDot, type SparseRows } from "./sparse-rows.ts";

/** Σ ρ_τ(y_i − x_i·b) with ρ_τ(u) = u · (τ − [u < 0]): what quantile regression makes as small as possible. */
export function checkLoss(
  x: SparseRows,
  y: ArrayLike<number>,
  tau: number,
  coefficients: ArrayLike<number>,
  weight?: ArrayLike<number>,
): number {
  let sum = 0;
  for (let i = 0; i < x.rows; i++) {
    const u = y[i]! - rowDot(x, i, coefficients);
    sum += (weight?.[i] ?? 1) * (u < 0 ? (tau - 1) * u : tau * u);
  }
  return sum;
}
