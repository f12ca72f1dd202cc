import erfcinv from "@stdlib/math-base-special-erfcinv";

/** Standard normal quantile: the z with P(Z ≤ z) = `probability`, for 0 < probability < 1. */
export function normalQuantile(probability: number): number {
  return -Math.SQRT2 * erfcinv(2 * probability);
}
