import fc from "fast-check";
import { expect, it } from "vitest";
import {
  expectedAverageValue,
  expectedAverageValues,
  populationMeanValue,
  populationStandardDeviation,
} from "./predict.ts";

const BTYD = { p: 6.2493492, q: 3.7442563, v: 15.4443067 };

it("has the value of BTYD for three purchases of 35", () => {
  expect(expectedAverageValue(BTYD, { count: 3, meanValue: 35 })).toBeCloseTo(35.02177, 4);
});

it("is the mean over all customers for somebody without a purchase", () => {
  // p·v / (q − 1)
  const mean = (6.2493492 * 15.4443067) / 2.7442563;
  expect(expectedAverageValue(BTYD, { count: 0, meanValue: 0 })).toBeCloseTo(mean, 12);
  expect(populationMeanValue(BTYD)).toBeCloseTo(mean, 12);
  expect(populationStandardDeviation(BTYD)).toBeCloseTo(mean / Math.sqrt(1.7442563), 12);
});

it("does not read credits or free deliveries", () => {
  const mean = populationMeanValue(BTYD);
  expect(expectedAverageValue(BTYD, { count: 4, meanValue: 0 })).toBe(mean);
  expect(expectedAverageValue(BTYD, { count: 4, meanValue: -20 })).toBe(mean);
});

it("is unknown where the mean is not finite", () => {
  const heavyTail = { p: 2, q: 0.8, v: 10 };
  expect(populationMeanValue(heavyTail)).toBeNull();
  expect(populationStandardDeviation({ ...heavyTail, q: 1.5 })).toBeNull();
  expect(expectedAverageValue(heavyTail, { count: 1, meanValue: 30 })).not.toBeNull();
  expect([...expectedAverageValues(heavyTail, { count: [0], meanValue: [0] })]).toEqual([Number.NaN]);
});

it("lies between the observed mean and that of all customers, nearer to the observed the more is seen", () => {
  const value = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), value, (count, meanValue) => {
      const all = populationMeanValue(BTYD)!;
      const few = expectedAverageValue(BTYD, { count, meanValue })!;
      const more = expectedAverageValue(BTYD, { count: count + 1, meanValue })!;
      expect(few).toBeGreaterThanOrEqual(Math.min(all, meanValue) * (1 - 1e-12));
      expect(few).toBeLessThanOrEqual(Math.max(all, meanValue) * (1 + 1e-12));
      expect(Math.abs(more - meanValue)).toBeLessThanOrEqual(Math.abs(few - meanValue) + 1e-9 * meanValue);
      expect([...expectedAverageValues(BTYD, { count: [count], meanValue: [meanValue] })]).toEqual([few]);
    }),
    { seed: 25 },
  );
});

it("throws for arguments out of range, naming the row of a table", () => {
  expect(() => expectedAverageValue({ ...BTYD, q: -1 }, { count: 1, meanValue: 5 })).toThrow(
    "Gamma-Gamma parameter q is -1; expected a finite number > 0",
  );
  expect(() => expectedAverageValues(BTYD, { count: [1, -1], meanValue: [5, 5] })).toThrow(
    "count of row 1 is -1; expected an integer ≥ 0",
  );
});
