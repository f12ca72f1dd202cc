import betaln from "@stdlib/math-base-special-betaln";
import gammaln from "@stdlib/math-base-special-gammaln";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BgNbdParams, CnbdVariant } from "./contract.ts";
import { cnbdLogLikelihood } from "./log-likelihood.ts";
import { bgNbd, mbgNbd } from "./model.ts";

const NOTE_027 = { r: 0.25, alpha: 4, a: 0.8, b: 2.5 };
const ONCE = { frequency: 0, recency: 0, age: 40 };
const OFTEN = { frequency: 200, recency: 38, age: 40 };

function near(found: number, expected: number, relative: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
}

describe("published values", () => {
  it("of BG/NBD: Hardie's note 027, by way of PyMC-Marketing", () => {
    near(bgNbd(NOTE_027).logLikelihoodOf(ONCE), -0.5994738182, 1e-9);
    near(bgNbd(NOTE_027).logLikelihoodOf(OFTEN), 100.7956930927, 1e-11);
  });

  it("of MBG/NBD: PyMC-Marketing", () => {
    // 8 and 7 printed digits
    near(mbgNbd(NOTE_027).logLikelihoodOf(ONCE), -0.41792826, 0.5e-8 / 0.41);
    near(mbgNbd(NOTE_027).logLikelihoodOf(OFTEN), 100.7869, 0.5e-4 / 100);
  });
});

/**
 * The likelihood by brute force: density of the data at one rate and one leaving probability, as the story of the model tells
 * it, averaged over Gamma(r, alpha) and Beta(a, b) by midpoints.
 */
function byIntegration(
  { k, leavesAtFirst }: CnbdVariant,
  { r, alpha, a, b }: BgNbdParams,
  x: number,
  recency: number,
  age: number,
  densityOfIntervals: (rate: number) => number,
): number {
  const nodes = 4000;
  let alive = 0;
  let left = 0;
  for (let i = 0; i < nodes; i++) {
    // rate = e^u
    const u = -40 + (50 * (i + 0.5)) / nodes;
    const rate = Math.exp(u);
    const weight = Math.exp(r * Math.log(alpha) + r * u - alpha * rate - gammaln(r)) * (50 / nodes);
    const silence = age - (x === 0 ? 0 : recency);
    let noPurchase = 0;
    for (let j = 0; j < k; j++) {
      noPurchase += Math.exp(-rate * silence + j * Math.log(rate * silence) - gammaln(j + 1));
    }
    alive += weight * densityOfIntervals(rate) * (silence === 0 ? 1 : noPurchase);
    left += weight * densityOfIntervals(rate);
  }
  let staying = 0;
  let leavingLast = 0;
  const chances = leavesAtFirst ? x + 1 : x;
  for (let i = 0; i < nodes; i++) {
    const logit = -60 + (120 * (i + 0.5)) / nodes;
    const p = 1 / (1 + Math.exp(-logit));
    const q = 1 / (1 + Math.exp(logit));
    const weight = Math.exp(a * Math.log(p) + b * Math.log(q) - betaln(a, b)) * (120 / nodes);
    staying += weight * q ** chances;
    if (chances > 0) leavingLast += weight * p * q ** (chances - 1);
  }
  return staying * alive + leavingLast * left;
}

const PARAMS = { r: 0.7, alpha: 3, a: 0.9, b: 2.2 };
const VARIANTS = [1, 2, 3, 5].flatMap((k) => [false, true].map((leavesAtFirst) => ({ k, leavesAtFirst })));

