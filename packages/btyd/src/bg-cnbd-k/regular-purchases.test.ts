import gammaln from "@stdlib/math-base-special-gammaln";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanOverLeaving } from "./mean-over-leaving.ts";
import {
  regularTransactionsByQuadrature,
  regularTransactionsWhileAlive,
} from "./regular-transactions-while-alive.ts";
import { type SilentCustomer, StageCounts } from "./stage-counts.ts";
import { transactionsWhileAlive } from "./transactions-while-alive.ts";
import { walkRegularCounts } from "./walk-regular-counts.ts";

const between = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

function near(found: number, expected: number, relative: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
}

const customer = fc
  .record({
    k: fc.constantFrom(1, 2, 3, 6, 20),
    shape: between(0.02, 100),
    rate: between(2, 100),
    share: fc.double({ min: 0, max: 0.99, noNaN: true }),
  })
  .map(({ k, shape, rate, share }): SilentCustomer => ({ k, shape, rate, silence: share * rate }));
const shapes = fc.tuple(between(1e-3, 50), between(1e-3, 50));

/**
 * The same expectation by brute force: at one rate the stages of the silence are Poisson cut off at k − 1, those of the horizon
 * Poisson; averaged over what the history says of the rate, by midpoints in its logarithm.
 */
function byIntegration(
  { k, shape, rate, silence }: SilentCustomer,
  a: number,
  b: number,
  horizon: number,
): number {
  const nodes = 800;
  const counts = 80;
  const stayed = Array.from({ length: counts }, (_, n) =>
    meanOverLeaving(a, b, (_p, lnStaying) => Math.exp(n * lnStaying)),
  );
  const poisson = (mean: number, n: number) =>
    mean === 0 ? (n === 0 ? 1 : 0) : Math.exp(-mean + n * Math.log(mean) - gammaln(n + 1));
  let sum = 0;
  let total = 0;
  for (let i = 0; i < nodes; i++) {
    const u = -30 + (35 * (i + 0.5)) / nodes;
    const lambda = Math.exp(u);
    const before = Array.from({ length: k }, (_, j) => poisson(lambda * silence, j));
    // Gamma(shape, alpha + t_x) of the rate at the last purchase
    const prior = Math.exp(shape * u - (rate - silence) * lambda);
    const within = Array.from({ length: counts * k }, (_, n) => poisson(lambda * horizon, n));
    for (const [j, probability] of before.entries()) {
      total += prior * probability;
      let expected = 0;
      let purchases = 0;
      let value = 0;
      for (const [n, p] of within.entries()) {
        const bought = Math.floor((j + n) / k);
        while (purchases < bought) value += stayed[purchases++] ?? 0;
        expected += p * value;
      }
      sum += prior * probability * expected;
    }
  }
  return sum / total;
}

describe("expected purchases with Erlang intervals", () => {
  it.each([
    { k: 1, shape: 2.3, rate: 25, silence: 4, horizon: 30 },
    { k: 2, shape: 4.5, rate: 30, silence: 6, horizon: 20 },
    { k: 3, shape: 0.6, rate: 12, silence: 8, horizon: 39 },
    { k: 5, shape: 25.3, rate: 20, silence: 0, horizon: 10 },
  ])("equal the integral over the rate, k = $k", ({ horizon, ...silent }) => {
    near(
      regularTransactionsWhileAlive(silent, 0.9, 3.2, horizon),
      byIntegration(silent, 0.9, 3.2, horizon),
      1e-6,
    );
  });

  it("equal the mean over the leaving probability", () => {
    fc.assert(
      fc.property(customer, shapes, between(0.1, 500), (silent, [a, b], horizon) => {
        const expected = regularTransactionsByQuadrature(silent, a, b, horizon);
        // The generating function takes differences of numbers of the order of one.
        const found = regularTransactionsWhileAlive(silent, a, b, horizon);
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-8 * expected + 1e-12);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("equal the mean of their distribution, which sums to 1", () => {
    fc.assert(
      fc.property(customer, shapes, between(0.1, 100), (silent, [a, b], horizon) => {
        let total = 0;
        let mean = 0;
        walkRegularCounts(silent, a, b, horizon, (count, probability) => {
          expect(probability).toBeGreaterThanOrEqual(0);
          total += probability;
          mean += count * probability;
          return (count < 9 || count * probability > 1e-13 * mean) && count < 20_000;
        });
        expect(Math.abs(total - 1)).toBeLessThan(1e-9);
        near(mean, regularTransactionsWhileAlive(silent, a, b, horizon), 1e-7);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("with k = 1 equal the closed form of exponential intervals", () => {
    fc.assert(
      fc.property(customer, shapes, between(0.1, 100), (silent, [a, b], horizon) => {
        const exponential = { ...silent, k: 1 };
        near(
          regularTransactionsWhileAlive(exponential, a, b, horizon),
          transactionsWhileAlive(silent.shape, silent.rate, a, b, horizon),
          1e-8,
        );
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("do not jump where the sum gives way to the mean over the leaving probability", () => {
    const silent = { k: 3, shape: 8.2, rate: 10, silence: 2 };
    let before = 0;
    for (let horizon = 300; horizon < 600; horizon += 5) {
      const now = regularTransactionsWhileAlive(silent, 0.8, 6, horizon);
      expect(now).toBeGreaterThan(before);
      if (before > 0) expect(now / before).toBeLessThan(1.02);
      before = now;
    }
  });

  it("are an interval apart on average when nobody leaves and rates do not differ", () => {
    // shape / rate = 2 stages a week, k = 4: a purchase every 2 weeks; right after one: E⌊M/4⌋ ≈ (2·104 − 1.5) / 4
    const silent = { k: 4, shape: 2e9, rate: 1e9, silence: 0 };
    near(regularTransactionsWhileAlive(silent, 1e-9, 1, 104), (2 * 104 - 1.5) / 4, 1e-6);
  });
});

describe("stages since the last purchase", () => {
  it("have probabilities that sum to 1, and tails that agree", () => {
    fc.assert(
      fc.property(customer, between(0.1, 50), fc.nat(60), (silent, horizon, upTo) => {
        const stages = new StageCounts(silent, horizon);
        let below = 0;
        while (stages.count < upTo) {
          below += stages.probability;
          stages.advance();
        }
        expect(Math.abs(below + stages.tail() - 1)).toBeLessThan(1e-10);
      }),
      { seed: 3 },
    );
  });

  it("keep their digits where the first probabilities underflow", () => {
    const busy = { k: 2, shape: 6000, rate: 100, silence: 0.01 };
    const stages = new StageCounts(busy, 60);
    let mean = 0;
    let total = 0;
    for (let i = 0; i < 10_000; i++) {
      total += stages.probability;
      mean += stages.count * stages.probability;
      stages.advance();
    }
    near(total, 1, 1e-9);
    // 6000 / 100 · 60 in the horizon, and 0.6 · (less than one) in the silence
    expect(Math.abs(mean - 3600)).toBeLessThan(1.5);
  });
});

describe("the mean over the leaving probability", () => {
  it("has the moments of the beta distribution, however skewed", () => {
    for (const a of [1e-3, 0.3, 1, 7, 1e4]) {
      for (const b of [1e-3, 0.3, 1, 7, 1e4]) {
        near(
          meanOverLeaving(a, b, () => 1),
          1,
          1e-8,
        );
        near(
          meanOverLeaving(a, b, (p) => p),
          a / (a + b),
          1e-8,
        );
        near(
          meanOverLeaving(a, b, (p) => p * p),
          (a / (a + b)) * ((a + 1) / (a + b + 1)),
          1e-8,
        );
      }
    }
  });
});
