import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compressHistories } from "../histories/compress-histories.ts";
import { bgNbdLogLikelihood, bgNbdLogLikelihoodOfCustomer } from "./log-likelihood.ts";
import { bgNbdObjective } from "./objective.ts";

const PARAMS = { r: 0.25, alpha: 4, a: 0.8, b: 2.5 };

describe("of one customer", () => {
  it("has the values of Hardie's note 027", () => {
    const once = bgNbdLogLikelihoodOfCustomer(PARAMS, { frequency: 0, recency: 0, age: 40 });
    expect(once).toBeCloseTo(-0.5994738182, 9);
    const often = bgNbdLogLikelihoodOfCustomer(PARAMS, { frequency: 200, recency: 38, age: 40 });
    expect(often).toBeCloseTo(100.7956930927, 7);
  });

  it("is 0 for somebody who has only just bought", () => {
    expect(bgNbdLogLikelihoodOfCustomer(PARAMS, { frequency: 0, recency: 0, age: 0 })).toBeCloseTo(0, 15);
  });

  it("is a density: one repeat at any time, or none, has probability 1 while a second is impossible", () => {
    // With b → 0 everybody leaves at the first repeat: ∫ L(1, t, T) dt + L(0, 0, T) = 1.
    const params = { r: 0.6, alpha: 3, a: 2, b: 1e-9 };
    const age = 10;
    const steps = 2000;
    let sum = Math.exp(bgNbdLogLikelihoodOfCustomer(params, { frequency: 0, recency: 0, age }));
    for (let i = 0; i < steps; i++) {
      const recency = ((i + 0.5) * age) / steps;
      const history = { frequency: 1, recency, age };
      sum += (Math.exp(bgNbdLogLikelihoodOfCustomer(params, history)) * age) / steps;
    }
    expect(sum).toBeCloseTo(1, 5);
  });

  it("throws for a history that cannot be", () => {
    const history = { frequency: 2, recency: 41, age: 40 };
    expect(() => bgNbdLogLikelihoodOfCustomer(PARAMS, history)).toThrow(
      "recency is 41; expected above 0 and at most the age 40",
    );
    expect(() => bgNbdLogLikelihoodOfCustomer({ ...PARAMS, b: 0 }, history)).toThrow(
      "BG/NBD parameter b is 0; expected a finite number > 0",
    );
  });
});

describe("the tabulated spelling", () => {
  const histories = compressHistories({
    frequency: [0, 0, 1, 1, 3, 12, 200, 3],
    recency: [0, 0, 2, 9, 20, 29, 38, 20],
    age: [12, 40, 30, 30, 30, 30, 40, 30],
    weight: [5, 1, 2, 1, 1, 1.5, 1, 1],
  });
  const objective = bgNbdObjective(histories);
  const logParam = fc.double({ min: Math.log(0.02), max: Math.log(50), noNaN: true });
  const point = fc.tuple(logParam, logParam, logParam, logParam);

  it("equals the plain one", () => {
    fc.assert(
      fc.property(point, (logs) => {
        const [r, alpha, a, b] = logs.map(Math.exp) as [number, number, number, number];
        const customers = histories.weight.reduce((sum, w) => sum + w, 0);
        const plain = -bgNbdLogLikelihood({ r, alpha, a, b }, histories) / customers;
        const tabulated = objective(Float64Array.from(logs), new Float64Array(4));
        expect(Math.abs(tabulated - plain)).toBeLessThan(1e-10 * (1 + Math.abs(plain)));
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
