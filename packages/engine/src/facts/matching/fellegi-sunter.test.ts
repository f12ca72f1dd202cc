import { describe, expect, it } from "vitest";
import { estimateByEm } from "./estimate-by-em.ts";
import {
  lambdaFromBlockedOdds,
  lambdaFromRules,
  levelWeightBits,
  priorWeightBits,
  probabilityOfWeight,
  termAdjustedBayesFactor,
  termAdjustmentBits,
} from "./fellegi-sunter.ts";
import { patternWeightBits } from "./match-model.ts";
import { seededPatterns } from "./seeded-patterns.fixture.ts";

describe("weights", () => {
  it("adds prior and levels in bits", () => {
    const model = { lambda: 0.2, fields: [{ m: [0.8, 0.2], u: [0.1, 0.9] }] };
    // odds .2/.8 = 1/4 → −2 bits; .8/.1 = 8 → 3 bits; sum 1 bit → 2/(1+2)
    expect(patternWeightBits(model, [0])).toBeCloseTo(1, 12);
    expect(probabilityOfWeight(1)).toBeCloseTo(2 / 3, 12);
    expect(patternWeightBits(model, [null])).toBeCloseTo(-2, 12);
  });

  it("stays finite at the extremes: five fields of .999/1e-300 give exactly 1", () => {
    const bits = 5 * levelWeightBits(0.999, 1e-300) + priorWeightBits(0.0001);
    expect(Number.isFinite(bits)).toBe(true);
    expect(probabilityOfWeight(bits)).toBe(1);
    expect(probabilityOfWeight(Number.POSITIVE_INFINITY)).toBe(1);
    expect(probabilityOfWeight(-5000)).toBeCloseTo(0, 12);
    expect(Number.isFinite(levelWeightBits(0, 1))).toBe(true);
    expect(Number.isFinite(priorWeightBits(0))).toBe(true);
  });

  it("replaces u by the frequency of the value", () => {
    // m 1, u .2: 5 on average; 1/.8, 1/.16 and 1/.04 for values of 80, 16 and 4 %
    expect(termAdjustedBayesFactor(1, 0.2, 0.8)).toBeCloseTo(50 / 40, 12);
    expect(termAdjustedBayesFactor(1, 0.2, 0.16)).toBeCloseTo(50 / 8, 12);
    expect(termAdjustedBayesFactor(1, 0.2, 0.04)).toBeCloseTo(50 / 2, 12);
    expect(termAdjustmentBits(0.2, 0.05)).toBeCloseTo(2, 12);
    expect(termAdjustmentBits(0.2, 1e-12)).toBe(4);
  });
});

describe("lambda", () => {
  it("divides out what blocking has already used", () => {
    expect(lambdaFromBlockedOdds(0.588699831556479, [1.6321361225311535])).toBeCloseTo(
      0.46722294374907014,
      12,
    );
    expect(lambdaFromBlockedOdds(0.5876227881218818, [71.435024344641, 8.378038065716774])).toBeCloseTo(
      0.0023752954691593103,
      12,
    );
  });

  it("follows from deterministic rules and their recall", () => {
    // 6 records make 15 pairs, 19 make 171
    expect(lambdaFromRules(4, 6, 1)).toBeCloseTo(4 / 15, 12);
    expect(lambdaFromRules(4, 6, 0.9)).toBeCloseTo(4 / 15 / 0.9, 12);
    expect(lambdaFromRules(3, 6, 1)).toBeCloseTo(3 / 15, 12);
    expect(lambdaFromRules(10, 19, 1)).toBeCloseTo(10 / 171, 12);
    expect(lambdaFromRules(3, 1, 1)).toBe(0);
    expect(lambdaFromRules(30, 6, 0.5)).toBe(1);
  });
});

describe("expectation maximisation", () => {
  it("recovers lambda .5, m .7/.3 and u .1/.9 within .01", () => {
    const start = {
      lambda: 0.3,
      fields: Array.from({ length: 4 }, () => ({ m: [0.6, 0.4], u: [0.3, 0.7] })),
    };
    const { model, converged } = estimateByEm({
      patterns: seededPatterns(),
      start,
      tolerance: 1e-8,
      maxIterations: 5000,
    });
    expect(converged).toBe(true);
    expect(Math.abs(model.lambda - 0.5)).toBeLessThan(0.01);
    for (const field of model.fields) {
      expect(Math.abs((field.m[0] ?? 0) - 0.7)).toBeLessThan(0.01);
      expect(Math.abs((field.u[0] ?? 0) - 0.1)).toBeLessThan(0.01);
      expect((field.m[0] ?? 0) + (field.m[1] ?? 0)).toBeCloseTo(1, 12);
    }
  });

  it("does not depend on the order of the patterns and ends where it starts without data", () => {
    const start = {
      lambda: 0.3,
      fields: Array.from({ length: 4 }, () => ({ m: [0.6, 0.4], u: [0.3, 0.7] })),
    };
    const patterns = seededPatterns();
    const forward = estimateByEm({ patterns, start }).model.lambda;
    expect(estimateByEm({ patterns: [...patterns].reverse(), start }).model.lambda).toBeCloseTo(forward, 9);
    expect(estimateByEm({ patterns: [], start }).model).toEqual(start);
  });
});
