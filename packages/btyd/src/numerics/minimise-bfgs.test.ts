import { expect, it } from "vitest";
import { minimiseBfgs, type Objective } from "./minimise-bfgs.ts";
import { minimiseFromStarts } from "./minimise-from-starts.ts";

const OPTIONS = { gradientTolerance: 1e-9, maxIterations: 200 };

const rosenbrock: Objective = (point, gradient) => {
  const x = point[0]!;
  const y = point[1]!;
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
};

/** (x² − 1)² + x/2: a shallow minimum near 1, the deep one near −1. */
const twoValleys: Objective = (point, gradient) => {
  const x = point[0]!;
  gradient[0] = 4 * x * (x * x - 1) + 0.5;
  return (x * x - 1) ** 2 + x / 2;
};

it("follows a curved valley to its end", () => {
  const found = minimiseBfgs(rosenbrock, [-1.2, 1], OPTIONS);
  expect(found.point[0]).toBeCloseTo(1, 6);
  expect(found.point[1]).toBeCloseTo(1, 6);
  expect(found.iterations).toBeLessThan(60);
});

it("takes a value that is not finite as a step too far", () => {
  // x − ln x has its minimum at 1 and is NaN below 0
  const found = minimiseBfgs(
    (point, gradient) => {
      gradient[0] = 1 - 1 / point[0]!;
      return point[0]! - Math.log(point[0]!);
    },
    [0.01],
    OPTIONS,
  );
  expect(found.point[0]).toBeCloseTo(1, 7);
});

it("says by the steepness that it ran out of steps", () => {
  const found = minimiseBfgs(rosenbrock, [-1.2, 1], { ...OPTIONS, maxIterations: 3 });
  expect(found.iterations).toBe(3);
  expect(found.steepness).toBeGreaterThan(0.1);
});

it("returns the start when nothing is better", () => {
  const found = minimiseBfgs(() => Number.NaN, [2, 3], OPTIONS);
  expect([...found.point]).toEqual([2, 3]);
});

it("keeps the deepest of several minima", () => {
  const { best } = minimiseFromStarts(twoValleys, [[1.2], [-1.2], [1.1]], 1000);
  expect(best?.point[0]).toBeLessThan(-1);
});

it("has no minimum when no start converges", () => {
  const slope: Objective = (point, gradient) => {
    gradient[0] = 1;
    return point[0]!;
  };
  expect(minimiseFromStarts(slope, [[0], [5]], 10, 20).best).toBeNull();
});
