import { unitGaussLegendre } from "../numerics/unit-gauss-legendre.ts";

/** Below e^(−40) of its largest value the integrand does not count. */
const NEGLIGIBLE = 40;
/** Panels are no longer than this in the logarithm of time, because the integrand has poles at a distance of π. */
const LONGEST_PANEL = 2.5;
/** Nor may the integrand fall by a larger power of e within one of them. */
const STEEPEST_PANEL = 36;

/** Smallest rules that keep 1e-12: for a fall of the integrand by up to e^`fall` over up to `length`. */
const RULES = [
  { fall: 0.6, length: 0.5, rule: unitGaussLegendre(6) },
  { fall: 3, length: 1, rule: unitGaussLegendre(9) },
  { fall: 9, length: 1.6, rule: unitGaussLegendre(14) },
  { fall: Number.POSITIVE_INFINITY, length: Number.POSITIVE_INFINITY, rule: unitGaussLegendre(26) },
] as const;

/** Where {@link lnLeftOdds} leaves its averages over the time y of leaving, given the history and that the customer has left. */
export interface LeavingAverages {
  /** E[ln(alpha + y)] */
  lnAlpha: number;
  /** E[ln(beta + y)] */
  lnBeta: number;
  /** E[1 / (alpha + y)] */
  perAlpha: number;
  /** E[1 / (beta + y)] */
  perBeta: number;
}

/**
 * ln of the odds that a customer has left before the end of observation; −∞ when the last purchase was at its end.
 *
 *   odds = s · ∫ ((alpha + T) / (alpha + y))^(r+x) · ((beta + T) / (beta + y))^s / (beta + y) dy   over y = t_x … T
 *
 * (Fader & Hardie 2005, the likelihood before the integral is written as a difference of two 2F1). Every factor is positive, so
 * that nothing cancels, and no case of alpha against beta or of s is special. In w = ln((c + y) / (c + t_x)), c the smaller of
 * alpha and beta, the integrand is e^(−p·w) · (1 + ρ(e^w − 1))^(−q) with 0 < ρ ≤ 1, its logarithm is concave, and
 * Gauss-Legendre panels are exact to about 1e-12.
 *
 * @param shape r + x
 * @param averages filled when given: what the gradient of the log-likelihood needs
 */
export function lnLeftOdds(
  shape: number,
  alpha: number,
  s: number,
  beta: number,
  recency: number,
  age: number,
  averages?: LeavingAverages,
): number {
  const silence = age - recency;
  if (!(silence > 0)) return Number.NEGATIVE_INFINITY;
  const alphaThen = alpha + recency;
  const betaThen = beta + recency;
  const lnAlphaRatio = Math.log1p(silence / alphaThen);
  const lnBetaRatio = Math.log1p(silence / betaThen);
  const isBetaSmaller = beta <= alpha;
  const share = isBetaSmaller ? betaThen / alphaThen : alphaThen / betaThen;
  const power = isBetaSmaller ? s : shape - 1;
  const otherPower = isBetaSmaller ? shape : s + 1;
  const length = reach(power, otherPower, share, isBetaSmaller ? lnBetaRatio : lnAlphaRatio);
  const fall = power * length + otherPower * Math.log1p(share * Math.expm1(length));

  const panels = Math.ceil(Math.max(length / LONGEST_PANEL, fall / STEEPEST_PANEL, 1));
  const step = length / panels;
  const { nodes, weights } = ruleFor(fall / panels, step);
  let sum = 0;
  let lnNear = 0;
  let lnFar = 0;
  let perNear = 0;
  let perFar = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let i = 0; i < nodes.length; i++) {
      const w = step * (panel + nodes[i]!);
      const near = Math.exp(w);
      const far = 1 + share * (near - 1);
      const lnFarHere = Math.log(far);
      const value = weights[i]! * Math.exp(-power * w - otherPower * lnFarHere);
      sum += value;
      if (averages !== undefined) {
        lnNear += value * w;
        lnFar += value * lnFarHere;
        perNear += value / near;
        perFar += value / far;
      }
    }
  }
  if (averages !== undefined) {
    averages.lnAlpha = Math.log(alphaThen) + (isBetaSmaller ? lnFar : lnNear) / sum;
    averages.lnBeta = Math.log(betaThen) + (isBetaSmaller ? lnNear : lnFar) / sum;
    averages.perAlpha = (isBetaSmaller ? perFar : perNear) / (sum * alphaThen);
    averages.perBeta = (isBetaSmaller ? perNear : perFar) / (sum * betaThen);
  }
  const scale = isBetaSmaller ? s : s * share;
  return shape * lnAlphaRatio + s * lnBetaRatio + Math.log(scale * step * sum);
}

/** How far the integrand needs to be followed: `end`, or less where it has become negligible. */
function reach(power: number, otherPower: number, share: number, end: number): number {
  const lnShare = Math.log(share);
  const initialSlope = power + otherPower * share;
  let length = Math.min(end, (NEGLIGIBLE - (otherPower + 1) * lnShare) / (power + otherPower));
  if (initialSlope > 0) length = Math.min(length, NEGLIGIBLE / initialSlope);
  const otherFall = NEGLIGIBLE + Math.max(0, -power) * end;
  length = Math.min(length, Math.log1p(Math.expm1(otherFall / otherPower) / share));
  return length;
}

function ruleFor(fall: number, length: number) {
  for (const { fall: mostFall, length: longest, rule } of RULES) {
    if (Math.abs(fall) <= mostFall && length <= longest) return rule;
  }
  return RULES[RULES.length - 1]!.rule;
}
