import { gaussLegendre } from "./gauss-legendre.ts";

/** Terms added one by one; after them the sum is an integral. */
const DIRECT_TERMS = 2048;
/** A rest that cannot change the sum by more is left out. */
const NEGLIGIBLE = 1e-15;
/** Width of the panels of the integral in ln k. */
const PANEL = 0.25;
/** ln k grows to at most this: beyond any horizon and any discount that a double can tell from zero. */
const MAX_PANELS = 400;
/** Coefficients of Gregory's formula for the sum of a smooth function less its integral, by order of the forward difference. */
const GREGORY = [1 / 2, -1 / 12, 1 / 24, -19 / 720, 3 / 160, -863 / 60480];
const RULE = gaussLegendre(16);

/**
 * Σ term(k) for k = 0 … count − 1, where the terms are positive, never rise and are smooth in k (given for fractions too). Takes
 * a bounded number of evaluations, about 2,000 to 8,000, however many terms there are. For discounted and undiscounted sums of
 * survivals.
 *
 * @param term function of k ≥ 0
 * @param count an integer ≥ 0 or Infinity
 * @param decay term(k + 1) / term(k) ≤ decay ≤ 1 for every k: the bound of the rest; must be below 1 when count is Infinity
 */
export function sumSmoothTerms(term: (k: number) => number, count: number, decay: number): number {
  const bound = (value: number, k: number) => value * Math.min(count - k, 1 / (1 - decay));
  let sum = 0;
  const direct = Math.min(count, DIRECT_TERMS);
  for (let k = 0; k < direct; k++) {
    const value = term(k);
    sum += value;
    if (bound(value, k) <= NEGLIGIBLE * sum) return sum;
  }
  if (direct === count) return sum;

  sum += excessOfSum(term, direct);
  if (count < Number.POSITIVE_INFINITY) sum -= excessOfSum(term, count);
  for (let panel = 0; panel < MAX_PANELS; panel++) {
    const from = direct * Math.exp(panel * PANEL);
    if (from >= count || bound(term(from), from) <= NEGLIGIBLE * sum) break;
    const to = Math.min(count, direct * Math.exp((panel + 1) * PANEL));
    sum += integralOverLogarithm(term, from, to);
  }
  return sum;
}

/** Σ_{k ≥ at} term(k) − ∫_at^∞ term, by Gregory's formula. */
function excessOfSum(term: (k: number) => number, at: number): number {
  const differences = GREGORY.map((_, i) => term(at + i));
  let excess = 0;
  for (const coefficient of GREGORY) {
    excess += coefficient * differences[0]!;
    for (let i = 0; i + 1 < differences.length; i++) differences[i] = differences[i + 1]! - differences[i]!;
    differences.pop();
  }
  return excess;
}

function integralOverLogarithm(term: (k: number) => number, from: number, to: number): number {
  const half = Math.log(to / from) / 2;
  let sum = 0;
  for (const [i, node] of RULE.nodes.entries()) {
    const k = from * Math.exp(half * (node + 1));
    sum += RULE.weights[i]! * k * term(k);
  }
  return half * sum;
}
