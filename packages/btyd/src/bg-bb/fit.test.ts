import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { donations } from "../../test/donations.ts";
import { random } from "../../test/random.ts";
import { simulateBgBb } from "../../test/simulate-bg-bb.ts";
import { quantityInterval } from "../fits/quantity-interval.ts";
import { compressOpportunities } from "./compress-opportunities.ts";
import type { BgBbParams, WeightedOpportunityColumns } from "./contract.ts";
import { type BgBbFit, fitBgBb } from "./fit.ts";
import { bgBb } from "./model.ts";
import { bgBbObjective } from "./objective.ts";

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

const NAMES = ["alpha", "beta", "gamma", "delta"] as const;
const codes = (fit: BgBbFit) => fit.warnings.map(({ code }) => code);

describe("on the donations", () => {
  const fit = fitBgBb(donations);

  it("finds the published maximum with nothing to warn of", () => {
    // Fader, Hardie & Shang (2010) and the walkthrough of BTYD 2.4.3.
    const reference = { alpha: 1.203528, beta: 0.749726, gamma: 0.6567808, delta: 2.783796 };
    for (const name of NAMES) {
      expectNear(fit.params[name], reference[name], 1e-3);
      expect(fit.standardErrors[name]).toBeGreaterThan(0);
    }
    expect(Math.abs(fit.logLikelihood - -33_225.58)).toBeLessThan(0.01);
    expect(fit).toMatchObject({ model: "bgBb", converged: true, customers: 11_104, warnings: [] });
    expect(fit.logLikelihood).toBeCloseTo(bgBb(fit.params).logLikelihood(donations), 6);
  });

  it("foresees the gifts of the next five years: 12,884.2, and 3,454.9 supporters without one before", () => {
    const model = bgBb(fit.params);
    const expected = model.conditionalExpectedTransactionsEach(5, donations);
    const total = expected.reduce((sum, gifts, row) => sum + gifts * donations.weight[row]!, 0);
    expect(Math.abs(total - 12_884.2)).toBeLessThan(0.05);
    expect(Math.abs(11_104 * model.transactionProbability(0, 6) - 3454.9)).toBeLessThan(0.1);
    expect(Math.abs(11_104 * model.transactionProbability(6, 6) - 1253.1)).toBeLessThan(0.1);
  });
});

describe("on simulated customers", () => {
  const truth = { alpha: 1.2, beta: 1.8, gamma: 0.9, delta: 6 };
  const simulated = simulateBgBb(random(12), truth, 40_000, (next) => 6 + Math.floor(10 * next()), 8);
  const fit = fitBgBb(simulated);

  it("recovers the parameters within 10 % and the purchases to come within 5 %", () => {
    for (const name of NAMES) expectNear(fit.params[name], truth[name], 0.1);
    const expected = bgBb(fit.params).conditionalExpectedTransactionsEach(8, simulated);
    const actual = simulated.future.reduce((sum, count) => sum + count, 0);
    expectNear(
      expected.reduce((sum, count) => sum + count, 0),
      actual,
      0.05,
    );
    expect(fit.warnings).toEqual([]);
  });

  it("does not depend on the order of rows, nor on weights instead of duplicates", () => {
    const columns = (list: typeof simulated, turn: (column: number[]) => number[]) => ({
      frequency: turn(list.frequency),
      recency: turn(list.recency),
      opportunities: turn(list.opportunities),
    });
    expect(fitBgBb(columns(simulated, (column) => column.toReversed()))).toEqual(fit);
    const part = columns(simulated, (column) => column.slice(0, 800));
    const twice = fitBgBb(columns(simulated, (column) => [...column.slice(0, 800), ...column.slice(0, 800)]));
    expect(fitBgBb({ ...part, weight: part.frequency.map(() => 2) })).toEqual(twice);
  });

  it("does not read recency without a purchase", () => {
    const noise = simulated.recency.map((last, row) => (simulated.frequency[row] === 0 ? 3 : last));
    expect(fitBgBb({ ...simulated, recency: noise })).toEqual(fit);
  });
});

