import { expect, it } from "vitest";
import { random } from "../../test/random.ts";
import { simulateGammaGamma } from "../../test/simulate-gamma-gamma.ts";
import { gammaGammaLogLikelihoodOf } from "./log-likelihood.ts";
import { gammaGammaObjective } from "./objective.ts";
import { usableSpend } from "./usable-spend.ts";

const spend = simulateGammaGamma(random(31), { p: 3, q: 2.5, v: 40 }, 60);
const weight = spend.frequency.map((_, row) => 0.5 + (row % 3));
const usable = usableSpend({ ...spend, weight });

it.each([
  [0.3, 1.2, 3.5],
  [2, 0.1, -1],
  [-1, 3, 4],
])("is minus the mean of the plain likelihood at exp(%d, %d, %d)", (...point) => {
  const [p, q, v] = point.map(Math.exp) as [number, number, number];
  const plain = spend.frequency.reduce(
    (sum, x, row) => sum + weight[row]! * gammaGammaLogLikelihoodOf({ p, q, v }, x, spend.meanValue[row]!),
    0,
  );
  const found = gammaGammaObjective(usable, 1)(Float64Array.from(point), new Float64Array(3));
  expect(Math.abs((found * usable.customers) / -plain - 1)).toBeLessThan(1e-12);
});

it.each([
  [0.3, 1.2, 3.5],
  [2, 0.1, -1],
  [-1, 3, 4],
])("has the gradient of its own differences at (%d, %d, %d)", (...point) => {
  const objective = gammaGammaObjective(usable, usable.geometricMean);
  const gradient = new Float64Array(3);
  objective(Float64Array.from(point), gradient);
  const step = 1e-5;
  for (let i = 0; i < 3; i++) {
    const at = (sign: number) =>
      objective(
        Float64Array.from(point, (x, j) => (i === j ? x + sign * step : x)),
        new Float64Array(3),
      );
    const difference = (at(1) - at(-1)) / (2 * step);
    expect(Math.abs(gradient[i]! - difference)).toBeLessThan(1e-8 * (1 + Math.abs(difference)));
  }
});
