import { expect, it } from "vitest";
import { gaussLegendre } from "./gauss-legendre.ts";

it("integrates polynomials up to twice its size exactly", () => {
  const { nodes, weights } = gaussLegendre(16);
  // ∫ x^30 over (−1, 1) is 2/31.
  const integral = nodes.reduce((sum, x, i) => sum + weights[i]! * x ** 30, 0);
  expect(integral).toBeCloseTo(2 / 31, 14);
});
