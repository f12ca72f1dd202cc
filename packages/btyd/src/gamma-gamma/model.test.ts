import gammainc from "@stdlib/math-base-special-gammainc";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaSample, random } from "../../test/random.ts";
import { gammaGamma } from "./model.ts";

const BTYD = { p: 6.2493492, q: 3.7442563, v: 15.4443067 };
const model = gammaGamma(BTYD);

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

it("expects what BTYD expects after three purchases of 35", () => {
  // Printed with seven digits.
  expectNear(model.expectedMeanValue({ frequency: 3, meanValue: 35 }), 35.02177, 2e-7);
});

it("has the population of the closed forms (pymc-marketing, test_gamma_gamma.py)", () => {
  // p·v / (q − 1)
  const mean = (6.2493492 * 15.4443067) / 2.7442563;
  expectNear(model.populationMean()!, mean, 1e-12);
  expectNear(model.populationStandardDeviation()!, mean / Math.sqrt(1.7442563), 1e-12);
  expectNear(model.expectedMeanValue({ frequency: 0, meanValue: 0 }), mean, 1e-12);
});

it("has a population that drawn customers show", () => {
  const next = random(41);
  const params = { p: 5, q: 6, v: 30 };
  const drawn = Float64Array.from(
    { length: 200_000 },
    () => (params.p * params.v) / gammaSample(next, params.q),
  );
  drawn.sort();
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const squares = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
  const population = gammaGamma(params);
  // Mean 30, standard deviation 15 over 200,000 draws: standard error 0.1 % of the mean.
  expectNear(population.populationMean()!, mean, 0.005);
  expectNear(population.populationMedian(), drawn[100_000]!, 0.005);
  expectNear(population.populationStandardDeviation()!, Math.sqrt(squares), 0.03);
});

it("expects the mean of the customer's own mean value over what is left unknown", () => {
  // ν | data ~ Gamma(p·x + q, v + x·m); E[p / ν] by the trapezoidal rule over y = ln ν.
  const [x, m] = [2, 48];
  const [shape, rate] = [BTYD.p * x + BTYD.q, BTYD.v + x * m];
  let weighted = 0;
  let total = 0;
  for (let y = -20; y <= 10; y += 0.002) {
    const density = Math.exp(shape * y - rate * Math.exp(y) - shape * Math.log(shape / rate) + shape);
    total += density;
    weighted += density * BTYD.p * Math.exp(-y);
  }
  expectNear(model.expectedMeanValue({ frequency: x, meanValue: m }), weighted / total, 1e-9);
});

describe("where values are missing or odd", () => {
  it("expects what all spend of somebody with credits or free deliveries", () => {
    const all = model.populationMean();
    expect(model.expectedMeanValue({ frequency: 4, meanValue: 0 })).toBe(all);
    expect(model.expectedMeanValue({ frequency: 4, meanValue: -20 })).toBe(all);
    expect(model.expectedMeanValue({ frequency: 0, meanValue: Number.NaN })).toBe(all);
  });

  it("expects the median where the mean is infinite or next to it", () => {
    const heavy = gammaGamma({ p: 2, q: 0.8, v: 10 });
    expect(heavy.populationMean()).toBeNull();
    expect(heavy.populationStandardDeviation()).toBeNull();
    expect(gammaGamma({ p: 2, q: 1.5, v: 10 }).populationStandardDeviation()).toBeNull();
    const median = heavy.populationMedian();
    // P(ζ > median) = P(ν < p / median) = 1/2 with ν ~ Gamma(q, v)
    expect(gammainc((10 * 2) / median, 0.8)).toBeCloseTo(0.5, 10);
    expect(heavy.expectedMeanValue({ frequency: 0, meanValue: 0 })).toBe(median);
    // p·1 + q = 2.8 is enough for a mean: 2 · (10 + 30) / 1.8
    expect(heavy.expectedMeanValue({ frequency: 1, meanValue: 30 })).toBeCloseTo(80 / 1.8, 12);
    // A mean of p·v / 0.05 = 20 times the scale stands for nobody.
    const near = gammaGamma({ p: 2, q: 1.05, v: 10 });
    expect(near.populationMean()).toBeCloseTo(400, 9);
    expect(near.expectedMeanValue({ frequency: 0, meanValue: 0 })).toBe(near.populationMedian());
    expect(near.populationMedian()).toBeLessThan(30);
  });
});

it("lies between the observed mean and that of all customers, nearer to the observed the more is seen", () => {
  const value = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), value, (frequency, meanValue) => {
      const all = model.populationMean()!;
      const few = model.expectedMeanValue({ frequency, meanValue });
      const more = model.expectedMeanValue({ frequency: frequency + 1, meanValue });
      expect(few).toBeGreaterThanOrEqual(Math.min(all, meanValue) * (1 - 1e-12));
      expect(few).toBeLessThanOrEqual(Math.max(all, meanValue) * (1 + 1e-12));
      expect(Math.abs(more - meanValue)).toBeLessThanOrEqual(Math.abs(few - meanValue) + 1e-9 * meanValue);
      expect([...model.expectedMeanValueEach({ frequency: [frequency], meanValue: [meanValue] })]).toEqual([
        few,
      ]);
    }),
    { seed: 25 },
  );
});

it("is finite and above zero for every parameter from 1e-3 to 1e4 and every spend", () => {
  const parameter = fc.oneof(
    fc.constant(1),
    fc.double({ min: Math.log(1e-3), max: Math.log(1e4), noNaN: true }).map(Math.exp),
  );
  const money = fc.double({ min: Math.log(1e-6), max: Math.log(1e12), noNaN: true }).map(Math.exp);
  fc.assert(
    fc.property(
      fc.record({ p: parameter, q: parameter, v: parameter }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.oneof(money, fc.constantFrom(0, -1, -1e9)),
      fc.double({ min: 0.001, max: 1000, noNaN: true }),
      (params, frequency, meanValue, scale) => {
        const one = gammaGamma(params);
        const expected = one.expectedMeanValue({ frequency, meanValue });
        expect(expected).toBeGreaterThan(0);
        expect(Number.isFinite(expected)).toBe(true);
        expect(Number.isFinite(one.logLikelihoodOf({ frequency, meanValue }))).toBe(true);
        expect(one.populationMedian()).toBeGreaterThan(0);
        expect(Number.isFinite(one.populationMedian())).toBe(true);
        expect(one.populationMean() ?? 1).toBeGreaterThan(0);
        // Another currency changes the amount and nothing else, up to the largest number.
        const other = gammaGamma({ ...params, v: params.v * scale });
        const scaled = other.expectedMeanValue({ frequency, meanValue: meanValue * scale });
        if (expected < 1e290 && scaled < 1e290) expectNear(scaled, expected * scale, 1e-9);
      },
    ),
    { seed: 26, numRuns: 2000 },
  );
});

it("throws for arguments out of range, naming the row of a table", () => {
  expect(() => gammaGamma({ ...BTYD, q: -1 })).toThrow(
    "Gamma-Gamma parameter q is -1; expected a finite number > 0",
  );
  expect(() => model.expectedMeanValue({ frequency: 1.5, meanValue: 5 })).toThrow(
    "frequency is 1.5; expected an integer ≥ 0",
  );
  expect(() => model.expectedMeanValueEach({ frequency: [1, -1], meanValue: [5, 5] })).toThrow(
    "frequency of row 1 is -1; expected an integer ≥ 0",
  );
  expect(() => model.logLikelihood({ frequency: [1, 1], meanValue: [5, 5], weight: [1, 0] })).toThrow(
    "weight of row 1 is 0; expected a finite number > 0",
  );
});
