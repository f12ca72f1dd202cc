import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateEffort } from "./allocate-effort.ts";
import { concaveEnvelope } from "./concave-envelope.ts";

const levels = (...values: readonly number[]) => values.map((value, effort) => ({ effort, value }));

describe("concaveEnvelope", () => {
  it("leaves out the slow beginning of an S and what effort spoils", () => {
    // Slopes 1, 5, 1, −2: from 0 straight to 2 at 3 each, then 3; the fourth unit does harm.
    expect(concaveEnvelope(levels(0, 1, 6, 7, 5)).map(({ effort }) => effort)).toEqual([0, 2, 3]);
  });
});

describe("allocateEffort", () => {
  it("takes the steepest steps first: 3 units of 10, 8, 5 and 9, 1", () => {
    const found = allocateEffort([levels(0, 10, 18, 23), levels(0, 9, 10)], 3);
    expect(found).toEqual({ efforts: [2, 1], value: 27, marginalValue: 5, bound: 27 });
  });

  it("does not feed the slow beginning of an S with what is too little for it", () => {
    // The S needs 2 units at once (6); 1 unit goes to the other (2), and a divisible world would bring 3.
    const found = allocateEffort([levels(0, 1, 6), levels(0, 2, 3)], 1);
    expect(found).toEqual({ efforts: [0, 1], value: 2, marginalValue: 3, bound: 3 });
  });

  it("says when the least that is promised needs more than there is", () => {
    expect(allocateEffort([[{ effort: 2, value: 1 }]], 1)).toBeNull();
  });

  it("is the best of all divisions for concave responses, and below its bound for any", () => {
    const response = fc.array(fc.integer({ min: -3, max: 20 }), { minLength: 1, maxLength: 4 });
    const any = fc.array(response, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 9 }), fc.boolean(), (steps, total, isConcave) => {
        const responses = steps.map((gains) => {
          const ordered = isConcave ? [...gains].sort((a, b) => b - a) : gains;
          let sum = 0;
          return levels(0, ...ordered.map((gain) => (sum += gain)));
        });
        const best = bestDivision(responses, total);
        const found = allocateEffort(responses, total)!;
        expect(found.bound).toBeGreaterThanOrEqual(best - 1e-9);
        expect(found.value).toBeLessThanOrEqual(best + 1e-9);
        if (isConcave) expect(found.value).toBeCloseTo(best, 9);
      }),
      { seed: 7 },
    );
  });
});

function bestDivision(
  responses: readonly (readonly { effort: number; value: number }[])[],
  total: number,
): number {
  const [first, ...rest] = responses;
  if (first === undefined) return 0;
  const fitting = first.filter(({ effort }) => effort <= total);
  return Math.max(...fitting.map(({ effort, value }) => value + bestDivision(rest, total - effort)));
}
