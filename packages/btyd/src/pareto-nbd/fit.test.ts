import { describe, expect, it } from "vitest";
import {
  CDNOW_NEEDED,
  hasCdnow,
  readCdnowMaster,
  readCdnowSample,
  readCdnowSummary,
} from "../../test/cdnow.ts";
import { random } from "../../test/random.ts";
import { simulateParetoNbd } from "../../test/simulate-pareto-nbd.ts";
import { compressHistories } from "../histories/compress-histories.ts";
import { fitParetoNbd } from "./fit.ts";
import { paretoNbd } from "./model.ts";

const NAMES = ["r", "alpha", "s", "beta"] as const;

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  const sample = hasCdnow ? readCdnowSample() : { frequency: [], recency: [], age: [], holdout: [] };
  const fit = fitParetoNbd(sample);
  const model = paretoNbd(fit.params);

  it("finds the published maximum of the sample, without a warning", () => {
    // CLVTools test_correctness_pnbd_nocovstaticcov.R; beta is weakly identified.
    const reference = { r: 0.55315, alpha: 10.57633, s: 0.60625, beta: 11.6715 };
    for (const name of NAMES) expectNear(fit.params[name], reference[name], name === "beta" ? 5e-3 : 1e-3);
    expect(fit.logLikelihood).toBeCloseTo(-9594.976, 2);
    expect(fit).toMatchObject({ model: "paretoNbd", converged: true, customers: 2357, warnings: [] });
  });

  it("finds no lower maximum than BTYD", () => {
    const btyd = { r: 0.55339714, alpha: 10.58019854, s: 0.6060625, beta: 11.65622367 };
    expect(fit.logLikelihood).toBeGreaterThan(paretoNbd(btyd).logLikelihood(sample));
    for (const name of NAMES) expectNear(fit.params[name], btyd[name], name === "beta" ? 5e-3 : 1e-3);
  });

  it("has the published standard errors", () => {
    const reference = { r: 0.0476264, alpha: 0.8427222, s: 0.1872594, beta: 6.2105448 };
    for (const name of NAMES) expectNear(fit.standardErrors[name] ?? Number.NaN, reference[name], 1e-3);
  });

  it("finds the published maximum on times rounded to two decimals", () => {
    const rounded = fitParetoNbd(readCdnowSummary());
    const published = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
    for (const name of NAMES) expectNear(rounded.params[name], published[name], 5e-3);
    expect(rounded.logLikelihood).toBeCloseTo(-9595, 1);
  });

  it("forecasts the hold-out as the reference table does", () => {
    const expected = model.conditionalExpectedTransactionsEach(39, sample);
    const mean = (of: (row: number) => number) => sumOf(Array.from(expected, (_, row) => of(row))) / 2357;
    const error = (row: number) => expected[row]! - sample.holdout[row]!;
    const lnError = (row: number) => Math.log1p(expected[row]!) - Math.log1p(sample.holdout[row]!);
    // BTYD / BTYDplus demo and CLVTools predict() on the same split.
    expectNear(
      mean((row) => Math.abs(error(row))),
      0.75454689,
      1e-3,
    );
    expectNear(Math.sqrt(mean((row) => error(row) ** 2)), 1.6028488, 1e-4);
    expectNear(
      mean((row) => lnError(row) ** 2),
      0.2377,
      5e-4,
    );
    expectNear(sumOf(expected), 1665.688, 5e-4);
    expectNear(sumOf(expected) / 1882 - 1, -0.1151, 5e-3);
    const [averageExpected, averageActual] = [sumOf(expected) / 2357, 1882 / 2357];
    const covariance = mean(
      (row) => (expected[row]! - averageExpected) * (sample.holdout[row]! - averageActual),
    );
    const spread = (of: (row: number) => number) => Math.sqrt(mean((row) => of(row) ** 2));
    const correlation =
      covariance /
      (spread((row) => expected[row]! - averageExpected) *
        spread((row) => sample.holdout[row]! - averageActual));
    expect(Math.abs(correlation - 0.6302)).toBeLessThan(1e-4);
  });

  it("expects by purchases so far what BTYD does", () => {
    const expected = model.conditionalExpectedTransactionsEach(39, sample);
    const published = [0.138, 0.6, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403];
    for (const [x, value] of published.entries()) {
      const rows = sample.frequency.flatMap((count, row) => (Math.min(7, count) === x ? [row] : []));
      const average = sumOf(rows.map((row) => expected[row]!)) / rows.length;
      // Half a unit of the last digit, and as much for the digits of the peer's parameters.
      expect(Math.abs(average - value)).toBeLessThan(0.001);
    }
  });

  it("tracks the cumulated purchases of weeks 20 to 25 as BTYD does", () => {
    const published = [1308.856, 1385.275, 1459.923, 1532.906, 1604.32, 1674.253];
    const oldest = Math.max(...sample.age);
    for (const [i, expected] of published.entries()) {
      const total = sumOf(
        sample.age.map((age) => model.expectedTransactions(Math.max(0, 20 + i - (oldest - age)))),
      );
      expectNear(total, expected, 1e-4);
    }
  });

  it("finds the maximum of all 23,570 customers, where moving any parameter lowers the likelihood", () => {
    const master = readCdnowMaster();
    const found = fitParetoNbd(master);
    expect(found).toMatchObject({ customers: 23_570, converged: true, warnings: [] });
    expect(paretoNbd(found.params).logLikelihood(master)).toBeCloseTo(found.logLikelihood, 4);
    for (const name of NAMES) {
      for (const factor of [0.98, 1.02]) {
        const beside = paretoNbd({ ...found.params, [name]: found.params[name] * factor });
        expect(beside.logLikelihood(master)).toBeLessThan(found.logLikelihood);
      }
    }
  });
});

