import { normalQuantile } from "../numerics/normal-quantile.ts";
import { randomStream } from "../numerics/random-stream.ts";
import { outOfRange } from "../out-of-range.ts";
import type { ModelFit, ParameterUncertainty } from "./contract.ts";
import { choleskyLower } from "./covariance.ts";

export interface QuantityIntervalOptions {
  /** Nominal coverage, above 0 and below 1. Default 0.9. */
  readonly level?: number;
  /**
   * `delta` (default): normal approximation around the fit, one gradient. `draws`: quantiles of the quantity over parameters
   * drawn around the fit; slower, better where the quantity bends strongly.
   */
  readonly method?: "delta" | "draws";
  /**
   * Where the quantity lives, so that the interval stays there: `positive` (default; normal in the logarithm), `probability`
   * (normal in the log odds), `real`. Of no effect on `draws`.
   */
  readonly range?: "positive" | "probability" | "real";
  /** Seed of the draws, an integer; default 1. The same seed gives the same interval. */
  readonly seed?: number;
  /** Number of draws, at least 20. Default 1000. */
  readonly draws?: number;
}

/** A quantity of a fitted model with the uncertainty that comes from its parameters alone. */
export interface QuantityInterval {
  /** The quantity at the fitted parameters. */
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

const STEP = 1e-5;

/**
 * Interval for anything that follows from the parameters of a fit: an expectation of one customer, the total of a base, a
 * survival. It holds the uncertainty of the parameters, not the chance in what the customer does (see `transactionInterval`).
 *
 * @param quantity deterministic function of the parameters
 * @returns null where the fit has no uncertainty (see its warnings)
 * @throws RangeError when an option is out of range.
 */
export function quantityInterval<Params>(
  fit: ModelFit<string, Params>,
  quantity: (params: Params) => number,
  options: QuantityIntervalOptions = {},
): QuantityInterval | null {
  const { level = 0.9, method = "delta", range = "positive", seed = 1, draws = 1000 } = options;
  if (!(level > 0 && level < 1)) throw outOfRange("level", level, "a number above 0 and below 1");
  if (!(Number.isInteger(draws) && draws >= 20)) throw outOfRange("draws", draws, "an integer from 20");
  if (fit.uncertainty === null) return null;
  const uncertainty = fit.uncertainty;
  const at = (point: readonly number[]) => quantity(paramsAt(fit.params, uncertainty, point));
  const estimate = quantity(fit.params);
  if (method === "draws") return { estimate, ...quantilesOfDraws(uncertainty, at, level, seed, draws) };

  const { to, from } = TRANSFORMS[range];
  const centre = to(estimate);
  if (!Number.isFinite(centre)) return { estimate, low: estimate, high: estimate };
  const gradient = uncertainty.point.map((_, i) => {
    const moved = (sign: number) => uncertainty.point.map((x, j) => (i === j ? x + sign * STEP : x));
    return (to(at(moved(1))) - to(at(moved(-1)))) / (2 * STEP);
  });
  const size = gradient.length;
  let variance = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      variance += gradient[i]! * uncertainty.covariance[i * size + j]! * gradient[j]!;
    }
  }
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(Math.max(0, variance));
  return { estimate, low: from(centre - half), high: from(centre + half) };
}

const TRANSFORMS = {
  real: { to: (y: number) => y, from: (y: number) => y },
  positive: { to: Math.log, from: Math.exp },
  probability: { to: (y: number) => Math.log(y / (1 - y)), from: (y: number) => 1 / (1 + Math.exp(-y)) },
} as const;

function quantilesOfDraws(
  { point, covariance }: ParameterUncertainty,
  at: (point: readonly number[]) => number,
  level: number,
  seed: number,
  draws: number,
): { low: number; high: number } {
  const size = point.length;
  // A covariance is the inverse of a definite matrix: any pivot above 0 is one, however strongly parameters go together.
  const lower = choleskyLower(covariance, size, 0) ?? diagonalDeviations(covariance, size);
  const next = randomStream(seed);
  const found = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const normal = Array.from({ length: size }, () => normalQuantile(next()));
    found[draw] = at(
      point.map((x, i) => {
        let moved = x;
        for (let j = 0; j <= i; j++) moved += lower[i * size + j]! * normal[j]!;
        return moved;
      }),
    );
  }
  found.sort();
  const quantile = (share: number) => {
    const position = share * (draws - 1);
    const below = Math.floor(position);
    const above = Math.min(draws - 1, below + 1);
    return found[below]! + (position - below) * (found[above]! - found[below]!);
  };
  return { low: quantile((1 - level) / 2), high: quantile((1 + level) / 2) };
}

/** Independent draws: the fallback where rounding has made the smallest pivot negative. */
function diagonalDeviations(covariance: readonly number[], size: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) lower[i * (size + 1)] = Math.sqrt(covariance[i * (size + 1)]!);
  return lower;
}

/** The fitted parameters with those that were searched moved to `point`. */
function paramsAt<Params>(
  fitted: Params,
  { names, scales }: ParameterUncertainty,
  point: readonly number[],
): Params {
  const params: Record<string, unknown> = { ...(fitted as object) };
  for (const [i, name] of names.entries()) {
    const value = scales[i] === "ln" ? Math.exp(point[i]!) : point[i]!;
    const dot = name.indexOf(".");
    if (dot < 0) {
      params[name] = value;
    } else {
      const record = name.slice(0, dot);
      params[record] = { ...(params[record] as object), [name.slice(dot + 1)]: value };
    }
  }
  return params as Params;
}
