import { expect, it } from "vitest";
import type { Objective } from "../numerics/minimise-bfgs.ts";
import { choleskyLower, covarianceAt, invertPositiveDefinite } from "./covariance.ts";

/** ½ xᵀ M x with its gradient. */
const quadratic =
  (m: readonly (readonly number[])[]): Objective =>
  (point, gradient) => {
    let value = 0;
    for (const [i, row] of m.entries()) {
      gradient[i] = row.reduce((sum, entry, j) => sum + entry * point[j]!, 0);
      value += (point[i]! * gradient[i]!) / 2;
    }
    return value;
  };

it("is the inverse of the curvature over all customers", () => {
  // The inverse of [[2, 1], [1, 3]] is [[3, −1], [−1, 2]] / 5; ten customers have a tenth of it.
  const found = covarianceAt(
    quadratic([
      [2, 1],
      [1, 3],
    ]),
    Float64Array.of(0.3, -2),
    10,
  )!;
  for (const [i, expected] of [0.06, -0.02, -0.02, 0.04].entries())
    expect(found[i]).toBeCloseTo(expected, 10);
});

it("does not exist on a saddle, on a ridge, or where the objective is not finite", () => {
  const at = Float64Array.of(1, 1);
  const saddle = [
    [1, 0],
    [0, -1],
  ];
  const ridge = [
    [1, 1],
    [1, 1],
  ];
  expect(covarianceAt(quadratic(saddle), at, 5)).toBeNull();
  expect(covarianceAt(quadratic(ridge), at, 5)).toBeNull();
  expect(covarianceAt(quadratic([[Number.NaN]]), Float64Array.of(1), 5)).toBeNull();
});

it("comes from a triangle whose square is the matrix", () => {
  const matrix = Float64Array.of(4, 2, 0.4, 2, 5, 1, 0.4, 1, 3);
  const lower = choleskyLower(matrix, 3)!;
  const inverse = invertPositiveDefinite(matrix, 3)!;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      let square = 0;
      let identity = 0;
      for (let n = 0; n < 3; n++) {
        square += lower[i * 3 + n]! * lower[j * 3 + n]!;
        identity += matrix[i * 3 + n]! * inverse[n * 3 + j]!;
      }
      expect(square).toBeCloseTo(matrix[i * 3 + j]!, 13);
      expect(identity).toBeCloseTo(i === j ? 1 : 0, 13);
    }
  }
});
