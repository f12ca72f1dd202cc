import { normalQuantile } from "../../normal-quantile.ts";

export interface PartialCorrelation {
  /** −1 … 1; null when one of the two does not vary beyond the controls, or there are too few rows. */
  readonly r: number | null;
  /** Interval by Fisher's transformation. */
  readonly low: number | null;
  readonly high: number | null;
  readonly rows: number;
}

/**
 * Correlation of two variables after what the controls explain linearly was taken from both; the interval by Fisher's z
 * with n − k − 3 degrees (k controls).
 * @param controls one array a control, of the length of x and y; none: the plain correlation
 */
export function partialCorrelation(
  x: readonly number[],
  y: readonly number[],
  controls: readonly (readonly number[])[],
  confidence = 0.95,
): PartialCorrelation {
  const rows = x.length;
  const unclear = { r: null, low: null, high: null, rows };
  const degrees = rows - controls.length - 3;
  if (degrees < 1) return unclear;
  const basis = orthogonal(controls);
  const restX = residual(centred(x), basis);
  const restY = residual(centred(y), basis);
  const lengths = Math.sqrt(dot(restX, restX) * dot(restY, restY));
  // What is left by rounding alone is nothing.
  const before = Math.sqrt(dot(centred(x), centred(x)) * dot(centred(y), centred(y)));
  if (!(lengths > 1e-9 * before)) return unclear;
  const r = Math.max(-1, Math.min(1, dot(restX, restY) / lengths));
  const half = normalQuantile(0.5 + confidence / 2) / Math.sqrt(degrees);
  const z = Math.atanh(r);
  return { r, low: Math.tanh(z - half), high: Math.tanh(z + half), rows };
}

/** Centred controls made orthogonal one after the other; one that the earlier determine falls out. */
function orthogonal(controls: readonly (readonly number[])[]): number[][] {
  const basis: number[][] = [];
  for (const control of controls) {
    const start = centred(control);
    const rest = residual(start, basis);
    if (dot(rest, rest) > 1e-12 * dot(start, start)) basis.push(rest);
  }
  return basis;
}

function residual(values: readonly number[], basis: readonly number[][]): number[] {
  const rest = [...values];
  for (const column of basis) {
    const factor = dot(rest, column) / dot(column, column);
    for (let i = 0; i < rest.length; i++) rest[i]! -= factor * column[i]!;
  }
  return rest;
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
