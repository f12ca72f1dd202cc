import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";

describe("normalQuantile", () => {
  it.each([
    // Tables of the standard normal distribution.
    [0.5, 0],
    [0.8, 0.8416212336],
    [0.95, 1.644853627],
    [0.975, 1.9599639845],
    [0.999, 3.0902323062],
    [0.01, -2.326347874],
  ])("%f → %f", (probability, z) => {
    expect(normalQuantile(probability)).toBeCloseTo(z, 7);
  });

  it("refuses certainty and impossibility", () => {
    for (const probability of [0, 1, Number.NaN, 1.2]) {
      expect(() => normalQuantile(probability)).toThrow(/between 0 and 1/);
    }
  });
});
