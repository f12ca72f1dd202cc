import { describe, expect, it } from "vitest";
import {
  CDNOW_NEEDED,
  hasCdnow,
  readCdnowMaster,
  readCdnowSample,
  readCdnowSummary,
} from "../../test/cdnow.ts";
import { random } from "../../test/random.ts";
import { simulateCnbd } from "../../test/simulate-cnbd.ts";
import { compressHistories } from "../histories/compress-histories.ts";
import { fitBgNbd, fitMbgNbd } from "./fit.ts";
import { bgNbd, mbgNbd } from "./model.ts";

const NAMES = ["r", "alpha", "a", "b"] as const;
const TRUTH = { r: 0.6, alpha: 8, a: 1.2, b: 4 };
const BG = { k: 1, leavesAtFirst: false };
const MBG = { k: 1, leavesAtFirst: true };
const codes = (fit: { warnings: readonly { code: string }[] }) => fit.warnings.map(({ code }) => code);

function near(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}
function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  const sample = hasCdnow ? readCdnowSample() : { frequency: [], recency: [], age: [], holdout: [] };

  it("reads the sample as published: 2,357 customers, 2,457 repeats, 1,882 in the hold-out", () => {
    expect(sample.frequency).toHaveLength(2357);
    expect(sum(sample.frequency)).toBe(2457);
    expect(sum(sample.holdout)).toBe(1882);
    expect(compressHistories(sample).weight).toHaveLength(1016);
  });

  it("BG/NBD: parameters, likelihood and standard errors of BTYD and CLVTools", () => {
    const fit = fitBgNbd(sample);
    const reference = { r: 0.2425945, alpha: 4.4136019, a: 0.7929199, b: 2.4258881 };
    for (const name of NAMES) near(fit.params[name], reference[name], 1e-4);
    expect(Math.abs(fit.logLikelihood - -9582.429)).toBeLessThan(0.01);
    const errors = { r: 0.012557, alpha: 0.378224, a: 0.185733, b: 0.705407 };
    for (const name of NAMES) near(fit.standardErrors[name]!, errors[name], 1e-4);
    expect(fit).toMatchObject({ model: "bgNbd", converged: true, customers: 2357, warnings: [] });
  });

  it("BG/NBD on times rounded to two decimals: the published values", () => {
    const fit = fitBgNbd(readCdnowSummary());
    const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    for (const name of NAMES) expect(Math.abs(fit.params[name] - published[name])).toBeLessThan(1e-3);
    expect(Math.abs(fit.logLikelihood - -9582.4256)).toBeLessThan(1e-3);
  });

  it("MBG/NBD: parameters and likelihood of BTYDplus", () => {
    const fit = fitMbgNbd(sample);
    const reference = { r: 0.52484356, alpha: 6.18309285, a: 0.89138778, b: 1.61404833 };
    for (const name of NAMES) near(fit.params[name], reference[name], 1e-4);
    expect(Math.abs(fit.logLikelihood - -9582.1357)).toBeLessThan(1e-3);
    expect(fit).toMatchObject({ model: "mbgNbd", converged: true, warnings: [] });
  });

  it("BG/NBD on all 23,570 customers", () => {
    const fit = fitBgNbd(readCdnowMaster());
    // Reference: Nelder-Mead in scipy 1.17 from (1, 3, 1, 3), the formula written out again.
    const reference = { r: 0.25162394, alpha: 4.78894276, a: 0.72343361, b: 2.16108865 };
    for (const name of NAMES) near(fit.params[name], reference[name], 1e-5);
    expect(Math.abs(fit.logLikelihood - -95_368.444)).toBeLessThan(0.01);
    expect(fit).toMatchObject({ customers: 23_570, warnings: [] });
  });
});

describe.each([
  { name: "BG/NBD", variant: BG, fit: fitBgNbd, model: bgNbd, seed: 7 },
  { name: "MBG/NBD", variant: MBG, fit: fitMbgNbd, model: mbgNbd, seed: 8 },
])("$name on simulated customers", ({ variant, fit: fitModel, model, seed }) => {
  const simulated = simulateCnbd(random(seed), variant, TRUTH, 20_000, (next) => 20 + 60 * next(), 40);
  const fit = fitModel(simulated);

  it("recovers the parameters within 10 % and the future total within 5 %", () => {
    for (const name of NAMES) near(fit.params[name], TRUTH[name], 0.1);
    const predicted = model(fit.params).conditionalExpectedTransactionsEach(40, simulated);
    near(sum(predicted), sum(simulated.future), 0.05);
  });

  it("reports the likelihood of its parameters, which is a maximum", () => {
    near(model(fit.params).logLikelihood(simulated), fit.logLikelihood, 1e-10);
    for (const name of NAMES) {
      for (const factor of [0.99, 1.01]) {
        const beside = model({ ...fit.params, [name]: fit.params[name] * factor });
        expect(beside.logLikelihood(simulated)).toBeLessThan(fit.logLikelihood);
      }
    }
  });

  it("does not depend on the time unit: only alpha scales", () => {
    const scale = (values: number[]) => values.map((value) => value * 7);
    const inDays = { ...simulated, recency: scale(simulated.recency), age: scale(simulated.age) };
    const { sumLogIntervals: _, ...withoutLogs } = inDays;
    const days = fitModel(withoutLogs);
    near(days.params.alpha, 7 * fit.params.alpha, 1e-6);
    for (const name of ["r", "a", "b"] as const) near(days.params[name], fit.params[name], 1e-6);
    const alive = model(fit.params).probabilityAliveEach(simulated);
    const daysAlive = model(days.params).probabilityAliveEach(inDays);
    for (const [row, value] of daysAlive.entries()) expect(Math.abs(value - alive[row]!)).toBeLessThan(1e-6);
  });

  it("does not depend on the order of rows, to the last bit", () => {
    const reversed = fitModel({
      frequency: simulated.frequency.toReversed(),
      recency: simulated.recency.toReversed(),
      age: simulated.age.toReversed(),
    });
    expect(reversed).toEqual(fit);
  });

  it("gives the same for duplicates and weights, split and merged", () => {
    const rows = simulated.frequency.map((_, row) => row).filter((row) => row < 1500);
    const pick = (values: number[], of: number[]) => of.map((row) => Math.ceil(values[row]!));
    const table = (of: number[]) => ({
      frequency: pick(simulated.frequency, of),
      recency: pick(simulated.recency, of),
      age: pick(simulated.age, of),
    });
    const plain = fitModel(table(rows));
    expect(fitModel(compressHistories(table(rows)))).toEqual(plain);
    const [left, right] = [rows.filter((row) => row % 3 === 0), rows.filter((row) => row % 3 !== 0)];
    expect(fitModel(table([...right, ...left]))).toEqual(plain);
    const weighted = fitModel({ ...table(rows), weight: rows.map(() => 2) });
    expect(fitModel(table([...rows, ...rows]))).toEqual(weighted);
    near(weighted.logLikelihood, 2 * plain.logLikelihood, 1e-9);
    near(weighted.standardErrors.a! * Math.SQRT2, plain.standardErrors.a!, 1e-4);
  });
});

