import { invalid } from "../../units.ts";

/** R(x) = b + (a − b)·x^c/(d + x^c): from b without effort to a with unlimited effort; S-shaped for c > 1. Little 1970. */
export interface Adbudg {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export interface EffortPoint {
  /** Against today's effort: 1 is today. */
  readonly effort: number;
  readonly response: number;
}

export function adbudgResponse({ a, b, c, d }: Adbudg, effort: number): number {
  const power = Math.max(0, effort) ** c;
  return b + (a - b) * (Number.isFinite(power) ? power / (d + power) : 1);
}

/**
 * Least squares through what people expect at several efforts. For a given shape (c, and the effort h that brings half of it,
 * d = h^c) levels are a straight-line fit, so only two numbers are sought, by a grid that is refined. `squaredError` is the
 * sum of squares.
 * @throws RangeError with fewer than four different efforts: four numbers are fitted.
 */
export function fitAdbudg(points: readonly EffortPoint[]): Adbudg & { readonly squaredError: number } {
  const efforts = new Set(points.map(({ effort }) => effort));
  if (efforts.size < 4) throw invalid("points", efforts.size, "at least 4 different efforts");
  const most = Math.max(...efforts);
  let best = levels(points, 1, most / 2);
  let shape = { logC: 0, logH: Math.log(most / 2), reach: 2.5 };
  while (shape.reach > 1e-9) {
    const { logC, logH, reach } = shape;
    let found = { logC, logH };
    for (let i = -6; i <= 6; i++) {
      for (let j = -6; j <= 6; j++) {
        // Steeper than c = 20 is a step, which says no more than c = 20.
        const c = Math.min(20, Math.max(0.05, Math.exp(logC + (i / 6) * reach)));
        const h = Math.exp(logH + (j / 6) * reach);
        const fit = levels(points, c, h);
        if (fit.squaredError >= best.squaredError) continue;
        best = fit;
        found = { logC: Math.log(c), logH: Math.log(h) };
      }
    }
    const moved = found.logC !== logC || found.logH !== logH;
    shape = { ...found, reach: moved ? reach * 0.9 : reach / 2 };
  }
  return best;
}

/** The straight line through (share of the full response, response) by least squares. */
function levels(points: readonly EffortPoint[], c: number, h: number): Adbudg & { squaredError: number } {
  const d = h ** c;
  const share = points.map(({ effort }) => adbudgResponse({ a: 1, b: 0, c, d }, effort));
  const count = points.length;
  const meanShare = share.reduce((sum, value) => sum + value, 0) / count;
  const mean = points.reduce((sum, { response }) => sum + response, 0) / count;
  let variance = 0;
  let covariance = 0;
  points.forEach(({ response }, index) => {
    variance += (share[index]! - meanShare) ** 2;
    covariance += (share[index]! - meanShare) * (response - mean);
  });
  const slope = variance > 0 ? covariance / variance : 0;
  const b = mean - slope * meanShare;
  const model = { a: b + slope, b, c, d };
  const squaredError = points.reduce(
    (sum, { effort, response }) => sum + (adbudgResponse(model, effort) - response) ** 2,
    0,
  );
  return { ...model, squaredError };
}
