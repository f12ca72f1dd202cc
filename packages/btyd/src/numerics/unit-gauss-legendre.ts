import { gaussLegendre, type Quadrature } from "./gauss-legendre.ts";

/** The Gauss-Legendre rule with `size` nodes on 0 … 1: nodes ascend, weights add up to 1. */
export function unitGaussLegendre(size: number): Quadrature {
  const { nodes, weights } = gaussLegendre(size);
  return {
    nodes: nodes.map((node) => (1 + node) / 2).sort(),
    weights: weights.map((weight) => weight / 2),
  };
}
