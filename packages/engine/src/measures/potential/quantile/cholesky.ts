/** Below this part of its diagonal a pivot is nothing but rounding. */
const nothing = 1e-11;

/**
 * Cholesky factor L (row-major, lower) of a symmetric matrix that is at least positive semidefinite. A column that
 * depends on earlier ones gets an infinite pivot, so that it takes no part in solutions: no ridge is added.
 */
export function cholesky(matrix: Float64Array, size: number): { factor: Float64Array; dependent: number[] } {
  const factor = new Float64Array(size * size);
  const dependent: number[] = [];
  for (let j = 0; j < size; j++) {
    let pivot = matrix[j * size + j]!;
    for (let k = 0; k < j; k++) pivot -= factor[j * size + k]! ** 2;
    const isDependent = !(pivot > nothing * matrix[j * size + j]!);
    if (isDependent) dependent.push(j);
    const diagonal = isDependent ? Number.POSITIVE_INFINITY : Math.sqrt(pivot);
    factor[j * size + j] = diagonal;
    if (isDependent) continue;
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * size + k]! * factor[j * size + k]!;
      factor[i * size + j] = sum / diagonal;
    }
  }
  return { factor, dependent };
}

/** Solves L Lᵀ x = right. */
export function solveCholesky(factor: Float64Array, size: number, right: ArrayLike<number>): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * x[k]!;
    x[i] = sum / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * x[k]!;
    x[i] = sum / factor[i * size + i]!;
  }
  return x;
}
