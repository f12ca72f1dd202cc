import { digammaDifference } from "./digamma-difference.ts";

const ASYMPTOTIC_FROM = 10;
/** Below this part of b, the midpoint of the derivative is more exact than a difference of logarithms. */
const SMALL_SHIFT = 1e-6;

/**
 * ln [B(a, b + shift) / B(a, b)] = ln [Γ(b + shift) Γ(a + b) / (Γ(b) Γ(a + b + shift))], for b > 0, shift ≥ 0 and b + a > 0
 * (the quotient of gamma functions is defined for a between −b and 0, too). It is ≤ 0 for a ≥ 0. Exact to about 1e-13 of its
 * size; differences of four ln Γ lose all digits when b is large. Symmetrical in a and shift.
 *
 * Recurrence up to b ≥ 10, then Stirling's series (Abramowitz & Stegun 6.1.41) with the large terms cancelled by hand.
 */
export function logBetaRatio(a: number, b: number, shift: number): number {
  if (a === 0 || shift === 0) return 0;
  const isShiftLarger = shift >= Math.abs(a);
  const small = isShiftLarger ? a : shift;
  const large = isShiftLarger ? shift : a;
  if (Math.abs(small) < SMALL_SHIFT * b) return -small * digammaDifference(b + small / 2, large);

  let x = b;
  let value = 0;
  while (x < ASYMPTOTIC_FROM || x + a < ASYMPTOTIC_FROM) {
    const less = (small / (x + small)) * (large / (x + large));
    value +=
      less < 0.5 ? Math.log1p(-less) : Math.log((x / (x + small)) * ((x + small + large) / (x + large)));
    x += 1;
  }
  return value + (Math.abs(large) <= x ? ofSmall(x, small, large) : ofLarge(x, small, large));
}

/** Both increments at most x: no term is larger than a few times the result. */
function ofSmall(x: number, d: number, e: number): number {
  const p = d / x;
  const q = e / x;
  return (
    (x + d + e - 0.5) * Math.log1p((p / (1 + p + q)) * q) -
    e * Math.log1p(p) -
    d * Math.log1p(q) +
    (series(x + d) - series(x) - (series(x + d + e) - series(x + e)))
  );
}

/** The larger increment above x. */
function ofLarge(x: number, small: number, large: number): number {
  return logGammaIncrement(x, small) - logGammaIncrement(x + large, small);
}

/** ln Γ(x + d) − ln Γ(x) for x and x + d ≥ 10. */
function logGammaIncrement(x: number, d: number): number {
  return (x - 0.5) * Math.log1p(d / x) + d * (Math.log(x + d) - 1) + series(x + d) - series(x);
}

/** ln Γ(x) − (x − ½) ln x + x − ½ ln 2π for x ≥ 10. */
function series(x: number): number {
  const s = 1 / (x * x);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360)))))) / x;
}
