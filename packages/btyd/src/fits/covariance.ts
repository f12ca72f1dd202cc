import type { Objective } from "../numerics/minimise-bfgs.ts";

/** Step of the central difference in search coordinates; the gradient is analytic, so one difference is enough. */
const STEP = 1e-4;

/**
 * Covariance of the maximum-likelihood estimate at `point`: the inverse of the observed information, by rows, in the
 * coordinates of the objective (minus the mean log-likelihood over `customers`). Null when the curvature is not that of a
 * maximum, so that no standard error exists.
 */
export function covarianceAt(
  objective: Objective,
  point: Float64Array,
  customers: number,
): Float64Array | null {
  const information = informationAt(objective, point, customers);
  return invertPositiveDefinite(information, point.length);
}

function informationAt(objective: Objective, point: Float64Array, customers: number): Float64Array {
  const size = point.length;
  const information = new Float64Array(size * size);
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const moved = Float64Array.from(point);
    moved[i] = point[i]! + STEP;
    objective(moved, above);
    moved[i] = point[i]! - STEP;
    objective(moved, below);
    for (let j = 0; j < size; j++) {
      const second = (customers * (above[j]! - below[j]!)) / (2 * STEP);
      information[i * size + j]! += second / 2;
      information[j * size + i]! += second / 2;
    }
  }
  return information;
}

/** Inverse of a symmetric matrix by Cholesky; null when it is not positive definite. */
export function invertPositiveDefinite(matrix: Float64Array, size: number): Float64Array | null {
  const lower = choleskyLower(matrix, size);
  if (lower === null) return null;
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const solution = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let value = i === column ? 1 : 0;
      for (let j = 0; j < i; j++) value -= lower[i * size + j]! * solution[j]!;
      solution[i] = value / lower[i * size + i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      let value = solution[i]!;
      for (let j = i + 1; j < size; j++) value -= lower[j * size + i]! * solution[j]!;
      solution[i] = value / lower[i * size + i]!;
    }
    for (let i = 0; i < size; i++) inverse[i * size + column] = solution[i]!;
  }
  return inverse;
}

/**
 * Lower triangle L with L·Lᵀ = matrix, by rows; null when a pivot is not above `smallestPivot` of its diagonal element, that is
 * when the matrix is not positive definite to rounding.
 */
export function choleskyLower(
  matrix: ArrayLike<number>,
  size: number,
  smallestPivot = SMALLEST_PIVOT,
): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let value = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) value -= lower[i * size + k]! * lower[j * size + k]!;
      if (i !== j) {
        lower[i * size + j] = value / lower[j * size + j]!;
      } else {
        if (!(value > smallestPivot * Math.abs(matrix[i * size + i]!))) return null;
        lower[i * size + i] = Math.sqrt(value);
      }
    }
  }
  return lower;
}

const SMALLEST_PIVOT = 1e-9;
