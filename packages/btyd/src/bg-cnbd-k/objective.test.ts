import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compressHistories } from "../histories/compress-histories.ts";
import { cnbdLogLikelihood, lnIntervalFactor } from "./log-likelihood.ts";
import { cnbdObjective } from "./objective.ts";

const histories = compressHistories({
  frequency: [0, 0, 1, 1, 3, 12, 200, 3, 0],
  recency: [0, 0, 2, 9, 20, 29, 38, 20, 0],
  age: [12, 40, 30, 9, 30, 30, 40, 30, 0],
  weight: [5, 1, 2, 1, 1, 1.5, 1, 1, 2],
});
const customers = histories.weight.reduce((sum, w) => sum + w, 0);
const logParam = fc.double({ min: Math.log(0.02), max: Math.log(50), noNaN: true });
const point = fc.tuple(logParam, logParam, logParam, logParam);
const VARIANTS = [1, 2, 6].flatMap((k) => [false, true].map((leavesAtFirst) => ({ k, leavesAtFirst })));

describe.each(VARIANTS)("k = $k, leaving at first $leavesAtFirst", (variant) => {
  const objective = cnbdObjective(variant, histories);

  it("equals the plain spelling", () => {
    fc.assert(
      fc.property(point, (logs) => {
        const [r, alpha, a, b] = logs.map(Math.exp) as [number, number, number, number];
        let plain = 0;
        for (const [row, w] of histories.weight.entries()) {
          const [x, t, age] = [histories.frequency[row]!, histories.recency[row]!, histories.age[row]!];
          plain += w * cnbdLogLikelihood(variant, { r, alpha, a, b }, x, t, age, Number.NaN);
          plain -= w * lnIntervalFactor(variant.k, x, t, Number.NaN);
        }
        const tabulated = objective(Float64Array.from(logs), new Float64Array(4));
        expect(Math.abs(tabulated + plain / customers)).toBeLessThan(1e-10 * (1 + Math.abs(tabulated)));
      }),
      { seed: 3 },
    );
  });

  it("has the slope that it claims", () => {
    fc.assert(
      fc.property(point, fc.nat(3), (logs, index) => {
        const gradient = new Float64Array(4);
        objective(Float64Array.from(logs), gradient);
        const at = (shift: number) =>
          objective(
            Float64Array.from(logs, (x, i) => (i === index ? x + shift : x)),
            new Float64Array(4),
          );
        const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
        expect(Math.abs(gradient[index]! - slope)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
      }),
      { seed: 4 },
    );
  });
});

it("keeps the digits of its slope far out on a ridge, where its terms are a million times as large", () => {
  // r = alpha · c: everybody buys at the rate c; the slope along the ridge falls like 1 / r.
  const objective = cnbdObjective({ k: 1, leavesAtFirst: false }, histories);
  const along = (size: number) => {
    const gradient = new Float64Array(4);
    objective(Float64Array.of(Math.log(size), Math.log(10 * size), 0, 1), gradient);
    return gradient[0]! + gradient[1]!;
  };
  expect(Math.abs((along(1e8) / along(1e6)) * 100 - 1)).toBeLessThan(1e-3);
});

it("is 0 for no customers", () => {
  const none = compressHistories({ frequency: [], recency: [], age: [] });
  expect(cnbdObjective({ k: 2, leavesAtFirst: true }, none)(new Float64Array(4), new Float64Array(4))).toBe(
    0,
  );
});
