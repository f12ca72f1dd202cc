import gammaln from "@stdlib/math-base-special-gammaln";

/** Up to here a product is cheaper and keeps more digits than a difference of two log-gammas. */
const LONGEST_PRODUCT = 32;

/** ln of Γ(start + count) / Γ(start) = ln of start · (start + 1) · … for start > 0 and an integer count ≥ 0. */
export function lnRisingFactorial(start: number, count: number): number {
  if (count > LONGEST_PRODUCT) return gammaln(start + count) - gammaln(start);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.log(start + i);
  return sum;
}
