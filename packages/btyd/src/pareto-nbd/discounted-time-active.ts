import { unitGaussLegendre } from "../numerics/unit-gauss-legendre.ts";

/** Below e^(−40) of its value at once the future does not count. */
const NEGLIGIBLE = 40;
const LONGEST_PANEL = 2;
const RULE = unitGaussLegendre(22);

/**
 * Discounted time that a customer stays whose leaving rate is Gamma(s, beta): ∫ ((beta) / (beta + t))^s · e^(−delta·t) dt over all
 * t ≥ 0, which is beta · U(1, 2 − s, delta·beta) with Tricomi's U. Finite for every s because delta > 0.
 *
 * In w = ln(1 + t / beta) the integrand is smooth over the whole range, from a delta·beta of 1e-9 to 1e6 and every s; panels of
 * Gauss-Legendre then need no logarithms of Γ and lose nothing where U overflows.
 */
export function discountedTimeActive(delta: number, s: number, beta: number): number {
  const rate = delta * beta;
  let length = Math.log1p(NEGLIGIBLE / rate);
  if (s > 1) length = Math.min(length, NEGLIGIBLE / (s - 1 + rate));
  const panels = Math.ceil(length / LONGEST_PANEL);
  const step = length / panels;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let i = 0; i < RULE.nodes.length; i++) {
      const w = step * (panel + RULE.nodes[i]!);
      sum += RULE.weights[i]! * Math.exp((1 - s) * w - rate * Math.expm1(w));
    }
  }
  return beta * step * sum;
}