describe("warns, with the fallback that it took,", () => {
  it("when customers all leave with the same probability, so that only a / (a + b) is known", () => {
    // Beta(2000, 18000) is practically the fixed probability 0.1.
    const truth = { r: 0.8, alpha: 4, a: 2000, b: 18_000 };
    const fit = fitBgNbd(simulateCnbd(random(11), BG, truth, 5000, () => 50));
    expect(codes(fit)).toEqual(["weaklyIdentified"]);
    expect(fit.warnings[0]!.message).toContain("rely on a / (a + b) only");
    expect(fit.warnings[0]!.fallback).toContain("weak prior");
    near(fit.params.a / (fit.params.a + fit.params.b), 0.1, 0.1);
  });

  it("when customers all buy at the same rate, so that only r / alpha is known", () => {
    const truth = { r: 3000, alpha: 24_000, a: 1, b: 5 };
    const fit = fitMbgNbd(simulateCnbd(random(12), MBG, truth, 3000, () => 50));
    expect(codes(fit)).toContain("weaklyIdentified");
    expect(fit.warnings.some(({ message }) => message.includes("rely on r / alpha only"))).toBe(true);
    near(fit.params.r / fit.params.alpha, 1 / 8, 0.05);
  });

  it("when nobody leaves", () => {
    const truth = { r: 0.5, alpha: 5, a: 1e-9, b: 5 };
    const simulated = simulateCnbd(random(12), BG, truth, 3000, () => 50, 50);
    const fit = fitBgNbd(simulated);
    expect(codes(fit)).toEqual(["weaklyIdentified"]);
    near(
      sum(bgNbd(fit.params).conditionalExpectedTransactionsEach(50, simulated)),
      sum(simulated.future),
      0.05,
    );
  });

  it("when nobody bought again", () => {
    const fit = fitBgNbd({ frequency: [0, 0, 0], recency: [0, 0, 0], age: [30, 40, 50] });
    expect(codes(fit)).toEqual(["noRepeatPurchases"]);
    expect(fit.converged).toBe(true);
    for (const name of NAMES) expect(Number.isFinite(fit.params[name])).toBe(true);
    expect(bgNbd(fit.params).expectedTransactions(52)).toBeGreaterThan(0);
  });

  it("when too few bought again", () => {
    const fit = fitBgNbd({ frequency: [1, 0, 2], recency: [3, 0, 5], age: [9, 9, 9], weight: [4, 100, 5] });
    expect(fit.warnings).toEqual([
      {
        code: "tooLittleData",
        message: "9 of 109 customers bought again; expected at least 20.",
        fallback: "A weak prior was added; it decides what the data do not.",
      },
    ]);
    expect(
      fitBgNbd({ frequency: [1], recency: [2], age: [9] }, { minInformative: 1 }).warnings,
    ).not.toContainEqual(expect.objectContaining({ code: "tooLittleData" }));
  });

  it("when there is nobody: the parameters of the prior, as wide as the prior", () => {
    const fit = fitMbgNbd({ frequency: [], recency: [], age: [] });
    expect(fit).toMatchObject({ customers: 0, logLikelihood: 0 });
    expect(codes(fit)).toEqual(["tooLittleData"]);
    near(fit.params.b, 3, 1e-9);
    // two in the logarithm
    near(fit.standardErrors.b!, 6, 1e-6);
  });

  it("when it may not take enough steps", () => {
    const simulated = simulateCnbd(random(13), BG, TRUTH, 500, () => 50);
    const fit = fitBgNbd(simulated, { maxIterations: 2 });
    expect(fit.converged).toBe(false);
    expect(codes(fit)).toEqual(["didNotConverge"]);
    expect(Object.values(fit.standardErrors)).toEqual([null, null, null, null]);
    for (const name of NAMES) expect(Number.isFinite(fit.params[name])).toBe(true);
  });
});

it("throws for histories that nobody can have", () => {
  const table = { frequency: [1, 1], recency: [2, 12], age: [9, 9] };
  expect(() => fitBgNbd(table)).toThrow("recency of row 1 is 12; expected above 0 and at most the age 9");
  expect(() => fitMbgNbd({ ...table, age: [9] })).toThrow("length of age is 1; expected 2");
  expect(() => fitMbgNbd({ ...table, recency: [2, 2], weight: [1, 0] })).toThrow("weight of row 1 is 0");
});
