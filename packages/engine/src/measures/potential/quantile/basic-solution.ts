import { invert } from "./small-matrix.ts";
import { rowDot, type SparseRows, times } from "./sparse-rows.ts";

const maxMoves = 2000;

/**
 * Moves from coefficients near the optimum to a solution that runs through as many rows as it has coefficients, and
 * from there along the edges that make the loss smaller until none does: the simplex method on the primal, with an
 * exact search along each edge. Null when the rows near the start are too alike to determine a solution.
 *
 * Ties (several rows on the plane) could make it circle; y is therefore shifted by amounts far below its precision
 * that no two rows share, and the last basis is solved with y as it is.
 */
export function basicSolution(
  x: SparseRows,
  y: Float64Array,
  tau: number,
  near: Float64Array,
): { readonly coefficients: Float64Array; readonly moves: number } | null {
  const scale = y.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);
  const shifted = y.map((value, i) => value + scale * 1e-9 * (((i + 1) * Math.SQRT2) % 1));
  const basis = firstBasis(x, shifted, near);
  if (basis === null) return null;
  let moves = 0;
  for (; moves < maxMoves; moves++) {
    const inverse = inverseOf(x, basis);
    if (inverse === null) return null;
    const coefficients = solution(inverse, basis, shifted);
    const residual = residuals(x, shifted, coefficients, basis);
    const edge = bestEdge(x, residual, tau, basis, inverse);
    if (edge === null) break;
    const entering = searchAlong(x, residual, edge);
    if (entering === null) break;
    basis[edge.leaving] = entering;
  }
  const inverse = inverseOf(x, basis);
  return inverse === null ? null : { coefficients: solution(inverse, basis, y), moves };
}

/** Rows with the smallest residuals that determine a solution, by elimination as they come. */
function firstBasis(x: SparseRows, y: Float64Array, near: Float64Array): number[] | null {
  const fitted = times(x, near);
  const order = Array.from({ length: x.rows }, (_, i) => i).sort(
    (i, j) => Math.abs(y[i]! - fitted[i]!) - Math.abs(y[j]! - fitted[j]!) || i - j,
  );
  const basis: number[] = [];
  const reduced: { readonly row: Float64Array; readonly pivot: number }[] = [];
  for (const i of order) {
    const row = rowOf(x, i);
    const length = Math.max(...row.map(Math.abs));
    for (const known of reduced) {
      const factor = row[known.pivot]! / known.row[known.pivot]!;
      if (factor !== 0) for (let j = 0; j < row.length; j++) row[j]! -= factor * known.row[j]!;
    }
    const pivot = row.reduce((best, value, j) => (Math.abs(value) > Math.abs(row[best]!) ? j : best), 0);
    if (!(Math.abs(row[pivot]!) > 1e-7 * length)) continue;
    reduced.push({ row, pivot });
    basis.push(i);
    if (basis.length === x.columns) return basis;
  }
  return null;
}

function rowOf(x: SparseRows, i: number): Float64Array {
  const row = new Float64Array(x.columns);
  for (let k = x.start[i]!; k < x.start[i + 1]!; k++) row[x.column[k]!] = x.value[k]!;
  return row;
}

const inverseOf = (x: SparseRows, basis: readonly number[]) =>
  invert(
    basis.map((i) => rowOf(x, i)),
    x.columns,
  );

function solution(inverse: readonly Float64Array[], basis: readonly number[], y: Float64Array): Float64Array {
  return Float64Array.from(inverse, (row) => row.reduce((sum, value, h) => sum + value * y[basis[h]!]!, 0));
}

function residuals(x: SparseRows, y: Float64Array, coefficients: Float64Array, basis: readonly number[]) {
  const residual = times(x, coefficients).map((fitted, i) => y[i]! - fitted);
  for (const i of basis) residual[i] = 0;
  return residual;
}

interface Edge {
  /** Place in the basis of the row that is left. */
  readonly leaving: number;
  readonly direction: Float64Array;
  /** Change of the loss per unit of the way, < 0. */
  readonly slope: number;
}

/** The edge along which the loss falls fastest; null at the optimum. */
function bestEdge(
  x: SparseRows,
  residual: Float64Array,
  tau: number,
  basis: readonly number[],
  inverse: readonly Float64Array[],
): Edge | null {
  const pull = new Float64Array(x.columns);
  const inBasis = new Set(basis);
  for (let i = 0; i < x.rows; i++) {
    if (inBasis.has(i)) continue;
    const force = residual[i]! < 0 ? tau - 1 : tau;
    for (let k = x.start[i]!; k < x.start[i + 1]!; k++) pull[x.column[k]!]! += force * x.value[k]!;
  }
  let best: Edge | null = null;
  for (let h = 0; h < basis.length; h++) {
    const along = inverse.reduce((sum, row, j) => sum + row[h]! * pull[j]!, 0);
    // The residual of the left row becomes −1 a unit one way and +1 the other way.
    for (const [sign, own] of [
      [1, 1 - tau],
      [-1, tau],
    ] as const) {
      const slope = own - sign * along;
      if (slope >= -1e-9 * (1 + Math.abs(along)) || (best !== null && slope >= best.slope)) continue;
      best = { leaving: h, direction: Float64Array.from(inverse, (row) => sign * row[h]!), slope };
    }
  }
  return best;
}

/** The row at which the loss stops falling along the edge; null when no row stops it, which a bounded loss excludes. */
function searchAlong(x: SparseRows, residual: Float64Array, { direction, slope }: Edge): number | null {
  const stops: { readonly row: number; readonly way: number; readonly speed: number }[] = [];
  for (let i = 0; i < x.rows; i++) {
    if (residual[i] === 0) continue;
    const speed = rowDot(x, i, direction);
    const way = residual[i]! / speed;
    if (way > 0 && Number.isFinite(way)) stops.push({ row: i, way, speed: Math.abs(speed) });
  }
  stops.sort((one, other) => one.way - other.way || one.row - other.row);
  let rate = slope;
  for (const stop of stops) {
    rate += stop.speed;
    if (rate >= 0) return stop.row;
  }
  return null;
}
