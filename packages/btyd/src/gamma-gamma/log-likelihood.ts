import gammaln from "@stdlib/math-base-special-gammaln";
import { outOfRange } from "../out-of-range.ts";
import { checkGammaGammaParams } from "./check-gamma-gamma-params.ts";
import type { GammaGammaParams } from "./contract.ts";

/**
 * ln of the density of a customer's mean value over `count` purchases under the Gamma-Gamma model (Fader &
 * Hardie, note 025, eq. 1a). Depends on the money unit.
 *
 * @throws RangeError when a parameter is out of range, the count is no integer ≥ 1 or the value is not > 0.
 */
export function gammaGammaLogLikelihoodOfCustomer(
  params: GammaGammaParams,
  count: number,
  meanValue: number,
): number {
  checkGammaGammaParams(params);
  if (!(Number.isInteger(count) && count >= 1)) throw outOfRange("count", count, "an integer ≥ 1");
  if (!(meanValue > 0 && meanValue < Number.POSITIVE_INFINITY)) {
    throw outOfRange("meanValue", meanValue, "a finite number > 0");
  }
  const { p, q, v } = params;
  const shape = p * count;
  return (
    gammaln(shape + q) -
    gammaln(shape) -
    gammaln(q) +
    q * Math.log(v) +
    (shape - 1) * Math.log(meanValue) +
    shape * Math.log(count) -
    (shape + q) * Math.log(v + count * meanValue)
  );
}
