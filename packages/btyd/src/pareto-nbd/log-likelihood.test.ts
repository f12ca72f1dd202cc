import gammaln from "@stdlib/math-base-special-gammaln";
import { describe, expect, it } from "vitest";
import { CDNOW_NEEDED, hasCdnow, readCdnowSample, readCdnowSummary } from "../../test/cdnow.ts";
import { paretoNbdLogLikelihood } from "./log-likelihood.ts";
import { paretoNbd } from "./model.ts";

/** As printed by BTYD 2.4.3. */
const BTYD = { r: 0.55339714, alpha: 10.58019854, s: 0.6060625, beta: 11.65622367 };

/**
 * The definition, without any algebra on the mixing: the likelihood of one customer with rates λ and μ,
 * λ^x / (λ + μ) · (μ e^(−(λ+μ) t_x) + λ e^(−(λ+μ) T)), averaged over both gamma distributions on a grid of ln λ and ln μ.
 */
function byMixing(
  { r, alpha, s, beta }: { r: number; alpha: number; s: number; beta: number },
  x: number,
  recency: number,
  age: number,
): number {
  const step = 0.05;
  const grid = (shape: number, rate: number) => {
    const points: { value: number; weight: number }[] = [];
    for (let u = -60 / Math.min(1, shape); u < 12; u += step) {
      const value = Math.exp(u) / rate;
      const weight = step * Math.exp(shape * u - Math.exp(u) - gammaln(shape));
      if (weight > 1e-18) points.push({ value, weight });
    }
    return points;
  };
  const leaving = grid(s, beta);
  let sum = 0;
  for (const { value: rate, weight } of grid(r, alpha)) {
    for (const { value: leave, weight: share } of leaving) {
      const both = rate + leave;
      const left = leave * Math.exp(-both * recency);
      const there = rate * Math.exp(-both * age);
      sum += (weight * share * rate ** x * (left + there)) / both;
    }
  }
  return Math.log(sum);
}

describe("equals the average over the rates of buying and leaving", () => {
  it.each([
    [0.55, 10.58, 0.61, 11.67, 0, 0, 38.86],
    [0.55, 10.58, 0.61, 11.67, 2, 30.43, 38.86],
    [0.55, 10.58, 0.61, 11.67, 26, 30.86, 31],
    [2, 5, 1, 3, 4, 6, 40],
    [1.5, 3, 2.5, 30, 3, 10, 10],
  ])("r %d alpha %d s %d beta %d, x %d t_x %d T %d", (r, alpha, s, beta, x, recency, age) => {
    const params = { r, alpha, s, beta };
    const expected = byMixing(params, x, recency, age);
    expect(Math.abs(paretoNbdLogLikelihood(params, x, recency, age) - expected)).toBeLessThan(1e-8);
  });
});

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  it("is −9594.9762 at the parameters of BTYD", () => {
    expect(paretoNbd(BTYD).logLikelihood(readCdnowSample())).toBeCloseTo(-9594.9762, 4);
  });

  it("is −9595.0 at the published parameters on times rounded to two decimals", () => {
    const published = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
    expect(paretoNbd(published).logLikelihood(readCdnowSummary())).toBeCloseTo(-9595, 1);
  });
});

it("is finite where the peers overflowed (lifetimes test_overflow_error)", () => {
  const model = paretoNbd({ r: 10.465, alpha: 0.00798565, s: 3.0516, beta: 2.82 });
  const found = [
    { frequency: 400, recency: 5, age: 6 },
    { frequency: 500, recency: 1, age: 37 },
    { frequency: 500, recency: 4, age: 37 },
  ].map((customer) => model.logLikelihoodOf(customer));
  for (const value of found) expect(Number.isFinite(value)).toBe(true);
});

it("of a customer on the first day is 0, because nothing has happened", () => {
  expect(paretoNbdLogLikelihood(BTYD, 0, 0, 0)).toBe(0);
});

it("does not read the recency of a customer without a repeat purchase", () => {
  expect(paretoNbdLogLikelihood(BTYD, 0, 7, 30)).toBe(paretoNbdLogLikelihood(BTYD, 0, 0, 30));
});
