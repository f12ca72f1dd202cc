import type { Minimum, Objective } from "../numerics/minimise-bfgs.ts";
import { minimiseFromStarts, minimiseNear, type NearStart } from "../numerics/minimise-from-starts.ts";
import type { FitWarning, ParameterScale, ParameterUncertainty } from "./contract.ts";
import { covarianceAt } from "./covariance.ts";
import { PRIOR_DEVIATION, penalised } from "./penalised.ts";

/** Log-likelihood that moving along a ridge must cost, else the data do not bear where on it the parameters lie. */
const RIDGE_DROP = 0.5;

/** A direction in which a likelihood may be flat for ever. */
export interface Ridge {
  /** Added to the search coordinates; a doubling of a pair is ln 2 in both places. */
  readonly direction: readonly number[];
  /** The sentence for the user, given the fitted parameters. */
  readonly message: (params: readonly number[]) => string;
}

export interface LikelihoodProblem {
  /** Parameter names in the order of the search coordinates. */
  readonly names: readonly string[];
  readonly scales: readonly ParameterScale[];
  /** Minus the mean log-likelihood per customer, in scaled units, with its gradient. */
  readonly objective: Objective;
  /**
   * A cheap stand-in for the objective of a large table, made of fewer rows: its minimum is where the search of the objective
   * begins. Of no effect on the result.
   */
  readonly pilot?: Objective | undefined;
  /** Search starts; the first is also the centre of the weak prior of the fallback. In scaled units. */
  readonly starts: readonly (readonly number[])[];
  readonly customers: number;
  readonly maxIterations?: number | undefined;
  readonly ridges?: readonly Ridge[];
  /** A reason to add the weak prior from the beginning; null when the data are enough. */
  readonly tooLittle: FitWarning | null;
  /** Turns search coordinates in scaled units into those of the data's units (adds logarithms of scales). */
  readonly toDataUnits: (point: Float64Array) => Float64Array;
}

export interface LikelihoodFit {
  /** Parameters in the data's units and the order of `names`. */
  readonly values: readonly number[];
  /** The same in scaled search coordinates. */
  readonly point: Float64Array;
  /** Minus the mean log-likelihood at `point`, in scaled units, without any prior. */
  readonly value: number;
  readonly standardErrors: Readonly<Record<string, number | null>>;
  readonly uncertainty: ParameterUncertainty | null;
  readonly converged: boolean;
  readonly iterations: number;
  readonly warnings: readonly FitWarning[];
}

/**
 * The way of every fit of this package: search from several starts; where the data are too few, no start converges, the maximum
 * lies on a ridge, or a parameter is known less well than the weak prior would know it, search again with that prior (see
 * `penalised`) and say so; then the curvature for standard errors.
 */
export function fitByLikelihood(problem: LikelihoodProblem): LikelihoodFit {
  const { objective, starts, tooLittle } = problem;
  // A table without customers still has the prior.
  const customers = problem.customers > 0 ? problem.customers : 1;
  const search = searchOf(problem, customers);
  const warnings: FitWarning[] = tooLittle === null ? [] : [tooLittle];
  let found: Found | null = null;
  if (tooLittle === null) {
    const best = search.plain();
    if (best === null) {
      const fallback = "A weak prior was added and the search repeated.";
      warnings.push(notConverged(search.iterations, fallback));
    } else {
      found = { best, target: objective, covariance: covarianceAt(objective, best.point, customers) };
      warnings.push(...ridgeWarnings(problem, found, customers));
    }
  }
  if (warnings.length > 0) {
    const target = penalised(objective, starts[0]!, customers);
    const best = search.of(target);
    if (best !== null) found = { best, target, covariance: covarianceAt(target, best.point, customers) };
  }
  if (found === null) {
    const start = notConverged(search.iterations, "The parameters are those of the start.");
    warnings.splice(0, warnings.length, ...warnings.filter(({ code }) => code !== start.code), start);
  } else if (found.covariance === null) {
    const message = "The likelihood is not curved like a maximum here, so that no standard error exists.";
    warnings.push({ code: "uncertaintyUnknown", message, fallback: null });
  }
  const point = found?.best.point ?? Float64Array.from(starts[0]!);
  return {
    values: valuesOf(problem, point),
    point,
    value: objective(point, new Float64Array(point.length)),
    ...uncertaintyOf(problem, point, found?.covariance ?? null),
    converged: found !== null,
    iterations: search.iterations,
    warnings,
  };
}

