import gammaincinv from "@stdlib/math-base-special-gammaincinv";
import type { GammaGammaParams } from "./contract.ts";

/**
 * Shape above which a mean stands for the customer. At 1 it is infinite, at 1.1 eight times the median; an assumption of ours.
 */
export const SMALLEST_SHAPE_OF_MEAN = 1.1;

/**
 * Location of a customer's own mean value ζ = p / ν given `count` purchases of `total` together: ν is then Gamma(p·x + q, v + total)
 * and ζ inverse gamma, whose mean is (note 025, eq. 5) p (v + total) / (p·x + q − 1). Near and below shape 1 the median replaces
 * it. Always finite and > 0; never above the largest number.
 */
export function expectedOwnMeanValue({ p, q, v }: GammaGammaParams, count: number, total: number): number {
  const shape = p * count + q;
  if (shape < SMALLEST_SHAPE_OF_MEAN) return medianOwnMeanValue(p, shape, v + total);
  return Math.min(Number.MAX_VALUE, p * ((v + total) / (shape - 1)));
}

/** Median of p / ν where ν is Gamma(shape, rate). */
export function medianOwnMeanValue(p: number, shape: number, rate: number): number {
  return Math.min(Number.MAX_VALUE, p * (rate / gammaincinv(0.5, shape)));
}
