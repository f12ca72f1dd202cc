/** How far off a forecast was over all compared customers; each customer weighs the same. */
export interface ForecastErrors {
  readonly predictedOrders: number;
  readonly rmse: number;
  readonly mae: number;
  /** Mean squared error of ln(1 + purchases). */
  readonly msle: number;
  /** (predicted − actual) ÷ actual of the totals; null without any purchase. */
  readonly biasRatio: number | null;
  /** Pearson; null where predictions or purchases do not vary. */
  readonly correlation: number | null;
}

/** @param customers behind each row, all > 0; at least one row */
export function forecastErrors(
  predicted: ArrayLike<number>,
  actual: ArrayLike<number>,
  customers: ArrayLike<number>,
): ForecastErrors {
  let [weight, sumPredicted, sumActual, squared, absolute, logarithmic] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < actual.length; row++) {
    const [n, expected, found] = [customers[row]!, predicted[row]!, actual[row]!];
    weight += n;
    sumPredicted += n * expected;
    sumActual += n * found;
    squared += n * (expected - found) ** 2;
    absolute += n * Math.abs(expected - found);
    logarithmic += n * (Math.log1p(expected) - Math.log1p(found)) ** 2;
  }
  let [varyPredicted, varyActual, together] = [0, 0, 0];
  for (let row = 0; row < actual.length; row++) {
    const a = predicted[row]! - sumPredicted / weight;
    const b = actual[row]! - sumActual / weight;
    varyPredicted += customers[row]! * a * a;
    varyActual += customers[row]! * b * b;
    together += customers[row]! * a * b;
  }
  const spread = Math.sqrt(varyPredicted * varyActual);
  return {
    predictedOrders: sumPredicted,
    rmse: Math.sqrt(squared / weight),
    mae: absolute / weight,
    msle: logarithmic / weight,
    biasRatio: sumActual > 0 ? (sumPredicted - sumActual) / sumActual : null,
    correlation: spread > 0 ? together / spread : null,
  };
}
