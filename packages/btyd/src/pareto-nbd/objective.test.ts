import { expect, it } from "vitest";
import { random } from "../../test/random.ts";
import { simulateParetoNbd } from "../../test/simulate-pareto-nbd.ts";
import { compressHistories } from "../histories/compress-histories.ts";
import { paretoNbdLogLikelihood } from "./log-likelihood.ts";
import { paretoNbdObjective } from "./objective.ts";

const simulated = simulateParetoNbd(
  random(1),
  { r: 0.8, alpha: 5, s: 0.7, beta: 9 },
  400,
  (next) => 5 + 20 * next(),
  0,
);
const inDays = compressHistories({
  frequency: simulated.frequency,
  recency: simulated.recency.map((time) => Math.ceil(time)),
  age: simulated.age.map((time) => Math.ceil(time)),
});
const rows = inDays.weight.length;
/** Two groups; within each rows stay ordered by frequency. */
const half = Math.floor(rows / 2);
const groups = {
  starts: Int32Array.of(0, half, rows),
  transaction: [Float64Array.of(-0.4, 1.1), Float64Array.of(0.2, -0.5)],
  lifetime: [Float64Array.of(0.9, -0.3)],
};
const POINTS = [
  [Math.log(0.8), Math.log(5), Math.log(0.7), Math.log(9), 0.3, -0.2, 0.5],
  [Math.log(2), Math.log(1), Math.log(1), Math.log(40), -1, 0.4, -0.8],
  [Math.log(0.05), Math.log(30), Math.log(6), Math.log(0.5), 0, 0, 0],
];

it.each(POINTS)("has the gradient of its value at %d %d %d %d %d %d %d", (...point) => {
  const objective = paretoNbdObjective(inDays, groups);
  const gradient = new Float64Array(7);
  const scratch = new Float64Array(7);
  objective(Float64Array.from(point), gradient);
  for (const [i, x] of point.entries()) {
    const step = 1e-5;
    const above = objective(Float64Array.from(point.with(i, x + step)), scratch);
    const below = objective(Float64Array.from(point.with(i, x - step)), scratch);
    const expected = (above - below) / (2 * step);
    expect(Math.abs(gradient[i]! - expected)).toBeLessThan(1e-7 * Math.max(1, Math.abs(expected)));
  }
});

it.each(POINTS)("is minus the mean of the plain log-likelihood at %d %d %d %d %d %d %d", (...point) => {
  const [r, alpha, s, beta] = point.slice(0, 4).map(Math.exp) as [number, number, number, number];
  let sum = 0;
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const group = row < half ? 0 : 1;
    const transaction =
      point[4]! * groups.transaction[0]![group]! + point[5]! * groups.transaction[1]![group]!;
    const lifetime = point[6]! * groups.lifetime[0]![group]!;
    const params = { r, alpha: alpha * Math.exp(-transaction), s, beta: beta * Math.exp(-lifetime) };
    const { frequency, recency, age, weight } = inDays;
    sum += weight[row]! * paretoNbdLogLikelihood(params, frequency[row]!, recency[row]!, age[row]!);
    total += weight[row]!;
  }
  const found = paretoNbdObjective(inDays, groups)(Float64Array.from(point), new Float64Array(7));
  expect(found / (-sum / total)).toBeCloseTo(1, 10);
});
