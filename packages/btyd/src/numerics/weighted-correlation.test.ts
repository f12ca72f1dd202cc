import { expect, it } from "vitest";
import { weightedCorrelation, weightedMean } from "./weighted-correlation.ts";

it("is 1 and −1 on a straight line", () => {
  expect(weightedCorrelation([1, 2, 3], [10, 20, 30], [1, 1, 1])).toBeCloseTo(1, 15);
  expect(weightedCorrelation([1, 2, 3], [30, 20, 10], [1, 1, 1])).toBeCloseTo(-1, 15);
});

it("counts a row as often as its weight says", () => {
  const weighted = weightedCorrelation([1, 2, 4], [1, 5, 2], [2, 1, 3]);
  expect(weighted).toBeCloseTo(
    weightedCorrelation([1, 1, 2, 4, 4, 4], [1, 1, 5, 2, 2, 2], [1, 1, 1, 1, 1, 1]) ?? Number.NaN,
    14,
  );
  // (2·1 + 1·2 + 3·4) / 6
  expect(weightedMean([1, 2, 4], [2, 1, 3])).toBeCloseTo(16 / 6, 15);
});

it("is unknown when a column does not vary", () => {
  expect(weightedCorrelation([2, 2], [1, 5], [1, 1])).toBeNull();
});
