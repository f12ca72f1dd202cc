import { type Minimum, minimiseBfgs, type Objective } from "./minimise-bfgs.ts";

const DEFAULT_MAX_ITERATIONS = 300;
/** On the mean log-likelihood per customer; about 1e-5 of a standard error on a few thousand customers. */
const GRADIENT_TOLERANCE = 1e-8;
/** A search that stalls in floating point counts as converged up to here. */
const STALLED_GRADIENT_TOLERANCE = 1e-6;
/** Two starts found the same maximum when their log-likelihoods over all customers differ by less. */
const SAME_MAXIMUM = 1e-3;

/** A start near the minimum with the inverse Hessian there, as found on similar data. */
export interface NearStart {
  readonly point: Float64Array;
  readonly inverseHessian: Float64Array;
}

/** Minimises minus a mean log-likelihood from one near start; `best` is null when it did not converge. */
export function minimiseNear(
  objective: Objective,
  { point, inverseHessian }: NearStart,
  maxIterations = DEFAULT_MAX_ITERATIONS,
): { best: Minimum | null; iterations: number } {
  const options = { gradientTolerance: GRADIENT_TOLERANCE, maxIterations, inverseHessian };
  const found = minimiseBfgs(objective, point, options);
  const isMinimum = found.steepness <= STALLED_GRADIENT_TOLERANCE;
  return { best: isMinimum ? found : null, iterations: found.iterations };
}

/**
 * Minimises minus a mean log-likelihood from one start after the other until two agree, so that a local maximum
 * does not pass for the global one. `best` is null when no start converged.
 */
export function minimiseFromStarts(
  objective: Objective,
  starts: readonly ArrayLike<number>[],
  customers: number,
  maxIterations = DEFAULT_MAX_ITERATIONS,
): { best: Minimum | null; iterations: number } {
  let best: Minimum | null = null;
  let iterations = 0;
  for (const start of starts) {
    const found = minimiseBfgs(objective, start, { gradientTolerance: GRADIENT_TOLERANCE, maxIterations });
    iterations += found.iterations;
    if (!(found.steepness <= STALLED_GRADIENT_TOLERANCE)) continue;
    const isAgreed = best !== null && Math.abs(found.value - best.value) * customers < SAME_MAXIMUM;
    if (best === null || found.value < best.value) best = found;
    if (isAgreed) break;
  }
  return { best, iterations };
}
