import { cholesky, solveCholesky } from "./cholesky.ts";
import { rowDot, type SparseRows, transposeTimes, weightedGram } from "./sparse-rows.ts";

/** How far a step goes towards the nearest bound. */
const stepShare = 0.99995;
const maxIterations = 80;
/** The duality gap at which the iteration stops, relative to the sum of absolute values. */
const gapTolerance = 1e-11;

export interface InteriorPoint {
  readonly coefficients: Float64Array;
  readonly iterations: number;
}

/**
 * Minimises Σ ρ_τ(y_i − x_i·b) by the Frisch–Newton method: the dual, max yᵀa with Xᵀa = (1 − τ) Xᵀ1 and 0 ≤ a ≤ 1, is
 * followed through its interior with Mehrotra's predictor and corrector (Portnoy & Koenker 1997, Statistical Science
 * 12(4) 279-300). X must have full column rank.
 */
export function interiorPoint(x: SparseRows, y: Float64Array, tau: number): InteriorPoint {
  const state = start(x, y, tau);
  const { a, s, z, w, b } = state;
  const n = x.rows;
  const right = transposeTimes(x, a);
  const scale = 1 + y.reduce((sum, value) => sum + Math.abs(value), 0);
  const q = new Float64Array(n);
  const r = new Float64Array(n);
  const move = { a: new Float64Array(n), z: new Float64Array(n), w: new Float64Array(n) };
  let iterations = 0;
  while (gapOf(state, y, right) > gapTolerance * scale && iterations < maxIterations) {
    iterations++;
    for (let i = 0; i < n; i++) {
      q[i] = 1 / (z[i]! / a[i]! + w[i]! / s[i]!);
      r[i] = z[i]! - w[i]!;
    }
    const { factor } = cholesky(weightedGram(x, q), x.columns);
    const solve = (target: Float64Array) =>
      solveCholesky(
        factor,
        x.columns,
        transposeTimes(
          x,
          target.map((value, i) => value * q[i]!),
        ),
      );
    let db = solve(r);
    for (let i = 0; i < n; i++) {
      const da = q[i]! * (rowDot(x, i, db) - r[i]!);
      move.a[i] = da;
      move.z[i] = -z[i]! * (1 + da / a[i]!);
      move.w[i] = -w[i]! * (1 - da / s[i]!);
    }
    let [primal, dual] = steps(state, move);
    if (Math.min(primal, dual) < 1) {
      const mu = centring(state, move, primal, dual);
      const predicted = { a: move.a.slice(), z: move.z.slice(), w: move.w.slice() };
      const xi = (i: number) => mu * (1 / a[i]! - 1 / s[i]!);
      const cross = (i: number) => predicted.a[i]! * (predicted.z[i]! / a[i]! + predicted.w[i]! / s[i]!);
      db = solve(r.map((value, i) => value + cross(i) - xi(i)));
      for (let i = 0; i < n; i++) {
        const da = q[i]! * (rowDot(x, i, db) + xi(i) - r[i]! - cross(i));
        move.a[i] = da;
        move.z[i] = (mu - z[i]! * da - predicted.a[i]! * predicted.z[i]!) / a[i]! - z[i]!;
        move.w[i] = (mu + w[i]! * da + predicted.a[i]! * predicted.w[i]!) / s[i]! - w[i]!;
      }
      [primal, dual] = steps(state, move);
    }
    for (let i = 0; i < n; i++) {
      a[i]! += primal * move.a[i]!;
      s[i]! -= primal * move.a[i]!;
      z[i]! += dual * move.z[i]!;
      w[i]! += dual * move.w[i]!;
    }
    for (let j = 0; j < x.columns; j++) b[j]! += dual * db[j]!;
  }
  return { coefficients: b.map((value) => -value), iterations };
}

/** a and its distance s = 1 − a to the upper bound; multipliers z and w of both bounds; b is minus the coefficients. */
interface State {
  readonly a: Float64Array;
  readonly s: Float64Array;
  readonly z: Float64Array;
  readonly w: Float64Array;
  readonly b: Float64Array;
}
type Move = Pick<State, "a" | "z" | "w">;

/** a in the middle of the feasible set, the coefficients of least squares, multipliers that fit them. */
function start(x: SparseRows, y: Float64Array, tau: number): State {
  const ones = new Float64Array(x.rows).fill(1);
  const { factor } = cholesky(weightedGram(x, ones), x.columns);
  const b = solveCholesky(factor, x.columns, transposeTimes(x, y)).map((value) => -value);
  const z = new Float64Array(x.rows);
  const w = new Float64Array(x.rows);
  for (let i = 0; i < x.rows; i++) {
    const residual = -y[i]! - rowDot(x, i, b);
    // Both multipliers stay off zero, or a row that lies on the plane would never move again.
    const margin = 1e-3;
    z[i] = Math.max(residual, 0) + margin;
    w[i] = Math.max(-residual, 0) + margin;
  }
  return { a: ones.map(() => 1 - tau), s: ones.map(() => tau), z, w, b };
}

function gapOf({ a, w, b }: State, y: Float64Array, right: Float64Array): number {
  let gap = 0;
  for (let i = 0; i < y.length; i++) gap += w[i]! - y[i]! * a[i]!;
  for (let j = 0; j < b.length; j++) gap -= b[j]! * right[j]!;
  return gap;
}

/** Longest steps that keep everything positive: of a and s, and of z and w. */
function steps({ a, s, z, w }: State, move: Move): [primal: number, dual: number] {
  let primal = Number.POSITIVE_INFINITY;
  let dual = Number.POSITIVE_INFINITY;
  for (let i = 0; i < a.length; i++) {
    const da = move.a[i]!;
    if (da < 0) primal = Math.min(primal, -a[i]! / da);
    if (da > 0) primal = Math.min(primal, s[i]! / da);
    if (move.z[i]! < 0) dual = Math.min(dual, -z[i]! / move.z[i]!);
    if (move.w[i]! < 0) dual = Math.min(dual, -w[i]! / move.w[i]!);
  }
  return [Math.min(stepShare * primal, 1), Math.min(stepShare * dual, 1)];
}

/** Where the corrector aims: the better the predictor does alone, the nearer to the bounds. */
function centring({ a, s, z, w }: State, move: Move, primal: number, dual: number): number {
  let now = 0;
  let then = 0;
  for (let i = 0; i < a.length; i++) {
    const step = primal * move.a[i]!;
    now += z[i]! * a[i]! + w[i]! * s[i]!;
    then += (z[i]! + dual * move.z[i]!) * (a[i]! + step) + (w[i]! + dual * move.w[i]!) * (s[i]! - step);
  }
  return (now * (then / now) ** 3) / (2 * a.length);
}
