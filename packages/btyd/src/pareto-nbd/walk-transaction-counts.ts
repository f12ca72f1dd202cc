import { unitGaussLegendre } from "../numerics/unit-gauss-legendre.ts";

const RULE = unitGaussLegendre(10);
/** Panel lengths in units of the bumps' width, of the bend of the lifetime, and in the coordinate itself. */
const PANEL_PER_WIDTH = 3;
const PANEL_PER_BEND = 0.8;
const LONGEST_PANEL = 0.8;
/** Enough for a shape of a million; above, counts are so many that nobody asks for one of them. */
const MAX_PANELS = 10_000;
/** A lifetime density below e^(−50) does not count. */
const NEGLIGIBLE = 50;
/** A node joins the sum when its term is above e^(−690), the last that is a normal number. */
const SMALLEST_LN_TERM = -690;
const NEGLIGIBLE_SHARE = 1e-18;

/**
 * Visits k = 0, 1, 2, … with the probability of exactly k purchases within `horizon` of a customer who is alive at its start,
 * until `visit` returns false. Purchase rate Gamma(shape, alpha), leaving rate Gamma(s, beta) as known at that moment.
 *
 *   P(k) = S(t) · NB(k; t) + ∫ −S'(τ) · NB(k; τ) dτ over τ = 0 … t,   S(τ) = (beta / (beta + τ))^s,
 *
 * where NB(k; τ) is the negative binomial count of a customer who stays for τ. In φ = arsinh √(τ / alpha) it is
 * tanh²ᵏφ / cosh^(2·shape)φ times a factor of k alone, with a bump of the same width 1 / (2√shape) for every k, so that one set of
 * Gauss-Legendre panels serves all k and a step from k to k + 1 multiplies every node by tanh²φ. All terms are positive.
 */
export function walkTransactionCounts(
  shape: number,
  alpha: number,
  s: number,
  beta: number,
  horizon: number,
  visit: (count: number, probability: number) => boolean,
): void {
  const { lnTerms, ratios, lnRatios } = lifetimeNodes(shape, alpha, s, beta, horizon);
  const nodes = lnTerms.length;
  const terms = new Float64Array(nodes);
  // Nodes ascend in τ, and with every k a node loses against those above it: the ones that count are a window that moves up.
  let first = 0;
  let end = 0;
  let lnFactor = 0;
  for (let k = 0; ; k++) {
    for (; end < nodes; end++) {
      const lnTerm = lnTerms[end]! + lnFactor + k * lnRatios[end]!;
      if (lnTerm < SMALLEST_LN_TERM) break;
      terms[end] = Math.exp(lnTerm);
    }
    let probability = 0;
    for (let i = first; i < end; i++) probability += terms[i]!;
    if (!visit(k, Math.min(1, probability))) return;
    while (first < end - 1 && terms[first]! < NEGLIGIBLE_SHARE * probability) first += 1;
    const step = (shape + k) / (k + 1);
    if (end < nodes) lnFactor += Math.log(step);
    for (let i = first; i < end; i++) terms[i]! *= step * ratios[i]!;
  }
}

/** The times τ of leaving, ascending, and at last the horizon for customers who stay. */
interface LifetimeNodes {
  /** ln of the share of customers at the node times NB(0; τ). */
  readonly lnTerms: Float64Array;
  /** NB(k + 1; τ) / NB(k; τ) without the factor of k alone: τ / (alpha + τ). */
  readonly ratios: Float64Array;
  readonly lnRatios: Float64Array;
}

function lifetimeNodes(
  shape: number,
  alpha: number,
  s: number,
  beta: number,
  horizon: number,
): LifetimeNodes {
  const lastLeaving = Math.min(horizon, beta * Math.expm1(NEGLIGIBLE / s));
  const ends = panelEnds(shape, alpha, s, beta, Math.asinh(Math.sqrt(lastLeaving / alpha)));
  const size = ends.length * RULE.nodes.length + 1;
  const lnTerms = new Float64Array(size);
  const ratios = new Float64Array(size);
  const lnRatios = new Float64Array(size);
  const place = (node: number, lnShare: number, time: number) => {
    lnTerms[node] = lnShare - s * Math.log1p(time / beta) - shape * Math.log1p(time / alpha);
    ratios[node] = time / (alpha + time);
    lnRatios[node] = -Math.log1p(alpha / time);
  };
  let node = 0;
  let start = 0;
  for (const end of ends) {
    for (let i = 0; i < RULE.nodes.length; i++) {
      const phi = start + (end - start) * RULE.nodes[i]!;
      const root = Math.sinh(phi);
      const time = alpha * root * root;
      const timePerPhi = 2 * alpha * root * Math.cosh(phi);
      place(node++, Math.log((RULE.weights[i]! * (end - start) * timePerPhi * s) / (beta + time)), time);
    }
    start = end;
  }
  place(node, 0, horizon);
  return { lnTerms, ratios, lnRatios };
}

/** Ends of the panels of 0 … `last` in φ. */
function panelEnds(shape: number, alpha: number, s: number, beta: number, last: number): number[] {
  const longest = Math.min(LONGEST_PANEL, PANEL_PER_WIDTH / (2 * Math.sqrt(shape)));
  const bend = Math.sqrt(beta / ((s + 1) * alpha));
  const ends: number[] = [];
  let phi = 0;
  while (phi < last) {
    const panel = Math.min(longest, PANEL_PER_BEND * Math.hypot(phi, bend));
    phi = Math.min(last, phi + Math.max(panel, last / MAX_PANELS));
    ends.push(phi);
  }
  return ends;
}
