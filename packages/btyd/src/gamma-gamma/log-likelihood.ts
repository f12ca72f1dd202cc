import betaln from "@stdlib/math-base-special-betaln";
import type { GammaGammaParams } from "./contract.ts";

/**
 * ln of the density of a customer's mean value over `count` purchases (Fader & Hardie, note 025, eq. 1a), with Γ(px + q) / (Γ(px)
 * Γ(q)) as a beta function and powers gathered by their ratio to v, so that nothing large is subtracted from something large. 0
 * where there is nothing to read: no purchase, or a mean value of zero or below.
 */
export function gammaGammaLogLikelihoodOf(
  { p, q, v }: GammaGammaParams,
  count: number,
  meanValue: number,
): number {
  if (count === 0 || meanValue <= 0) return 0;
  const shape = p * count;
  const total = count * meanValue;
  return -betaln(shape, q) - Math.log(meanValue) - q * Math.log1p(total / v) - shape * Math.log1p(v / total);
}
