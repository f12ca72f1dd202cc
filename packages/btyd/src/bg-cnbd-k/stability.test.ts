import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bgCnbdK, bgNbd, mbgCnbdK, mbgNbd } from "./model.ts";

/** From 1e-3 to 1e4, and 1 exactly, where the closed forms are 0/0. */
const param = fc.oneof(
  { weight: 1, arbitrary: fc.constant(1) },
  {
    weight: 6,
    arbitrary: fc.double({ min: Math.log(1e-3), max: Math.log(1e4), noNaN: true }).map(Math.exp),
  },
);
const params = fc.record({ r: param, alpha: param, a: param, b: param });
/** One day to 50 years, in days and in weeks. */
const duration = fc.double({ min: Math.log(1 / 7), max: Math.log(18_263), noNaN: true }).map(Math.exp);
const frequency = fc.oneof(fc.nat(5), fc.nat(300), fc.nat(10_000));
const share = fc.oneof(fc.constant(1), fc.double({ min: 1e-6, max: 1, noNaN: true }));
const history = fc
  .record({ frequency, share, age: duration })
  .map(({ frequency: x, share: s, age }) => ({ frequency: x, recency: x === 0 ? 0 : s * age, age }));

const MODELS = {
  bgNbd,
  mbgNbd,
  "bgCnbdK, k = 2": (p: Parameters<typeof bgNbd>[0]) => bgCnbdK({ k: 2, ...p }),
  "mbgCnbdK, k = 6": (p: Parameters<typeof bgNbd>[0]) => mbgCnbdK({ k: 6, ...p }),
  "mbgCnbdK, k = 20": (p: Parameters<typeof bgNbd>[0]) => mbgCnbdK({ k: 20, ...p }),
};

describe.each(Object.entries(MODELS))("%s, wherever it is asked", (name, make) => {
  const isRegular = name.includes("CnbdK");

  it("gives finite expectations ≥ 0 that rise with the horizon, and probabilities within 0 … 1", () => {
    fc.assert(
      fc.property(params, history, duration, (p, h, t) => {
        const model = make(p);
        const alive = model.probabilityAlive(h);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(model.conditionalExpectedTransactions(0, h)).toBe(0);
        const stages = (p.r + h.frequency * 20) / (p.alpha + h.age);
        for (const found of [
          model.expectedTransactions(t),
          model.conditionalExpectedTransactions(t, h),
          model.expectedTransactionsWhileAlive(t, h),
        ]) {
          expect(found).toBeGreaterThanOrEqual(0);
          expect(found).toBeLessThan(Number.POSITIVE_INFINITY);
        }
        const now = model.expectedTransactionsWhileAlive(t, h);
        const later = model.expectedTransactionsWhileAlive(1.2 * t + 0.01, h);
        expect(later).toBeGreaterThanOrEqual(now * (1 - 1e-8) - 1e-14);
        // never more than somebody buys who cannot leave
        if (!isRegular) expect(now).toBeLessThanOrEqual((stages + 1e4) * t);
        expect(Number.isFinite(model.logLikelihoodOf(h))).toBe(true);
      }),
      { seed: 6, numRuns: isRegular ? 200 : 800 },
    );
  });

  it("has counts with probabilities, and intervals in order", () => {
    fc.assert(
      fc.property(params, history, duration, fc.nat(1_000_000), (p, h, t, count) => {
        const model = make(p);
        for (const probability of [
          model.conditionalTransactionProbability(count, t, h),
          model.conditionalTransactionProbability(count % 100, t, h),
          model.transactionProbability(count, t),
          model.transactionProbability(count % 100, t),
        ]) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
        const { low, high } = model.transactionInterval(t, h, 0.9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(1_000_000);
      }),
      { seed: 7, numRuns: isRegular ? 100 : 300 },
    );
  });

  it("does not depend on the time unit", () => {
    fc.assert(
      fc.property(params, history, duration, (p, h, t) => {
        const weeks = make(p);
        const days = make({ ...p, alpha: p.alpha * 7 });
        const inDays = { ...h, recency: h.recency * 7, age: h.age * 7 };
        expect(Math.abs(weeks.probabilityAlive(h) - days.probabilityAlive(inDays))).toBeLessThan(1e-6);
        const expected = weeks.expectedTransactionsWhileAlive(t, h);
        const scaled = days.expectedTransactionsWhileAlive(7 * t, inDays);
        expect(Math.abs(scaled - expected)).toBeLessThanOrEqual(1e-8 * expected + 1e-13);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it("answers for a table as for its customers", () => {
    fc.assert(
      fc.property(params, fc.array(history, { maxLength: 4 }), duration, (p, rows, t) => {
        const model = make(p);
        const table = {
          frequency: rows.map((h) => h.frequency),
          recency: rows.map((h) => h.recency),
          age: rows.map((h) => h.age),
        };
        expect([...model.probabilityAliveEach(table)]).toEqual(rows.map((h) => model.probabilityAlive(h)));
        expect([...model.conditionalExpectedTransactionsEach(t, table)]).toEqual(
          rows.map((h) => model.conditionalExpectedTransactions(t, h)),
        );
      }),
      { seed: 9, numRuns: 60 },
    );
  });
});