it("holds its objective against the plain likelihood, with its gradient, for thousands of opportunities", () => {
  const histories = {
    frequency: [0, 3, 5, 2, 0, 900, 40, 1],
    recency: [0, 4, 9, 3, 0, 1500, 2000, 1],
    opportunities: [7, 7, 9, 3, 9, 3000, 3000, 3000],
    weight: [3, 1, 2, 1, 4, 2, 1, 1],
  };
  const objective = bgBbObjective(compressOpportunities(histories));
  const coordinate = fc.double({ min: -5, max: 7, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, (...point) => {
      const gradient = new Float64Array(4);
      const value = objective(Float64Array.from(point), gradient);
      const [alpha, beta, gamma, delta] = point.map(Math.exp) as [number, number, number, number];
      expectNear(value, -bgBb({ alpha, beta, gamma, delta }).logLikelihood(histories) / 15, 1e-10);
      for (let i = 0; i < 4; i++) {
        const at = (step: number) =>
          objective(
            Float64Array.from(point, (x, j) => (i === j ? x + step : x)),
            new Float64Array(4),
          );
        const slope = (at(1e-4) - at(-1e-4)) / 2e-4;
        expect(Math.abs(gradient[i]! - slope)).toBeLessThan(2e-6 * Math.max(1, Math.abs(slope), value));
      }
    }),
    { seed: 3, numRuns: 60 },
  );
});

it("covers a conditional expectation with a nominal 90 % interval in 85 to 95 % of 200 samples", () => {
  const truth = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8 };
  const expectation = (params: BgBbParams) =>
    bgBb(params).conditionalExpectedTransactions(5, { frequency: 2, recency: 4, opportunities: 6 });
  const actual = expectation(truth);
  const next = random(33);
  let covered = 0;
  for (let sample = 0; sample < 200; sample++) {
    const fit = fitBgBb(simulateBgBb(next, truth, 600, () => 6, 0));
    const interval = quantityInterval(fit, expectation)!;
    if (interval.low <= actual && actual <= interval.high) covered += 1;
  }
  expect(covered / 200).toBeGreaterThanOrEqual(0.85);
  expect(covered / 200).toBeLessThanOrEqual(0.95);
});

describe("warns", () => {
  const all = (frequency: number, recency: number, opportunities: number, weight: number) => ({
    frequency: [frequency],
    recency: [recency],
    opportunities: [opportunities],
    weight: [weight],
  });

  it.each<[string, WeightedOpportunityColumns, string, string]>([
    ["nobody bought again", all(0, 0, 6, 500), "noRepeatPurchases", "None of 500 customers"],
    [
      "too few bought again",
      { frequency: [0, 2], recency: [0, 3], opportunities: [5, 5], weight: [90, 7] },
      "tooLittleData",
      "7 of 97 customers bought again; expected at least 20",
    ],
    ["everybody always bought", all(6, 6, 6, 500), "weaklyIdentified", "rely on alpha / (alpha + beta) only"],
    [
      "a single opportunity",
      { frequency: [0, 1], recency: [0, 1], opportunities: [1, 1], weight: [60, 40] },
      "weaklyIdentified",
      "",
    ],
    [
      "nothing",
      { frequency: [], recency: [], opportunities: [] },
      "noRepeatPurchases",
      "None of 0 customers",
    ],
  ])("of %s, with finite parameters", (_, histories, code, message) => {
    const fit = fitBgBb(histories);
    expect(codes(fit)).toContain(code);
    expect(fit.warnings.map((warning) => warning.message).join()).toContain(message);
    for (const name of NAMES) expect(fit.params[name] > 0 && Number.isFinite(fit.params[name])).toBe(true);
    expect(Number.isFinite(fit.logLikelihood)).toBe(true);
  });

  it("of customers without an opportunity, and leaves them out", () => {
    const { frequency, recency, opportunities, weight } = donations;
    const fit = fitBgBb({
      frequency: [...frequency, 0],
      recency: [...recency, 0],
      opportunities: [...opportunities, 0],
      weight: [...weight, 30],
    });
    expect(fit.params).toEqual(fitBgBb(donations).params);
    expect(fit.customers).toBe(11_104);
    expect(fit.warnings).toMatchObject([{ code: "dataLeftOut" }]);
    expect(fit.warnings[0]!.message).toContain("30 customers");
  });

  it("when it may not take enough steps", () => {
    const fit = fitBgBb(donations, { maxIterations: 1 });
    expect(fit.converged).toBe(false);
    expect(codes(fit)).toContain("didNotConverge");
  });
});
