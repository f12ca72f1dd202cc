/** Pearson correlation of two weighted columns of equal length, −1 to 1; null when one of them does not vary. */
export function weightedCorrelation(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  weight: ArrayLike<number>,
): number | null {
  const leftMean = weightedMean(left, weight);
  const rightMean = weightedMean(right, weight);
  let leftSquares = 0;
  let rightSquares = 0;
  let products = 0;
  for (let row = 0; row < weight.length; row++) {
    const l = left[row]! - leftMean;
    const r = right[row]! - rightMean;
    leftSquares += weight[row]! * l * l;
    rightSquares += weight[row]! * r * r;
    products += weight[row]! * l * r;
  }
  const scale = Math.sqrt(leftSquares) * Math.sqrt(rightSquares);
  return scale > 0 ? Math.min(1, Math.max(-1, products / scale)) : null;
}

/** Weighted arithmetic mean; NaN for no rows. */
export function weightedMean(values: ArrayLike<number>, weight: ArrayLike<number>): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < weight.length; row++) {
    sum += weight[row]! * values[row]!;
    total += weight[row]!;
  }
  return sum / total;
}
