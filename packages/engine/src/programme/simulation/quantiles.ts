/** Quantile of sorted values, linear between neighbours (type 7 of Hyndman and Fan 1996). */
export function quantile(sorted: Float64Array, probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = Math.floor(place);
  const left = sorted[below]!;
  const right = sorted[Math.min(sorted.length - 1, below + 1)]!;
  return left + (right - left) * (place - below);
}

export const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean with the 10 % and the 90 % quantile. */
export function bandOf(values: Float64Array) {
  const sorted = values.slice().sort();
  return { mean: mean(values), low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) };
}

/** The same in whole cents. */
export function moneyBand(values: Float64Array) {
  const band = bandOf(values);
  return { meanCents: whole(band.mean), lowCents: whole(band.low), highCents: whole(band.high) };
}

/** Standard error of the mean; 0 for a single value. */
export function standardError(values: Float64Array): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** Rounded, without a negative zero. */
export const whole = (value: number): number => Math.round(value) || 0;
