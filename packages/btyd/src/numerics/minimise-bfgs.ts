/** Returns the value at `point` and writes the gradient into `gradient`. May return a non-finite value. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface BfgsOptions {
  /** Converged when no gradient component is larger in absolute value. */
  readonly gradientTolerance: number;
  readonly maxIterations: number;
  /** Inverse Hessian at the start by rows, where it is known about; it saves the steps that would learn it. */
  readonly inverseHessian?: Float64Array | undefined;
}

export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  /** Largest absolute gradient component at `point`. */
  readonly steepness: number;
  readonly iterations: number;
}

const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE = 0.9;
/** A smaller relative decrease is rounding of the value itself. */
const SMALLEST_DECREASE = 1e-14;
const MAX_LINE_STEPS = 40;
const LONGEST_FIRST_STEP = 1;

/**
 * Minimises a smooth function of a few variables by BFGS (Nocedal & Wright, Numerical Optimization, ch. 6) with
 * a bisection line search for the weak Wolfe conditions. A non-finite value counts as "too far".
 *
 * Stops early when no better point can be found in floating point; the caller judges `steepness`.
 * Meant for up to about ten variables: it keeps the dense inverse Hessian.
 */
export function minimiseBfgs(objective: Objective, start: ArrayLike<number>, options: BfgsOptions): Minimum {
  const size = start.length;
  let point = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  let inverseHessian = options.inverseHessian?.slice() ?? scaledIdentity(size, 1);
  let hasCurvature = options.inverseHessian !== undefined;
  let iterations = 0;

  while (iterations < options.maxIterations && largest(gradient) > options.gradientTolerance) {
    let direction = descent(inverseHessian, gradient);
    if (!(dot(direction, gradient) < 0)) {
      inverseHessian = scaledIdentity(size, 1);
      hasCurvature = false;
      direction = descent(inverseHessian, gradient);
    }
    if (!hasCurvature) scale(direction, Math.min(1, LONGEST_FIRST_STEP / largest(direction)));

    const next = searchLine(objective, point, value, gradient, direction);
    if (next === null) break;
    iterations += 1;

    const step = difference(next.point, point);
    const gradientChange = difference(next.gradient, gradient);
    const curvature = dot(step, gradientChange);
    if (curvature > 0) {
      if (!hasCurvature)
        inverseHessian = scaledIdentity(size, curvature / dot(gradientChange, gradientChange));
      hasCurvature = true;
      update(inverseHessian, step, gradientChange, curvature);
    }
    const isRounding = value - next.value <= SMALLEST_DECREASE * Math.abs(value);
    ({ point, gradient, value } = next);
    if (isRounding) break;
  }
  return { point, value, steepness: largest(gradient), iterations };
}

interface Trial {
  readonly point: Float64Array<ArrayBuffer>;
  readonly gradient: Float64Array<ArrayBuffer>;
  readonly value: number;
}

/** A point along `direction` with the weak Wolfe conditions, else the best decrease seen, else null. */
function searchLine(
  objective: Objective,
  point: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
): Trial | null {
  const slope = dot(gradient, direction);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let length = 1;
  let best: Trial | null = null;
  for (let step = 0; step < MAX_LINE_STEPS; step++) {
    const trialPoint = point.map((x, i) => x + length * direction[i]!);
    const trialGradient = new Float64Array(point.length);
    const trialValue = objective(trialPoint, trialGradient);
    if (!(trialValue <= value + SUFFICIENT_DECREASE * length * slope)) {
      high = length;
    } else {
      best = { point: trialPoint, gradient: trialGradient, value: trialValue };
      if (dot(trialGradient, direction) >= CURVATURE * slope) return best;
      low = length;
    }
    length = Number.isFinite(high) ? (low + high) / 2 : 2 * low;
  }
  return best;
}

/** Sherman-Morrison form of the BFGS update, in place. */
function update(inverse: Float64Array, step: Float64Array, change: Float64Array, curvature: number): void {
  const size = step.length;
  const product = multiply(inverse, change);
  const factor = (1 + dot(change, product) / curvature) / curvature;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      inverse[i * size + j]! +=
        factor * step[i]! * step[j]! - (product[i]! * step[j]! + step[i]! * product[j]!) / curvature;
    }
  }
}

function descent(inverse: Float64Array, gradient: Float64Array): Float64Array {
  const direction = multiply(inverse, gradient);
  scale(direction, -1);
  return direction;
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) result[i]! += matrix[i * size + j]! * vector[j]!;
  }
  return result;
}

function scaledIdentity(size: number, diagonal: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = diagonal;
  return matrix;
}

function scale(vector: Float64Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
}

function difference(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((x, i) => x - right[i]!);
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!;
  return sum;
}

function largest(vector: Float64Array): number {
  let size = 0;
  for (const x of vector) size = Math.max(size, Math.abs(x));
  return size;
}
