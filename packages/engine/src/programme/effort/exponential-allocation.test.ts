import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateExponential } from "./exponential-allocation.ts";

describe("allocateExponential", () => {
  it("reproduces the published optimum", () => {
    const responses = [
      { a: 100, b: 0.5 },
      { a: 60, b: 0.3 },
      { a: 40, b: 0.8 },
      { a: 10, b: 1 },
    ];
    const { efforts, value, marginalValue } = allocateExponential(responses, 6);
    const expected = [3.026844, 1.639237, 1.333919, 0];
    for (const [index, effort] of expected.entries()) expect(efforts[index]).toBeCloseTo(effort, 6);
    expect(value).toBeCloseTo(127.532224, 5);
    expect(marginalValue).toBeCloseTo(11.007763, 6);
  });

  it("gives everything to the only one that responds more than the others' first unit", () => {
    // 10·exp(−1·1) = 3.68 > 2: the second one never starts.
    const responses = [
      { a: 10, b: 1 },
      { a: 2, b: 1 },
    ];
    expect(allocateExponential(responses, 1).efforts).toEqual([1, 0]);
  });

  it("sums to the total and nobody can win by an exchange", () => {
    const response = fc.record({
      a: fc.double({ min: 0.1, max: 1000, noNaN: true }),
      b: fc.double({ min: 0.01, max: 5, noNaN: true }),
    });
    const total = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(response, { minLength: 1, maxLength: 6 }), total, (responses, effort) => {
        const { efforts, marginalValue } = allocateExponential(responses, effort);
        expect(efforts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(effort, 6);
        for (const [index, { a, b }] of responses.entries()) {
          const last = a * b * Math.exp(-b * efforts[index]!);
          expect(last).toBeLessThanOrEqual(marginalValue * (1 + 1e-6) + 1e-9);
        }
      }),
      { seed: 6 },
    );
  });

  it("refuses a response that is none", () => {
    expect(() => allocateExponential([{ a: -1, b: 1 }], 1)).toThrow(/response is .*expected a > 0/);
  });
});
