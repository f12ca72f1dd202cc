/**
 * Inverse of a square matrix given by rows, by elimination with row exchange; null when it has none. For the few dozen
 * columns of a regression.
 */
export function invert(matrix: readonly Float64Array[], size: number): Float64Array[] | null {
  const left = matrix.map((row) => row.slice());
  const right = left.map((_, i) => new Float64Array(size).fill(1, i, i + 1));
  for (let j = 0; j < size; j++) {
    let pivot = j;
    for (let i = j + 1; i < size; i++) if (Math.abs(left[i]![j]!) > Math.abs(left[pivot]![j]!)) pivot = i;
    const value = left[pivot]![j]!;
    if (!(Math.abs(value) > 1e-12)) return null;
    for (const side of [left, right]) {
      const row = side[pivot]!;
      side[pivot] = side[j]!;
      side[j] = row.map((cell) => cell / value);
    }
    for (let i = 0; i < size; i++) {
      const factor = left[i]![j]!;
      if (i === j || factor === 0) continue;
      for (const side of [left, right]) {
        const row = side[i]!;
        const from = side[j]!;
        for (let k = 0; k < size; k++) row[k]! -= factor * from[k]!;
      }
    }
  }
  return right;
}
