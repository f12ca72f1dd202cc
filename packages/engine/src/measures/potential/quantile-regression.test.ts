import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkLoss } from "./quantile/check-loss.ts";
import { denseRows } from "./quantile/sparse-rows.ts";
import { quantileRegression, withoutCrossing } from "./quantile-regression.ts";

const engel = readFileSync(new URL("../../../../../fixtures/engel.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",").map(Number) as [income: number, food: number]);
const design = denseRows(engel.map(([income]) => [1, income]));
const food = Float64Array.from(engel, ([, value]) => value);

const at = (tau: number, income: number) => {
  const [intercept, slope] = quantileRegression(design, food, tau).coefficients;
  return intercept! + slope! * income;
};

describe("quantile regression on Engel's 235 households", () => {
  it("finds the published median line: 81.482247 + 0.56018055 · income", () => {
    expect(engel).toHaveLength(235);
    const { coefficients, loss } = quantileRegression(design, food, 0.5);
    expect(coefficients[0]).toBeCloseTo(81.482247, 6);
    expect(coefficients[1]).toBeCloseTo(0.56018055, 8);
    expect(loss).toBeCloseTo(checkLoss(design, food, 0.5, [81.482247, 0.56018055]), 4);
  });

  it("leaves the share τ of the rows below, up to the rows on the line", () => {
    for (const tau of [0.1, 0.25, 0.5, 0.8, 0.9]) {
      const [intercept, slope] = quantileRegression(design, food, tau).coefficients;
      const residuals = engel.map(([income, value]) => value - intercept! - slope! * income);
      const below = residuals.filter((residual) => residual < -1e-6).length;
      const atMost = residuals.filter((residual) => residual < 1e-6).length;
      expect(below).toBeLessThanOrEqual(tau * 235);
      expect(atMost).toBeGreaterThanOrEqual(tau * 235);
      // A basic solution: as many rows on the line as coefficients.
      expect(atMost - below).toBeGreaterThanOrEqual(2);
    }
  });

  it("keeps higher quantiles above lower ones in every household, by order where lines cross", () => {
    for (const [income] of engel) {
      const [half, high, higher] = withoutCrossing([at(0.5, income), at(0.8, income), at(0.9, income)]);
      expect(half).toBeLessThanOrEqual(high!);
      expect(high).toBeLessThanOrEqual(higher!);
    }
    // 3 and 2 are in the wrong order: exchanged.
    expect(withoutCrossing([1, 3, 2])).toEqual([1, 2, 3]);
  });
});

/** The smallest loss over all solutions through as many rows as columns: one of them is always best. */
function bruteForce(rows: readonly number[][], y: readonly number[], tau: number, weight: readonly number[]) {
  const x = denseRows(rows);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    for (let j = i + 1; j < rows.length; j++) {
      const [a, b] = rows[i] as [number, number];
      const [c, d] = rows[j] as [number, number];
      const determinant = a * d - b * c;
      if (determinant === 0) continue;
      const solution = [(y[i]! * d - b * y[j]!) / determinant, (a * y[j]! - y[i]! * c) / determinant];
      best = Math.min(best, checkLoss(x, y, tau, solution, weight));
    }
  }
  return best;
}

const small = fc.integer({ min: -5, max: 5 });
const problem = fc
  .array(fc.tuple(small, small, fc.integer({ min: 1, max: 4 })), { minLength: 4, maxLength: 12 })
  .filter((rows) => new Set(rows.map(([x]) => x)).size > 1);

describe("quantile regression", () => {
  it("is as good as the best of all lines through two points, ties and weights included", () => {
    fc.assert(
      fc.property(problem, fc.constantFrom(0.2, 0.5, 0.8), (points, tau) => {
        const rows = points.map(([x]) => [1, x]);
        const y = points.map(([, value]) => value);
        const weight = points.map(([, , value]) => value);
        const fit = quantileRegression(denseRows(rows), Float64Array.from(y), tau, Float64Array.from(weight));
        expect(fit.loss).toBeCloseTo(bruteForce(rows, y, tau, weight), 7);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("cannot be improved by moving a coefficient", () => {
    const move = fc.tuple(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(problem, move, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (points, [a, b], tau) => {
        const x = denseRows(points.map(([value]) => [1, value]));
        const y = Float64Array.from(points, ([, value]) => value);
        const { coefficients, loss } = quantileRegression(x, y, tau);
        const moved = checkLoss(x, y, tau, [coefficients[0]! + a, coefficients[1]! + b]);
        expect(loss).toBeLessThanOrEqual(moved + 1e-9);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it("gives the quantile of the values where there is nothing but a constant", () => {
    // Of 1 … 9 the 0.8 quantile is 8: seven values (78 %) lie below, eight (89 %) at or below.
    const y = Float64Array.from([5, 1, 9, 3, 7, 2, 8, 6, 4]);
    const { coefficients } = quantileRegression(denseRows(Array.from(y, () => [1])), y, 0.8);
    expect(coefficients[0]).toBeCloseTo(8, 9);
  });

  it("drops an empty dummy and one that the others determine, and loses nothing", () => {
    // Columns: constant, branch A, branch B (= constant − A), nobody's branch.
    const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((_, i) => [1, i % 2, 1 - (i % 2), 0]);
    const y = Float64Array.from([10, 20, 11, 21, 12, 22, 13, 23]);
    const fit = quantileRegression(denseRows(rows), y, 0.4);
    expect(fit.dropped).toEqual([2, 3]);
    expect([fit.coefficients[2], fit.coefficients[3]]).toEqual([0, 0]);
    // 0.4 quantile of 10 … 13 is 11, of 20 … 23 it is 21.
    expect(fit.coefficients[0]).toBeCloseTo(11, 9);
    expect(fit.coefficients[0]! + fit.coefficients[1]!).toBeCloseTo(21, 9);
  });

  it("counts a weight of three like three equal rows", () => {
    const y = Float64Array.from([1, 2, 5, 9, 4]);
    const x = denseRows([0, 1, 2, 3, 4].map((value) => [1, value]));
    const thrice = denseRows([0, 1, 2, 2, 2, 3, 4].map((value) => [1, value]));
    const weighted = quantileRegression(x, y, 0.7, Float64Array.from([1, 1, 3, 1, 1]));
    const repeated = quantileRegression(thrice, Float64Array.from([1, 2, 5, 5, 5, 9, 4]), 0.7);
    expect(weighted.loss).toBeCloseTo(repeated.loss, 9);
  });

  it("fits twenty thousand rows with forty columns", () => {
    let state = 5;
    const random = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const rows = Array.from({ length: 20_000 }, () => {
      const dummies = new Array<number>(36).fill(0);
      dummies[Math.floor(random() * 36)] = 1;
      return [1, random(), random() * 3, random() ** 2, ...dummies];
    });
    const y = Float64Array.from(rows, (row) => 2 + row[1]! - row[2]! + row[10]! + random() + random());
    const fit = quantileRegression(denseRows(rows), y, 0.8);
    // The sum of two uniform numbers is below 2 − √0.4 = 1.3675 with probability 0.8.
    expect(fit.coefficients[0]! + fit.coefficients[39]!).toBeCloseTo(3.3675, 1);
    expect(fit.coefficients[1]).toBeCloseTo(1, 1);
    expect(fit.coefficients[2]).toBeCloseTo(-1, 1);
    expect(fit.dropped).toEqual([39]);
  });
});
