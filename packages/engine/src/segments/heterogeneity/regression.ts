import type { Gram } from "./gram.ts";

/**
 * Weight with which every class is drawn towards the mean, in rows. It makes the equations solvable although the
 * classes of a driver sum to the intercept, and keeps rare classes from being learned by heart.
 */
const shrinkRows = 1;

/** Least squares on some columns of a Gram matrix; column 0 (the intercept) is always in and never shrunk. */
export function leastSquares({ size, xx, xy }: Gram, columns: readonly number[]): Float64Array {
  const order = columns.length;
  const matrix = new Float64Array(order * order);
  const right = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    const row = columns[i]! * size;
    for (let j = 0; j <= i; j++) matrix[i * order + j] = xx[row + columns[j]!]!;
    if (columns[i] !== 0) matrix[i * order + i]! += shrinkRows;
    right[i] = xy[columns[i]!]!;
  }
  return solveCholesky(matrix, right, order);
}

/** Sum of squared errors of these coefficients on other rows: y'y − 2 b'X'y + b'X'X b. */
export function squaredError(
  { size, xx, xy, yy }: Gram,
  columns: readonly number[],
  fitted: Float64Array,
): number {
  let linear = 0;
  let quadratic = 0;
  for (let i = 0; i < columns.length; i++) {
    const row = columns[i]! * size;
    linear += fitted[i]! * xy[columns[i]!]!;
    for (let j = 0; j < columns.length; j++) quadratic += fitted[i]! * fitted[j]! * xx[row + columns[j]!]!;
  }
  return Math.max(0, yy - 2 * linear + quadratic);
}

/** Solves A x = b for a symmetric positive definite A given by its lower half; A and b are overwritten. */
function solveCholesky(matrix: Float64Array, right: Float64Array, order: number): Float64Array {
  for (let i = 0; i < order; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * order + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * order + k]! * matrix[j * order + k]!;
      // An intercept without rows would divide by zero; its coefficient is then 0.
      if (i === j) matrix[i * order + i] = sum > 0 ? Math.sqrt(sum) : Number.POSITIVE_INFINITY;
      else matrix[i * order + j] = sum / matrix[j * order + j]!;
    }
  }
  for (let i = 0; i < order; i++) {
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= matrix[i * order + k]! * right[k]!;
    right[i] = sum / matrix[i * order + i]!;
  }
  for (let i = order - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let k = i + 1; k < order; k++) sum -= matrix[k * order + i]! * right[k]!;
    right[i] = sum / matrix[i * order + i]!;
  }
  return right;
}