describe("on simulated customers", () => {
  const truth = { r: 1.1, alpha: 6, s: 0.9, beta: 14 };
  const simulated = simulateParetoNbd(random(7), truth, 12_000, (next) => 20 + 60 * next(), 40);
  const fit = fitParetoNbd(simulated);

  it("recovers the parameters within 10 % and the future total within 5 %", () => {
    for (const name of NAMES) expectNear(fit.params[name], truth[name], 0.1);
    const expected = paretoNbd(fit.params).conditionalExpectedTransactionsEach(40, simulated);
    expectNear(sumOf(expected), sumOf(simulated.future), 0.05);
  });

  it("says how alive customers are: of those with the same probability so many buy again", () => {
    // Buying within the horizon is certain for few; compare with the probability of at least one purchase.
    const model = paretoNbd(fit.params);
    let expected = 0;
    let actual = 0;
    for (let row = 0; row < 1500; row++) {
      const customer = {
        frequency: simulated.frequency[row]!,
        recency: simulated.recency[row]!,
        age: simulated.age[row]!,
      };
      expected += 1 - model.conditionalTransactionProbability(0, 40, customer);
      actual += simulated.future[row]! > 0 ? 1 : 0;
    }
    expectNear(expected, actual, 0.06);
  });

  it("reports the likelihood of its parameters", () => {
    expect(fit.logLikelihood).toBeCloseTo(paretoNbd(fit.params).logLikelihood(simulated), 4);
  });
});

describe("does not depend on", () => {
  const truth = { r: 0.9, alpha: 5, s: 1.1, beta: 15 };
  const simulated = simulateParetoNbd(random(8), truth, 1500, (next) => 20 + 20 * next(), 0);
  const inDays = {
    frequency: simulated.frequency,
    recency: simulated.recency.map((value) => Math.ceil(value)),
    age: simulated.age.map((value) => Math.ceil(value)),
  };
  const fit = fitParetoNbd(inDays);

  it("the time unit: alpha and beta scale, the probability of being alive stays", () => {
    const scale = (values: number[]) => values.map((value) => value * 7);
    const inOtherUnit = { ...inDays, recency: scale(inDays.recency), age: scale(inDays.age) };
    const scaled = fitParetoNbd(inOtherUnit);
    for (const name of ["r", "s"] as const) expectNear(scaled.params[name], fit.params[name], 1e-6);
    for (const name of ["alpha", "beta"] as const)
      expectNear(scaled.params[name], 7 * fit.params[name], 1e-6);
    expectNear(scaled.standardErrors.beta ?? Number.NaN, 7 * (fit.standardErrors.beta ?? Number.NaN), 1e-4);
    const alive = paretoNbd(fit.params).probabilityAliveEach(inDays);
    for (const [row, value] of paretoNbd(scaled.params).probabilityAliveEach(inOtherUnit).entries()) {
      expect(Math.abs(value - alive[row]!)).toBeLessThan(1e-6);
    }
  });

  it("the order of rows", () => {
    const reversed = {
      frequency: inDays.frequency.toReversed(),
      recency: inDays.recency.toReversed(),
      age: inDays.age.toReversed(),
    };
    expect(fitParetoNbd(reversed)).toEqual(fit);
  });

  it("whether equal histories are joined, or split into parts of a weight", () => {
    expect(fitParetoNbd(compressHistories(inDays))).toEqual(fit);
    const parts = {
      frequency: [...inDays.frequency, ...inDays.frequency],
      recency: [...inDays.recency, ...inDays.recency],
      age: [...inDays.age, ...inDays.age],
      weight: [...inDays.age.map(() => 0.25), ...inDays.age.map(() => 0.75)],
    };
    const merged = fitParetoNbd(parts);
    for (const name of NAMES) expectNear(merged.params[name], fit.params[name], 1e-6);
    expect(merged.logLikelihood).toBeCloseTo(fit.logLikelihood, 6);
  });

  it("twice the customers, but for the likelihood and the standard errors", () => {
    const doubled = fitParetoNbd({ ...inDays, weight: inDays.age.map(() => 2) });
    for (const name of NAMES) {
      expectNear(doubled.params[name], fit.params[name], 1e-6);
      expectNear((fit.standardErrors[name] ?? 0) / (doubled.standardErrors[name] ?? 0), Math.SQRT2, 1e-4);
    }
    expect(doubled.logLikelihood).toBeCloseTo(2 * fit.logLikelihood, 5);
  });
});

