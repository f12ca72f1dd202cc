import { describe, expect, it } from "vitest";
import { adbudgResponse, fitAdbudg } from "./adbudg.ts";

describe("ADBUDG", () => {
  it("fits the published data of Crawford Labs with a sum of squares below 9e-4", () => {
    const efforts = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];
    const sales = [0.5, 0.53, 0.55, 0.75, 1, 1.2, 1.27, 1.32, 1.35];
    const fit = fitAdbudg(efforts.map((effort, index) => ({ effort, response: sales[index]! })));
    expect(fit.squaredError).toBeLessThan(9e-4);
    expect(fit.c).toBeGreaterThan(1);
  });

  it("finds the numbers that made the points", () => {
    const made = { a: 1.4, b: 0.6, c: 2.5, d: 0.8 };
    const points = [0, 0.3, 0.7, 1, 1.6, 2.4].map((effort) => ({
      effort,
      response: adbudgResponse(made, effort),
    }));
    const fit = fitAdbudg(points);
    expect(fit.a).toBeCloseTo(1.4, 4);
    expect(fit.b).toBeCloseTo(0.6, 4);
    expect(fit.c).toBeCloseTo(2.5, 3);
    expect(fit.d).toBeCloseTo(0.8, 3);
  });

  it("starts at b and reaches half of the way where x^c = d", () => {
    const model = { a: 3, b: 1, c: 2, d: 4 };
    expect(adbudgResponse(model, 0)).toBe(1);
    expect(adbudgResponse(model, 2)).toBe(2);
  });

  it("refuses three answers for four numbers", () => {
    const points = [0, 1, 2].map((effort) => ({ effort, response: effort }));
    expect(() => fitAdbudg(points)).toThrow(/points is 3; expected at least 4/);
  });
});
