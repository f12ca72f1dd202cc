import { expect, it } from "vitest";
import { lnRisingFactorial } from "./ln-rising-factorial.ts";

it("is the logarithm of the product, on both sides of the change of method", () => {
  expect(lnRisingFactorial(0.5, 0)).toBe(0);
  expect(lnRisingFactorial(1, 5)).toBeCloseTo(Math.log(120), 14);
  for (const count of [31, 32, 33, 40]) {
    let product = 0;
    for (let i = 0; i < count; i++) product += Math.log(0.3 + i);
    expect(Math.abs(lnRisingFactorial(0.3, count) / product - 1)).toBeLessThan(1e-13);
  }
});

it("keeps its digits for a large start, where log-gammas would cancel", () => {
  expect(Math.abs(lnRisingFactorial(1e12, 1) / Math.log(1e12) - 1)).toBeLessThan(1e-15);
});