describe("warns and still answers", () => {
  const codes = (fit: { warnings: readonly { code: string }[] }) => fit.warnings.map(({ code }) => code);
  const expectFinite = (params: object) => {
    for (const value of Object.values(params)) expect(Number.isFinite(value) && value > 0).toBe(true);
  };

  it("when customers hardly differ in their rate of buying: r and alpha run off", () => {
    const truth = { r: 3000, alpha: 24_000, s: 1, beta: 20 };
    const fit = fitParetoNbd(simulateParetoNbd(random(12), truth, 1500, () => 50, 0));
    expect(codes(fit)).toEqual(["weaklyIdentified"]);
    expect(fit.warnings[0]?.message).toMatch(/^r = .* and alpha = .* rely on r \/ alpha only/);
    expectFinite(fit.params);
    expectNear(fit.params.r / fit.params.alpha, 1 / 8, 0.05);
  });

  it("when customers all leave at the same rate: s and beta run off", () => {
    const truth = { r: 1, alpha: 4, s: 2000, beta: 40_000 };
    const fit = fitParetoNbd(simulateParetoNbd(random(13), truth, 1500, () => 50, 0));
    expect(codes(fit)).toEqual(["weaklyIdentified"]);
    expect(fit.warnings[0]?.message).toMatch(/^s = .* and beta = .* rely on s \/ beta only/);
    expectFinite(fit.params);
  });

  it("when nobody leaves, so that nothing says when they would", () => {
    const truth = { r: 1, alpha: 4, s: 1e-4, beta: 1e4 };
    const fit = fitParetoNbd(simulateParetoNbd(random(14), truth, 1500, () => 50, 0));
    expect(codes(fit)).toContain("weaklyIdentified");
    expectFinite(fit.params);
    const alive = paretoNbd(fit.params).probabilityAlive({ frequency: 20, recency: 49, age: 50 });
    expect(alive).toBeGreaterThan(0.95);
  });

  it("when nobody bought again", () => {
    const fit = fitParetoNbd({ frequency: [0, 0, 0], recency: [0, 0, 0], age: [5, 9, 30] });
    expect(codes(fit)).toContain("noRepeatPurchases");
    expectFinite(fit.params);
    expect(Number.isFinite(fit.logLikelihood)).toBe(true);
  });

  it("when few bought again", () => {
    const fit = fitParetoNbd({
      frequency: [1, 0, 2],
      recency: [3, 0, 5],
      age: [9, 9, 9],
      weight: [4, 100, 5],
    });
    expect(fit.warnings[0]).toEqual({
      code: "tooLittleData",
      message: "9 of 109 customers bought again; expected at least 20.",
      fallback: "A weak prior was added; it decides what the data do not.",
    });
    expectFinite(fit.params);
    expect(codes(fitParetoNbd({ frequency: [], recency: [], age: [] }))).toContain("tooLittleData");
  });

  it("when it may not take enough steps", () => {
    const truth = { r: 1, alpha: 4, s: 1, beta: 10 };
    const fit = fitParetoNbd(
      simulateParetoNbd(random(15), truth, 300, () => 50, 0),
      { maxIterations: 2 },
    );
    expect(codes(fit)).toEqual(["didNotConverge"]);
    expect(fit.converged).toBe(false);
    expect(fit.standardErrors).toEqual({ r: null, alpha: null, s: null, beta: null });
    expectFinite(fit.params);
  });
});

it("throws for a history that nobody can have, naming its row", () => {
  const histories = { frequency: [1, 1], recency: [2, 10], age: [9, 9] };
  expect(() => fitParetoNbd(histories)).toThrow(
    "recency of row 1 is 10; expected above 0 and at most the age 9",
  );
});
