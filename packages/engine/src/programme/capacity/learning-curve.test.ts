import { describe, expect, it } from "vitest";
import { averageFormTotal, learningExponent, totalFactor, unitFactor } from "./learning-curve.ts";

describe("learning curves", () => {
  it.each([
    [0.7, -0.514573, 0.3058],
    [0.75, -0.415037, 0.3846],
    [0.8, -0.321928, 0.4765],
    [0.85, -0.234465, 0.5828],
    [0.9, -0.152003, 0.7047],
  ])("gives the published exponent and tenth unit at %f", (rate, exponent, tenth) => {
    expect(learningExponent(rate)).toBeCloseTo(exponent, 6);
    expect(unitFactor(rate, 10)).toBeCloseTo(tenth, 4);
  });

  it.each([
    [0.7, 10, 4.9318],
    [0.7, 100, 17.7907],
    [0.75, 10, 5.5886],
    [0.75, 100, 24.1786],
    [0.8, 5, 3.7377],
    [0.8, 10, 6.3154],
    [0.8, 20, 10.4849],
    [0.85, 10, 7.1161],
    [0.85, 100, 43.7539],
    [0.9, 10, 7.9945],
    [0.9, 100, 58.141],
  ])("gives the published total at %f of %i units", (rate, units, total) => {
    expect(totalFactor(rate, units)).toBeCloseTo(total, 4);
  });

  it("gives the published units one to ten at 80 %", () => {
    const published = [1, 0.8, 0.7021, 0.64, 0.5956, 0.5617, 0.5345, 0.512, 0.4929, 0.4765];
    for (const [index, factor] of published.entries()) {
      expect(unitFactor(0.8, index + 1)).toBeCloseTo(factor, 4);
    }
  });

  it("saves 20 % of the average with every doubling in Wright's form", () => {
    expect(averageFormTotal(0.8, 200) / 200 / (averageFormTotal(0.8, 100) / 100)).toBeCloseTo(0.8, 12);
  });

  it("learns nothing at 100 %, and refuses rates above and units below one", () => {
    expect(totalFactor(1, 7)).toBe(7);
    expect(() => unitFactor(1.1, 2)).toThrow(/rate is 1.1; expected 0 < rate ≤ 1/);
    expect(() => unitFactor(0.8, 0)).toThrow(/units is 0/);
  });
});