/** A maximum of `target`, which is the objective with or without the prior. */
interface Found {
  readonly best: Minimum;
  readonly target: Objective;
  readonly covariance: Float64Array | null;
}

/** Searches of one problem, which count their steps together. */
function searchOf({ objective, pilot, starts, maxIterations }: LikelihoodProblem, customers: number) {
  const counted = {
    iterations: 0,
    of(target: Objective): Minimum | null {
      const { best, iterations } = minimiseFromStarts(target, starts, customers, maxIterations);
      counted.iterations += iterations;
      return best;
    },
    plain(): Minimum | null {
      const near = pilot === undefined ? null : nearStart(pilot);
      if (near === null) return counted.of(objective);
      const { best, iterations } = minimiseNear(objective, near, maxIterations);
      counted.iterations += iterations;
      return best ?? counted.of(objective);
    },
  };
  const nearStart = (cheap: Objective): NearStart | null => {
    const point = counted.of(cheap)?.point;
    const inverseHessian = point === undefined ? null : covarianceAt(cheap, point, 1);
    return point === undefined || inverseHessian === null ? null : { point, inverseHessian };
  };
  return counted;
}

/** The ridges on which a maximum lies, else the parameters that the data do not bound; empty where there are none. */
function ridgeWarnings(problem: LikelihoodProblem, found: Found, customers: number): FitWarning[] {
  const { names, objective } = problem;
  const values = valuesOf(problem, found.best.point);
  const fallback = "A weak prior chose among parameters that the data cannot tell apart.";
  const warn = (message: string): FitWarning => ({ code: "weaklyIdentified", message, fallback });
  const ridges = (problem.ridges ?? []).filter((ridge) => isFlat(ridge, objective, found.best, customers));
  if (ridges.length > 0) return ridges.map(({ message }) => warn(message(values)));
  const { covariance } = found;
  if (covariance === null) {
    const listed = names.map((name, i) => `${name} = ${values[i]!.toPrecision(4)}`).join(", ");
    return [warn(`The likelihood hardly falls around ${listed}.`)];
  }
  return names.flatMap((name, i) => {
    const error = Math.sqrt(covariance[i * names.length + i]!);
    if (problem.scales[i] !== "ln" || error <= PRIOR_DEVIATION) return [];
    const factor = Math.exp(Math.min(error, 100)).toPrecision(2);
    return [warn(`${name} = ${values[i]!.toPrecision(4)} is known up to a factor of ${factor} only.`)];
  });
}

function notConverged(steps: number, fallback: string): FitWarning {
  return { code: "didNotConverge", message: `No maximum of the likelihood after ${steps} steps.`, fallback };
}

function isFlat(ridge: Ridge, objective: Objective, best: Minimum, customers: number): boolean {
  const moved = best.point.map((x, i) => x + ridge.direction[i]!);
  return (objective(moved, new Float64Array(moved.length)) - best.value) * customers < RIDGE_DROP;
}

function valuesOf({ scales, toDataUnits }: LikelihoodProblem, point: Float64Array): number[] {
  return Array.from(toDataUnits(point), (x, i) => (scales[i] === "ln" ? Math.exp(x) : x));
}

function uncertaintyOf(problem: LikelihoodProblem, point: Float64Array, covariance: Float64Array | null) {
  const { names, scales } = problem;
  const values = valuesOf(problem, point);
  const standardErrors: Record<string, number | null> = {};
  for (const [i, name] of names.entries()) {
    const error = covariance === null ? null : Math.sqrt(covariance[i * names.length + i]!);
    // At a maximum the gradient is zero, so that the standard error of exp(x) is exp(x) times that of x.
    standardErrors[name] = error === null ? null : scales[i] === "ln" ? values[i]! * error : error;
  }
  const uncertainty: ParameterUncertainty | null =
    covariance === null
      ? null
      : { names, scales, point: Array.from(problem.toDataUnits(point)), covariance: Array.from(covariance) };
  return { standardErrors, uncertainty };
}
