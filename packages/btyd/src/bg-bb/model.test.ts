import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { donations } from "../../test/donations.ts";
import type { OpportunityHistory } from "./contract.ts";
import { bgBb } from "./model.ts";

/** The walkthrough of the R package BTYD 2.4.3 on the donations. */
const published = bgBb({ alpha: 1.203528, beta: 0.749726, gamma: 0.6567808, delta: 2.783796 });
const history = (frequency: number, recency: number, opportunities = 6): OpportunityHistory => ({
  frequency,
  recency,
  opportunities,
});

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

describe("with the published parameters of the donations", () => {
  it("finds P(alive) .11, .59 and .93 for 0, 2 of 6 until the fourth, and 6 of 6 gifts (Fader, Hardie & Shang 2010, table 6)", () => {
    expectNear(published.probabilityAlive(history(0, 0)), 0.10813347, 1e-6);
    expectNear(published.probabilityAlive(history(2, 4)), 0.58964483, 1e-6);
    expectNear(published.probabilityAlive(history(6, 6)), 0.93043001, 1e-6);
    const printed = bgBb({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 });
    for (const [x, last, alive] of [
      [0, 0, 0.11],
      [2, 4, 0.59],
      [6, 6, 0.93],
    ] as const) {
      expect(Math.abs(printed.probabilityAlive(history(x, last)) - alive)).toBeLessThanOrEqual(0.005);
    }
  });

  it("expects 3.179805 gifts of a new supporter at ten opportunities", () => {
    expectNear(published.expectedTransactions(10), 3.179805, 1e-6);
  });

  it("expects 0.1302169 gifts in ten years of a supporter without any in six", () => {
    expectNear(published.conditionalExpectedTransactions(10, history(0, 0)), 0.1302169, 1e-6);
  });

  it("expects the published mean of the next five years by number of gifts", () => {
    const means = [0.07286318, 0.3248841, 0.7089417, 1.333666, 2.031203, 2.784482, 3.7525];
    const expected = published.conditionalExpectedTransactionsEach(5, donations);
    for (const [gifts, mean] of means.entries()) {
      let sum = 0;
      let supporters = 0;
      for (const [row, weight] of donations.weight.entries()) {
        if (donations.frequency[row] !== gifts) continue;
        sum += weight * expected[row]!;
        supporters += weight;
      }
      expectNear(sum / supporters, mean, 1e-6);
    }
  });

  it("expects 37,627.29 gifts in eleven years of 11,104 new supporters", () => {
    expectNear(11_104 * published.expectedTransactions(11), 37_627.29, 1e-6);
  });

  it("expects 3,454.9 supporters without a gift and 1,253.1 with six", () => {
    expect(Math.abs(11_104 * published.transactionProbability(0, 6) - 3454.9)).toBeLessThan(0.1);
    expect(Math.abs(11_104 * published.transactionProbability(6, 6) - 1253.1)).toBeLessThan(0.1);
  });
});

const probability = fc.double({ min: -1, max: 1, noNaN: true }).map((log) => 2 * 10 ** log);
const moderate = fc.record({ alpha: probability, beta: probability, gamma: probability, delta: probability });

