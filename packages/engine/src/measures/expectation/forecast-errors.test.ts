import { describe, expect, it } from "vitest";
import { forecastErrors } from "./forecast-errors.ts";

describe("errors of a forecast", () => {
  it("are those of each customer, rows weighing as many as stand behind them", () => {
    // Three customers: 1 expected 2 bought 0, two expected 1 bought 2.
    const errors = forecastErrors([2, 1], [0, 2], [1, 2]);
    expect(errors.predictedOrders).toBe(4);
    // √((2² + 2 · 1²) ÷ 3) and (2 + 2 · 1) ÷ 3
    expect(errors.rmse).toBeCloseTo(Math.sqrt(2), 12);
    expect(errors.mae).toBeCloseTo(4 / 3, 12);
    // (ln 3² + 2 · (ln 2 − ln 3)²) ÷ 3
    expect(errors.msle).toBeCloseTo((Math.log(3) ** 2 + 2 * Math.log(2 / 3) ** 2) / 3, 12);
    // Expected 4, bought 4.
    expect(errors.biasRatio).toBe(0);
    // Who was expected to buy more bought less, in a straight line.
    expect(errors.correlation).toBeCloseTo(-1, 12);
  });

  it("say nothing about what does not vary or is not there", () => {
    expect(forecastErrors([0.5, 0.2], [0, 0], [1, 1])).toMatchObject({ biasRatio: null, correlation: null });
    expect(forecastErrors([1, 1], [0, 3], [1, 1])).toMatchObject({ biasRatio: -1 / 3, correlation: null });
  });
});