describe.each(VARIANTS)(
  "against integration over rate and leaving probability, k = $k, leaving at first $leavesAtFirst",
  (variant) => {
    const { k } = variant;

    it("with known intervals", () => {
      const intervals = [2, 5.5, 3];
      const recency = 10.5;
      const density = (rate: number) =>
        intervals.reduce(
          (product, d) =>
            product * Math.exp(k * Math.log(rate) + (k - 1) * Math.log(d) - rate * d - gammaln(k)),
          1,
        );
      const logs = intervals.reduce((sum, d) => sum + Math.log(d), 0);
      for (const age of [10.5, 17, 60]) {
        const expected = byIntegration(variant, PARAMS, 3, recency, age, density);
        near(Math.exp(cnbdLogLikelihood(variant, PARAMS, 3, recency, age, logs)), expected, 1e-7);
      }
    });

    it("of frequency and recency alone: density of t_x as a sum of intervals, over the one of k = 1", () => {
      const [x, recency] = [4, 9];
      // Erlang with k·x stages; for k = 1 the purchase times before the last are x − 1 points in (0, t_x)
      const density = (rate: number) =>
        Math.exp(k * x * Math.log(rate) + (k * x - 1) * Math.log(recency) - rate * recency - gammaln(k * x)) /
        Math.exp((x - 1) * Math.log(recency) - gammaln(x));
      const expected = byIntegration(variant, PARAMS, x, recency, 20, density);
      near(Math.exp(cnbdLogLikelihood(variant, PARAMS, x, recency, 20, Number.NaN)), expected, 1e-7);
    });

    it("without a repeat purchase", () => {
      const expected = byIntegration(variant, PARAMS, 0, 0, 12, () => 1);
      near(Math.exp(cnbdLogLikelihood(variant, PARAMS, 0, 0, 12, Number.NaN)), expected, 1e-7);
    });
  },
);

it("does not need the intervals of k = 1, nor those of a single repeat purchase", () => {
  const at = (k: number, x: number, logs: number) =>
    cnbdLogLikelihood({ k, leavesAtFirst: true }, PARAMS, x, 8, 20, logs);
  expect(at(1, 3, 2.5)).toBe(at(1, 3, Number.NaN));
  near(at(4, 1, Math.log(8)), at(4, 1, Number.NaN), 1e-14);
});

it("is a density: none, one or more repeats together have probability 1", () => {
  // With b → 0 nearly everybody leaves at the first chance: ∫ L(1, t, T) dt + L(0, 0, T) = 1 for BG.
  const params = { r: 0.6, alpha: 3, a: 2, b: 1e-9 };
  for (const k of [1, 3]) {
    const variant = { k, leavesAtFirst: false };
    const at = (x: number, recency: number) =>
      Math.exp(cnbdLogLikelihood(variant, params, x, recency, 10, Number.NaN));
    let sum = at(0, 0);
    for (let i = 0; i < 2000; i++) sum += at(1, (i + 0.5) / 200) / 200;
    near(sum, 1, 1e-5);
  }
});

it("is finite for every history and parameter in reach", () => {
  const param = fc.double({ min: Math.log(1e-3), max: Math.log(1e4), noNaN: true }).map(Math.exp);
  const history = fc.record({
    x: fc.nat(10_000),
    share: fc.double({ min: 1e-9, max: 1, noNaN: true }),
    age: fc.double({ min: 1 / 7, max: 18_262, noNaN: true }),
  });
  const params = fc.record({ r: param, alpha: param, a: fc.oneof(fc.constant(1), param), b: param });
  fc.assert(
    fc.property(params, history, fc.constantFrom(1, 2, 6, 20), fc.boolean(), (p, h, k, leavesAtFirst) => {
      const recency = h.x === 0 ? 0 : h.share * h.age;
      const found = cnbdLogLikelihood({ k, leavesAtFirst }, p, h.x, recency, h.age, Number.NaN);
      expect(Number.isFinite(found)).toBe(true);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

it("names what is out of range", () => {
  const late = { frequency: 2, recency: 41, age: 40 };
  expect(() => bgNbd(NOTE_027).logLikelihoodOf(late)).toThrow(
    "recency is 41; expected above 0 and at most the age 40",
  );
  expect(() => bgNbd({ ...NOTE_027, b: 0 })).toThrow("BG/NBD parameter b is 0; expected a finite number > 0");
  expect(() => mbgNbd({ ...NOTE_027, r: Number.NaN })).toThrow("MBG/NBD parameter r is NaN");
});
