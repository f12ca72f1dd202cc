import { expect, it } from "vitest";
import { logSumOfProducts } from "./log-sum-of-products.ts";

it("adds terms that grow from one to the next by a ratio", () => {
  // 2 · (1 + 3 + 3·5 + 3·5·7) = 248
  expect(logSumOfProducts(Math.log(2), (i) => 3 + 2 * i, 4)).toBeCloseTo(Math.log(248), 13);
  expect(logSumOfProducts(-5, () => 1, 1)).toBe(-5);
  expect(logSumOfProducts(-5, () => 1, 0)).toBe(Number.NEGATIVE_INFINITY);
});

it("does not overflow when the terms do", () => {
  // 1 + 1e3 + … + 1e3^999 = (1e3^1000 − 1) / (1e3 − 1)
  const expected = 3000 * Math.LN10 - Math.log(999);
  expect(logSumOfProducts(0, () => 1e3, 1000)).toBeCloseTo(expected, 8);
  // 1000! as a last term dwarfs all others but the ones right before it.
  const ratio = (i: number) => i + 1;
  expect(logSumOfProducts(0, ratio, 1001)).toBeCloseTo(5912.128178488163 + Math.log(1 + 1 / 1000), 5);
});
