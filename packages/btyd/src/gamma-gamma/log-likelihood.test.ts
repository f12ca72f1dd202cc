import gammaln from "@stdlib/math-base-special-gammaln";
import { expect, it } from "vitest";
import { gammaGammaLogLikelihoodOf } from "./log-likelihood.ts";

it("is the density of BTYD for three purchases of 35 at p 6, q 4, v 16", () => {
  const density = Math.exp(gammaGammaLogLikelihoodOf({ p: 6, q: 4, v: 16 }, 3, 35));
  // BTYD 2.4.3, spend.marginal.likelihood
  expect(Math.abs(density / 0.016280407 - 1)).toBeLessThan(1e-7);
});

it("is the formula of note 025 in its printed form", () => {
  const [p, q, v, x, m] = [6.25, 3.74, 15.44, 4, 22.35];
  const printed =
    gammaln(p * x + q) -
    gammaln(p * x) -
    gammaln(q) +
    q * Math.log(v) +
    (p * x - 1) * Math.log(m) +
    p * x * Math.log(x) -
    (p * x + q) * Math.log(v + x * m);
  expect(gammaGammaLogLikelihoodOf({ p, q, v }, x, m)).toBeCloseTo(printed, 12);
});

it.each([
  { p: 6.25, q: 3.74, v: 15.44, x: 2, m: 22.35 },
  { p: 0.7, q: 1.4, v: 90, x: 5, m: 12 },
  { p: 3, q: 0.6, v: 10, x: 1, m: 400 },
])("is the mixture of gamma densities over the customers, integrated by hand: %o", ({ p, q, v, x, m }) => {
  // m | ν ~ Gamma(p·x, ν·x), ν ~ Gamma(q, v); over y = ln ν, by the trapezoidal rule.
  const step = 0.005;
  let sum = 0;
  for (let y = -40; y <= 15; y += step) {
    const nu = Math.exp(y);
    const lnValue = p * x * Math.log(nu * x) + (p * x - 1) * Math.log(m) - nu * x * m - gammaln(p * x);
    const lnCustomer = q * Math.log(v) + (q - 1) * y - v * nu - gammaln(q);
    sum += step * Math.exp(lnValue + lnCustomer + y);
  }
  const density = Math.exp(gammaGammaLogLikelihoodOf({ p, q, v }, x, m));
  expect(Math.abs(density / sum - 1)).toBeLessThan(1e-9);
});

it("integrates to one over all mean values", () => {
  const params = { p: 6.25, q: 3.74, v: 15.44 };
  const step = 0.005;
  let sum = 0;
  for (let y = -25; y <= 25; y += step) {
    sum += step * Math.exp(gammaGammaLogLikelihoodOf(params, 3, Math.exp(y)) + y);
  }
  expect(sum).toBeCloseTo(1, 10);
});

it("has nothing to read without a purchase or with a value of zero and below", () => {
  const params = { p: 6, q: 4, v: 16 };
  expect(gammaGammaLogLikelihoodOf(params, 0, Number.NaN)).toBe(0);
  expect(gammaGammaLogLikelihoodOf(params, 2, 0)).toBe(0);
  expect(gammaGammaLogLikelihoodOf(params, 2, -3)).toBe(0);
});