describe("in a second spelling", () => {
  it("the likelihoods of all sequences of five opportunities add up to 1", () => {
    fc.assert(
      fc.property(moderate, (params) => {
        const model = bgBb(params);
        let total = 0;
        const counts = new Float64Array(6);
        for (let bits = 0; bits < 32; bits++) {
          const bought = [0, 1, 2, 3, 4].filter((i) => (bits >> i) & 1);
          const x = bought.length;
          const likelihood = Math.exp(model.logLikelihoodOf(history(x, (bought.at(-1) ?? -1) + 1, 5)));
          total += likelihood;
          counts[x]! += likelihood;
        }
        expect(total).toBeCloseTo(1, 11);
        // P(X(5) = x) sums the sequences with x purchases.
        for (const [x, sum] of counts.entries())
          expect(model.transactionProbability(x, 5)).toBeCloseTo(sum, 11);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("the likelihood is the mean over purchase and leaving probabilities", () => {
    const params = { alpha: 1.2, beta: 1.7, gamma: 2.4, delta: 3.1 };
    const [x, last, n] = [2, 3, 6];
    const steps = 300;
    let mean = 0;
    let mass = 0;
    for (let i = 0; i < steps; i++) {
      const p = (i + 0.5) / steps;
      const priorP = p ** (params.alpha - 1) * (1 - p) ** (params.beta - 1);
      for (let j = 0; j < steps; j++) {
        const theta = (j + 0.5) / steps;
        const prior = priorP * theta ** (params.gamma - 1) * (1 - theta) ** (params.delta - 1);
        let likelihood = p ** x * (1 - p) ** (n - x) * (1 - theta) ** n;
        for (let t = last; t < n; t++) likelihood += p ** x * (1 - p) ** (t - x) * theta * (1 - theta) ** t;
        mean += prior * likelihood;
        mass += prior;
      }
    }
    expectNear(Math.exp(bgBb(params).logLikelihoodOf(history(x, last, n))), mean / mass, 1e-3);
  });

  it("expectations are sums over counts, and conditional answers ratios of likelihoods", () => {
    const past = fc
      .integer({ min: 0, max: 8 })
      .chain((n) =>
        fc
          .integer({ min: 0, max: n })
          .chain((last) => fc.integer({ min: Math.min(last, 1), max: last }).map((x) => history(x, last, n))),
      );
    fc.assert(
      fc.property(moderate, past, (params, customer) => {
        const model = bgBb(params);
        const horizon = 7;
        let mean = 0;
        let total = 0;
        for (let count = 0; count <= horizon; count++) {
          const p = model.conditionalTransactionProbability(count, horizon, customer);
          mean += count * p;
          total += p;
        }
        expect(total).toBeCloseTo(1, 11);
        expect(model.conditionalExpectedTransactions(horizon, customer)).toBeCloseTo(mean, 10);
        // A purchase at the next opportunity: the likelihood with it over that without.
        const { frequency, opportunities } = customer;
        const bought = history(frequency + 1, opportunities + 1, opportunities + 1);
        const next = Math.exp(model.logLikelihoodOf(bought) - model.logLikelihoodOf(customer));
        expect(model.conditionalExpectedTransactions(1, customer)).toBeCloseTo(next, 11);
        expect(model.conditionalTransactionProbability(1, 1, customer)).toBeCloseTo(next, 11);
        const alive = model.probabilityAlive(customer);
        expect(alive * model.expectedTransactionsWhileAlive(horizon, customer)).toBeCloseTo(mean, 10);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it("discounted purchases are the differences of expectations, each discounted", () => {
    const customer = history(4, 5);
    let plain = 0;
    let before = 0;
    for (let k = 1; k <= 500; k++) {
      const until = published.conditionalExpectedTransactions(k, customer);
      plain += (until - before) / 1.1 ** k;
      before = until;
    }
    expectNear(published.discountedExpectedTransactions(0.1, customer), plain, 1e-10);
  });

  it("intervals hold the counts between their cumulated probabilities", () => {
    for (const [x, last] of [
      [0, 0],
      [2, 4],
      [4, 5],
      [6, 6],
    ] as const) {
      for (const level of [0.5, 0.8, 0.95]) {
        const { low, high } = published.transactionInterval(12, history(x, last), level);
        const upTo = (most: number) => {
          let sum = 0;
          for (let k = 0; k <= most; k++)
            sum += published.conditionalTransactionProbability(k, 12, history(x, last));
          return sum;
        };
        expect(upTo(low)).toBeGreaterThanOrEqual((1 - level) / 2);
        expect(upTo(low - 1)).toBeLessThan((1 - level) / 2);
        expect(upTo(high)).toBeGreaterThanOrEqual((1 + level) / 2);
        expect(upTo(high - 1)).toBeLessThan((1 + level) / 2);
      }
    }
  });
});

/** 1e-3 to 1e4, evenly in the logarithm, and 1 exactly. */
const parameter = fc.oneof(
  { weight: 1, arbitrary: fc.constant(1) },
  { weight: 9, arbitrary: fc.double({ min: -3, max: 4, noNaN: true }).map((log) => 10 ** log) },
);
const anyModel = fc
  .record({ alpha: parameter, beta: parameter, gamma: parameter, delta: parameter })
  .map(bgBb);
/** Up to daily opportunities of 50 years, and purchases up to 10,000. */
const opportunities = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 18_263 }));
const anyHistory = opportunities.chain((n) =>
  fc
    .integer({ min: 0, max: n })
    .chain((last) =>
      fc.integer({ min: Math.min(last, 1), max: Math.min(last, 10_000) }).map((x) => history(x, last, n)),
    ),
);

describe("everywhere", () => {
  it("answers with finite numbers, probabilities within 0 … 1, and more for a longer horizon", () => {
    fc.assert(
      fc.property(anyModel, anyHistory, opportunities, (model, customer, horizon) => {
        expect(Number.isFinite(model.logLikelihoodOf(customer))).toBe(true);
        const count = Math.min(horizon, 3);
        for (const p of [
          model.probabilityAlive(customer),
          model.transactionProbability(count, horizon),
          model.conditionalTransactionProbability(count, horizon, customer),
        ]) {
          expect(p >= 0 && p <= 1).toBe(true);
        }
        const expected = model.conditionalExpectedTransactions(horizon, customer);
        expect(expected >= 0 && expected <= horizon * (1 + 1e-12)).toBe(true);
        const longer = model.conditionalExpectedTransactions(horizon + 1, customer);
        expect(longer).toBeGreaterThanOrEqual(expected * (1 - 1e-12));
        const stake = model.expectedTransactionsWhileAlive(horizon, customer);
        expect(stake >= expected * (1 - 1e-12) && stake <= horizon * (1 + 1e-9)).toBe(true);
        expect(model.expectedTransactions(horizon)).toBeLessThanOrEqual(horizon);
        const discounted = model.discountedExpectedTransactions(0.05, customer);
        expect(discounted >= 0 && discounted <= 20.000001).toBe(true);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it("has intervals of possible counts, wider for a higher level", () => {
    fc.assert(
      fc.property(anyModel, anyHistory, opportunities, (model, customer, horizon) => {
        const narrow = model.transactionInterval(horizon, customer, 0.5);
        const wide = model.transactionInterval(horizon, customer, 0.9);
        expect(wide.low >= 0 && wide.high <= horizon).toBe(true);
        expect(wide.low <= narrow.low && narrow.low <= narrow.high && narrow.high <= wide.high).toBe(true);
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it("is continuous where gamma is 1", () => {
    const at = (gamma: number) => bgBb({ alpha: 1, beta: 2, gamma, delta: 3 }).expectedTransactions(50);
    expectNear(at(1 - 1e-9), at(1), 1e-8);
    expectNear(at(1 + 1e-9), at(1), 1e-8);
    // 1/3 · Σ_{t=1}^{50} 3 / (3 + t), with P(still there) = B(1, 3 + t) / B(1, 3).
    let sum = 0;
    for (let t = 1; t <= 50; t++) sum += 1 / (3 + t);
    expectNear(at(1), sum, 1e-13);
  });
});

describe("for tables", () => {
  const histories = { frequency: [0, 2, 6, 2], recency: [0, 4, 6, 4], opportunities: [6, 6, 6, 6] };
  const rows = histories.frequency.map((x, row) => history(x, histories.recency[row]!));

  it("answers as for single customers", () => {
    expect([...published.probabilityAliveEach(histories)]).toEqual(
      rows.map((c) => published.probabilityAlive(c)),
    );
    expect([...published.conditionalExpectedTransactionsEach(5, histories)]).toEqual(
      rows.map((c) => published.conditionalExpectedTransactions(5, c)),
    );
    expect([...published.expectedTransactionsWhileAliveEach(5, histories)]).toEqual(
      rows.map((c) => published.expectedTransactionsWhileAlive(5, c)),
    );
    expect([...published.discountedExpectedTransactionsEach(0.1, histories)]).toEqual(
      rows.map((c) => published.discountedExpectedTransactions(0.1, c)),
    );
    const intervals = published.transactionIntervalEach(5, histories);
    expect(rows.map((_, i) => ({ low: intervals.low[i], high: intervals.high[i] }))).toEqual(
      rows.map((c) => published.transactionInterval(5, c)),
    );
    const sum = rows.reduce((total, c, i) => total + [1, 2, 3, 4][i]! * published.logLikelihoodOf(c), 0);
    expect(published.logLikelihood({ ...histories, weight: [1, 2, 3, 4] })).toBeCloseTo(sum, 10);
  });

  it("names the row that no customer can have", () => {
    const wrong = (frequency: number, recency: number, n: number) => () =>
      published.probabilityAliveEach({
        frequency: [0, frequency],
        recency: [0, recency],
        opportunities: [1, n],
      });
    expect(wrong(3, 2, 6)).toThrow("frequency of row 1 is 3; expected an integer from 0 to the recency 2");
    expect(wrong(1, 7, 6)).toThrow(
      "recency of row 1 is 7; expected an integer from 1 to the 6 opportunities",
    );
    expect(wrong(1, 0, 6)).toThrow("recency of row 1 is 0");
    expect(wrong(0, 0, -1)).toThrow("opportunities of row 1 is -1");
    expect(wrong(Number.NaN, 2, 6)).toThrow("frequency of row 1 is NaN");
    expect(() => published.logLikelihood({ frequency: [0], recency: [], opportunities: [1] })).toThrow(
      "length of recency is 0; expected 1, the length of frequency",
    );
    expect(() => published.conditionalExpectedTransactions(1.5, history(0, 0))).toThrow("horizon is 1.5");
    expect(() => published.discountedExpectedTransactions(0, history(0, 0))).toThrow("discount is 0");
    expect(() => bgBb({ alpha: 1, beta: 1, gamma: -1, delta: 1 })).toThrow("bgBb parameter gamma is -1");
  });
});
