import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CDNOW_NEEDED, hasCdnow, readCdnowSample } from "../../test/cdnow.ts";
import { gammaSample, random } from "../../test/random.ts";
import { fitNbd } from "./fit.ts";
import { nbd } from "./model.ts";

const codes = (fit: { warnings: readonly { code: string }[] }) => fit.warnings.map(({ code }) => code);

function near(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}
function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}

/** Customers who buy for ever: a Poisson count per rate, recency at the end. */
function simulate(seed: number, r: number, alpha: number, customers: number) {
  const next = random(seed);
  const columns = { frequency: [] as number[], recency: [] as number[], age: [] as number[] };
  for (let i = 0; i < customers; i++) {
    const age = 20 + 40 * next();
    const rate = gammaSample(next, r) / alpha;
    let [count, last] = [0, 0];
    const interval = () => -Math.log(next()) / rate;
    for (let time = interval(); time <= age; time += interval()) {
      count += 1;
      last = time;
    }
    columns.frequency.push(count);
    columns.recency.push(last);
    columns.age.push(age);
  }
  return columns;
}

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  const sample = hasCdnow ? readCdnowSample() : { frequency: [], recency: [], age: [], holdout: [] };
  const fit = fitNbd(sample);

  it("has the parameters and the likelihood of BTYDplus", () => {
    near(fit.params.r, 0.38476588, 1e-5);
    near(fit.params.alpha, 12.07201373, 1e-5);
    expect(Math.abs(fit.logLikelihood - -9763.6576)).toBeLessThan(1e-3);
    near(nbd(fit.params).logLikelihood(sample), fit.logLikelihood, 1e-11);
    expect(fit).toMatchObject({ model: "nbd", converged: true, customers: 2357, warnings: [] });
  });

  it("expects half as much again as there was, with the error of BTYDplus", () => {
    const predicted = nbd(fit.params).conditionalExpectedTransactionsEach(39, sample);
    expect(Math.abs(sum(predicted) - 2929.8)).toBeLessThan(0.06);
    const errors = Array.from(predicted, (value, row) => value - sample.holdout[row]!);
    expect(sum(errors.map(Math.abs)) / 2357).toBeCloseTo(1.041, 4);
    expect(Math.sqrt(sum(errors.map((error) => error * error)) / 2357)).toBeCloseTo(1.8595, 4);
    // 2929.8 / 1882 − 1
    expect(sum(predicted) / 1882 - 1).toBeCloseTo(0.5568, 4);
  });
});

it("recovers the parameters of simulated customers within 10 %", () => {
  const fit = fitNbd(simulate(3, 0.8, 6, 5000));
  near(fit.params.r, 0.8, 0.1);
  near(fit.params.alpha, 6, 0.1);
});

it("has elementary expectations and probabilities", () => {
  const model = nbd({ r: 1, alpha: 4 });
  // (1 + 3) / (4 + 12) · 8
  expect(model.conditionalExpectedTransactions(8, { frequency: 3, recency: 5, age: 12 })).toBe(2);
  expect(model.probabilityAlive({ frequency: 3, recency: 5, age: 1200 })).toBe(1);
  // r = 1 is geometric: P(n) = 1/4 · (3/4)^n for t = 12
  near(model.transactionProbability(3, 12), 0.25 * 0.75 ** 3, 1e-13);
  near(model.transactionProbability(2000, 12), 0.25 * 0.75 ** 2000, 1e-9);
  // 1 − 0.75^(n+1) ≥ 0.9 from n = 8
  expect(model.transactionInterval(12, { frequency: 0, recency: 0, age: 0 }, 0.8)).toEqual({
    low: 0,
    high: 8,
  });
});

it("does not depend on the time unit, nor on the order of rows", () => {
  const simulated = simulate(4, 0.8, 6, 500);
  const fit = fitNbd(simulated);
  const inDays = fitNbd({
    frequency: simulated.frequency.toReversed(),
    recency: simulated.recency.map((time) => 7 * time).toReversed(),
    age: simulated.age.map((time) => 7 * time).toReversed(),
  });
  near(inDays.params.alpha, 7 * fit.params.alpha, 1e-6);
  near(inDays.params.r, fit.params.r, 1e-6);
});

it("warns of equal customers, of nobody who bought again, and of an empty table", () => {
  const equal = fitNbd({ frequency: Array(50).fill(5), recency: Array(50).fill(9), age: Array(50).fill(10) });
  expect(codes(equal)).toEqual(["weaklyIdentified"]);
  near(equal.params.r / equal.params.alpha, 0.5, 0.05);
  expect(codes(fitNbd({ frequency: [0], recency: [0], age: [9] }))).toEqual(["noRepeatPurchases"]);
  expect(codes(fitNbd({ frequency: [], recency: [], age: [] }))).toEqual(["tooLittleData"]);
});

it("is finite and in range wherever it is asked", () => {
  const param = fc.double({ min: Math.log(1e-3), max: Math.log(1e4), noNaN: true }).map(Math.exp);
  const duration = fc.double({ min: 1 / 7, max: 18_263, noNaN: true });
  fc.assert(
    fc.property(param, param, fc.nat(10_000), duration, duration, (r, alpha, frequency, age, horizon) => {
      const model = nbd({ r, alpha });
      const customer = { frequency, recency: age, age };
      expect(Number.isFinite(model.logLikelihoodOf(customer))).toBe(true);
      expect(model.conditionalExpectedTransactions(horizon, customer)).toBeGreaterThan(0);
      const { low, high } = model.transactionInterval(horizon, customer);
      expect(high).toBeGreaterThanOrEqual(low);
    }),
    { seed: 5, numRuns: 300 },
  );
});
