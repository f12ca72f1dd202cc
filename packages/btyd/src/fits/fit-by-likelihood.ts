import type { Minimum, Objective } from "../numerics/minimise-bfgs.ts";
import { minimiseFromStarts } from "../numerics/minimise-from-starts.ts";
import type { FitWarning, ParameterScale, ParameterUncertainty } from "./contract.ts";
import { covarianceAt } from "./covariance.ts";
import { penalised } from "./penalised.ts";

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
 * The way of every fit of this package: search from several starts; where the data are too few, no start converges, or the
 * maximum lies on a ridge, search again with a weak prior (see `penalised`) and say so; then the curvature for standard errors.
 */
export function fitByLikelihood(problem: LikelihoodProblem): LikelihoodFit {
  const { objective, customers, starts, maxIterations } = problem;
  const warnings: FitWarning[] = problem.tooLittle === null ? [] : [problem.tooLittle];
  let used = objective;
  let iterations = 0;
  let best: Minimum | null = null;
  const search = (target: Objective) => {
    const found = minimiseFromStarts(target, starts, Math.max(1, customers), maxIterations);
    iterations += found.iterations;
    return found.best;
  };
  const withPrior = () => {
    used = penalised(objective, starts[0]!, Math.max(1, customers));
    return search(used);
  };

  if (problem.tooLittle !== null) {
    best = withPrior();
  } else {
    best = search(objective);
    if (best === null) {
      warnings.push(notConverged(iterations, "A weak prior was added and the search repeated."));
      best = withPrior();
    } else {
      const flat = (problem.ridges ?? []).filter((ridge) => isFlat(ridge, objective, best!, customers));
      if (flat.length > 0) {
        const values = valuesOf(problem, best.point);
        const fallback = "A weak prior chose among parameters that the data cannot tell apart.";
        for (const ridge of flat) {
          warnings.push({ code: "weaklyIdentified", message: ridge.message(values), fallback });
        }
        best = withPrior() ?? best;
      }
    }
  }
  const converged = best !== null;
  if (!converged && !warnings.some(({ code }) => code === "didNotConverge")) {
    warnings.push(notConverged(iterations, "The parameters are those of the start."));
  }
  const point = best?.point ?? Float64Array.from(starts[0]!);
  const covariance = converged && customers > 0 ? covarianceAt(used, point, customers) : null;
  if (covariance === null && converged) {
    warnings.push({
      code: "uncertaintyUnknown",
      message: "The likelihood is not curved like a maximum here, so that no standard error exists.",
      fallback: null,
    });
  }
  return {
    values: valuesOf(problem, point),
    point,
    value: objective(point, new Float64Array(point.length)),
    ...uncertaintyOf(problem, point, covariance),
    converged,
    iterations,
    warnings,
  };
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
