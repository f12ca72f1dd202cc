import { expect, it } from "vitest";
import { unitGaussLegendre } from "./unit-gauss-legendre.ts";

it("is exact for polynomials up to degree 2·size − 1", () => {
  for (const size of [1, 2, 5, 12, 26]) {
    const { nodes, weights } = unitGaussLegendre(size);
    const degree = 2 * size - 1;
    let sum = 0;
    for (const [i, node] of nodes.entries()) sum += weights[i]! * node ** degree;
    // ∫ x^degree over 0 … 1 = 1 / (degree + 1)
    expect(Math.abs(sum * (degree + 1) - 1)).toBeLessThan(1e-13);
  }
});

it("has ascending nodes inside of 0 … 1 and weights that add up to 1", () => {
  const { nodes, weights } = unitGaussLegendre(9);
  expect([...nodes]).toEqual([...nodes].sort((a, b) => a - b));
  expect(nodes[0]).toBeGreaterThan(0);
  expect(nodes[8]).toBeLessThan(1);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
});
