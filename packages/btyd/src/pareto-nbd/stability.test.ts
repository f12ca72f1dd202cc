import fc from "fast-check";
import { expect, it } from "vitest";
import { paretoNbd } from "./model.ts";

/** Everything that a caller may ask: x up to 10,000, ages of a day to 50 years in days or weeks, parameters of 1e-3 to 1e4. */
const between = (min: number, max: number) =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map((ln) => Math.min(max, Math.exp(ln)));
const parameter = fc.oneof(
  { weight: 6, arbitrary: between(1e-3, 1e4) },
  { weight: 1, arbitrary: fc.constantFrom(1e-3, 1, 1e4) },
);
const params = fc.record({ r: parameter, alpha: parameter, s: parameter, beta: parameter });
const age = between(1 / 7, 18_262);
const customer = fc
  .record({
    frequency: fc.oneof(fc.nat(5), fc.nat(10_000)),
    share: fc.oneof(fc.double({ min: 1e-5, max: 1, noNaN: true }), fc.constant(1), between(1e-7, 1)),
    age,
  })
  .map(({ frequency, share, age }) => ({ frequency, recency: frequency === 0 ? 0 : share * age, age }));

it("expectations are finite, not negative, and rise with the horizon", () => {
  fc.assert(
    fc.property(params, customer, age, (p, c, horizon) => {
      const model = paretoNbd(p);
      const alive = model.probabilityAlive(c);
      expect(alive).toBeGreaterThanOrEqual(0);
      expect(alive).toBeLessThanOrEqual(1);
      expect(Number.isFinite(model.logLikelihoodOf(c))).toBe(true);
      const expected = model.conditionalExpectedTransactions(horizon, c);
      // Never more than somebody buys who cannot leave.
      const rate = (p.r + c.frequency) / (p.alpha + c.age);
      expect(expected).toBeGreaterThanOrEqual(0);
      expect(expected).toBeLessThanOrEqual(alive * rate * horizon * (1 + 1e-9));
      expect(model.conditionalExpectedTransactions(1.5 * horizon, c)).toBeGreaterThanOrEqual(expected);
      const ofNew = model.expectedTransactions(horizon);
      expect(ofNew).toBeGreaterThan(0);
      expect(model.expectedTransactions(1.5 * horizon)).toBeGreaterThanOrEqual(ofNew);
    }),
    { seed: 11, numRuns: 4000 },
  );
});

it("discounted expectations are finite, not negative, and fall with the discount", () => {
  fc.assert(
    fc.property(params, customer, between(1e-6, 10), (p, c, delta) => {
      const model = paretoNbd(p);
      const found = model.discountedExpectedTransactions(delta, c);
      expect(found).toBeGreaterThanOrEqual(0);
      // Purchases of somebody who cannot leave are worth rate / delta.
      const most = (model.probabilityAlive(c) * (p.r + c.frequency)) / (p.alpha + c.age) / delta;
      expect(found).toBeLessThanOrEqual(most * (1 + 1e-9));
      expect(model.discountedExpectedTransactions(1.5 * delta, c)).toBeLessThanOrEqual(found);
    }),
    { seed: 12, numRuns: 2000 },
  );
});

it("counts have probabilities that add up, with the expectation as their mean", () => {
  fc.assert(
    fc.property(params, customer, age, (p, c, horizon) => {
      const model = paretoNbd(p);
      const expected = model.conditionalExpectedTransactions(horizon, c);
      fc.pre(expected < 5);
      let sum = 0;
      let mean = 0;
      let isEnd = false;
      for (let n = 0; n <= 60; n++) {
        const probability = model.conditionalTransactionProbability(n, horizon, c);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        sum += probability;
        mean += n * probability;
        isEnd = n > expected && n * probability < 1e-16 * expected;
        if (isEnd) break;
      }
      expect(sum).toBeLessThanOrEqual(1 + 1e-9);
      expect(mean).toBeLessThanOrEqual(expected * (1 + 1e-8));
      if (isEnd) {
        expect(sum).toBeCloseTo(1, 9);
        expect(mean).toBeGreaterThanOrEqual(expected * (1 - 1e-8));
      }
    }),
    { seed: 13, numRuns: 400 },
  );
});

it("intervals come in bounded time, in order, and hold what they must", () => {
  fc.assert(
    fc.property(
      params,
      customer,
      age,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (p, c, horizon, level) => {
        const { low, high } = paretoNbd(p).transactionInterval(horizon, c, level);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(1_000_000);
      },
    ),
    { seed: 14, numRuns: 150 },
  );
});

it("the time unit does not matter", () => {
  fc.assert(
    fc.property(params, customer, age, between(1e-3, 1e3), (p, c, horizon, scale) => {
      const scaled = { ...p, alpha: p.alpha * scale, beta: p.beta * scale };
      const there = { frequency: c.frequency, recency: c.recency * scale, age: c.age * scale };
      const [plain, other] = [paretoNbd(p), paretoNbd(scaled)];
      expect(Math.abs(other.probabilityAlive(there) - plain.probabilityAlive(c))).toBeLessThan(1e-9);
      const expected = plain.conditionalExpectedTransactions(horizon, c);
      const found = other.conditionalExpectedTransactions(horizon * scale, there);
      expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-8 * expected + 1e-300);
      const likelihood = plain.logLikelihoodOf(c) - c.frequency * Math.log(scale);
      const foundLikelihood = other.logLikelihoodOf(there);
      expect(Math.abs(foundLikelihood - likelihood)).toBeLessThan(1e-9 * Math.max(1, Math.abs(likelihood)));
    }),
    { seed: 15, numRuns: 1500 },
  );
});

it("tables answer row by row what single customers are answered", () => {
  fc.assert(
    fc.property(params, fc.array(customer, { maxLength: 4 }), age, (p, rows, horizon) => {
      const model = paretoNbd(p);
      const table = {
        frequency: rows.map((c) => c.frequency),
        recency: rows.map((c) => c.recency),
        age: rows.map((c) => c.age),
      };
      expect([...model.probabilityAliveEach(table)]).toEqual(rows.map((c) => model.probabilityAlive(c)));
      expect([...model.conditionalExpectedTransactionsEach(horizon, table)]).toEqual(
        rows.map((c) => model.conditionalExpectedTransactions(horizon, c)),
      );
    }),
    { seed: 16, numRuns: 300 },
  );
});
