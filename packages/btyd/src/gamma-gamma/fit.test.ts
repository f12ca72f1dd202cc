import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CDNOW_NEEDED, hasCdnow, readCdnowSample, readCdnowSummary } from "../../test/cdnow.ts";
import { random } from "../../test/random.ts";
import { simulateGammaGamma } from "../../test/simulate-gamma-gamma.ts";
import { quantityInterval } from "../fits/quantity-interval.ts";
import type { GammaGammaFit, WeightedSpendColumns } from "./contract.ts";
import { fitGammaGamma } from "./fit.ts";
import { gammaGamma } from "./model.ts";

const NAMES = ["p", "q", "v"] as const;

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

const codes = (fit: GammaGammaFit) => fit.warnings.map(({ code }) => code);

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  it("finds the maximum of BTYD 2.4.3 and nothing to warn of", () => {
    const fit = fitGammaGamma(readCdnowSample());
    const reference = { p: 6.2493492, q: 3.7442563, v: 15.4443067 };
    for (const name of NAMES) expectNear(fit.params[name], reference[name], 1e-3);
    expect(Math.abs(fit.logLikelihood - -4055.9177)).toBeLessThan(0.01);
    expect(fit).toMatchObject({
      model: "gammaGamma",
      converged: true,
      customers: 946,
      excludedWithoutPurchase: 1411,
      excludedNonPositive: 0,
      isMeanFinite: true,
      warnings: [],
    });
    expect(fit.countValueCorrelation).toBeCloseTo(0.114, 3);
    for (const name of NAMES) expect(fit.standardErrors[name]).toBeGreaterThan(0);
  });

  it("finds the published parameters 6.25, 3.74, 15.44 (Fader & Hardie, note 025)", () => {
    const { params } = fitGammaGamma(readCdnowSample());
    expect(params.p).toBeCloseTo(6.25, 2);
    expect(params.q).toBeCloseTo(3.74, 2);
    expect(params.v).toBeCloseTo(15.44, 2);
  });

  it("expects the published averages of the first ten customers", () => {
    const { id, frequency, meanValue } = readCdnowSummary();
    const expected = gammaGamma(fitGammaGamma({ frequency, meanValue }).params).expectedMeanValueEach({
      frequency,
      meanValue,
    });
    expect(id.slice(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    for (const [row, value] of published.entries()) {
      expect(Math.abs(expected[row]! - value)).toBeLessThan(0.1);
    }
  });
});

describe("on simulated customers", () => {
  const truth = { p: 4, q: 5, v: 200 };
  const spend = simulateGammaGamma(random(21), truth, 20_000);
  const fit = fitGammaGamma(spend);

  it("recovers the parameters within 10 % and the mean within 5 %", () => {
    for (const name of NAMES) expectNear(fit.params[name], truth[name], 0.1);
    // p·v / (q − 1) = 4 · 200 / 4
    expectNear(gammaGamma(fit.params).populationMean()!, 200, 0.05);
  });

  it("reports the likelihood of its parameters", () => {
    expectNear(fit.logLikelihood, gammaGamma(fit.params).logLikelihood(spend), 1e-12);
  });

  it("does not depend on the money unit: only v and its error scale", () => {
    const inCents = fitGammaGamma({ ...spend, meanValue: spend.meanValue.map((value) => value * 100) });
    expectNear(inCents.params.v, 100 * fit.params.v, 1e-6);
    expectNear(inCents.params.p, fit.params.p, 1e-6);
    expectNear(inCents.params.q, fit.params.q, 1e-6);
    expectNear(inCents.standardErrors.v!, 100 * fit.standardErrors.v!, 1e-4);
    // A density per cent is a hundredth of one per franc.
    expectNear(inCents.logLikelihood, fit.logLikelihood - 20_000 * Math.log(100), 1e-9);
  });

  it("does not depend on order, duplicates against weights, or how rows are split and merged", () => {
    const twice = fitGammaGamma({
      frequency: [...spend.frequency, ...spend.frequency].toReversed(),
      meanValue: [...spend.meanValue, ...spend.meanValue].toReversed(),
    });
    const weighted = fitGammaGamma({ ...spend, weight: spend.frequency.map(() => 2) });
    for (const name of NAMES) {
      expectNear(twice.params[name], weighted.params[name], 1e-6);
      expectNear(twice.standardErrors[name]!, weighted.standardErrors[name]!, 1e-4);
    }
    expectNear(weighted.logLikelihood, 2 * fit.logLikelihood, 1e-9);
  });

  it("leaves out and counts what it cannot read, and says so", () => {
    const { excludedNonPositive, excludedWithoutPurchase, warnings, ...rest } = fitGammaGamma({
      frequency: [...spend.frequency, 2, 1, 0],
      meanValue: [...spend.meanValue, 0, -35, Number.NaN],
    });
    expect(fit).toMatchObject(rest);
    expect([excludedNonPositive, excludedWithoutPurchase]).toEqual([2, 1]);
    expect(warnings).toMatchObject([{ code: "dataLeftOut" }]);
    expect(warnings[0]!.message).toBe(
      "2 customers have a mean value of zero or below, 20000 a positive one; values must be positive.",
    );
  });
});

it("has standard errors that simulated fits show", () => {
  const next = random(27);
  const truth = { p: 4, q: 5, v: 200 };
  const fits = Array.from({ length: 60 }, () => fitGammaGamma(simulateGammaGamma(next, truth, 3000)));
  for (const name of NAMES) {
    const logs = fits.map(({ params }) => Math.log(params[name]));
    const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
    const spread = Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (logs.length - 1));
    const stated = fits.reduce((sum, f) => sum + f.standardErrors[name]! / f.params[name], 0) / fits.length;
    // A standard deviation of 60 draws is known to about 9 %.
    expectNear(stated, spread, 0.25);
  }
});

it.each(["delta", "draws"] as const)(
  "an interval of nominally 90 percent for one customer's expectation covers the truth in 85 to 95 of 100: %s",
  (method) => {
    const next = random(28);
    const truth = { p: 4, q: 5, v: 200 };
    const runs = 300;
    const customer = { frequency: 2, meanValue: 330 };
    const expected = gammaGamma(truth).expectedMeanValue(customer);
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const fit = fitGammaGamma(simulateGammaGamma(next, truth, 400));
      const interval = quantityInterval(fit, (params) => gammaGamma(params).expectedMeanValue(customer), {
        method,
        draws: 400,
        seed: run,
      })!;
      if (interval.low <= expected && expected <= interval.high) covered += 1;
    }
    expect(covered / runs).toBeGreaterThanOrEqual(0.85);
    expect(covered / runs).toBeLessThanOrEqual(0.95);
  },
);

describe("warns", () => {
  it("when frequent customers buy for more", () => {
    const { frequency, meanValue } = simulateGammaGamma(random(22), { p: 4, q: 5, v: 200 }, 500);
    const fit = fitGammaGamma({
      frequency,
      meanValue: meanValue.map((value, row) => value * frequency[row]! ** 2),
    });
    expect(fit.countValueCorrelation).toBeGreaterThan(0.3);
    expect(codes(fit)).toContain("countAndValueCorrelate");
  });

  it("when the mean over customers is not finite, and expects the median instead", () => {
    const fit = fitGammaGamma(simulateGammaGamma(random(23), { p: 5, q: 0.6, v: 10 }, 3000));
    expect(codes(fit)).toEqual(["meanNotFinite"]);
    expect(fit.isMeanFinite).toBe(false);
    const model = gammaGamma(fit.params);
    const median = model.expectedMeanValue({ frequency: 0, meanValue: 0 });
    expect(median).toBe(model.populationMedian());
    expect(fit.warnings[0]!.fallback).toContain(median.toPrecision(4));
    // Half of the customers seen spend less than the median of the model, within four standard errors.
    const seen = simulateGammaGamma(random(24), { p: 5, q: 0.6, v: 10 }, 3000);
    const below = seen.meanValue.filter((value) => value < median).length / 3000;
    expect(Math.abs(below - 0.5)).toBeLessThan(0.04);
  });

  it("when customers are too few, with a prior around their geometric mean", () => {
    const fit = fitGammaGamma({ frequency: [1, 2, 0, 3], meanValue: [10, 12, 0, -5], weight: [3, 4, 9, 50] });
    expect(codes(fit)).toEqual(["tooLittleData", "dataLeftOut"]);
    expect(fit.warnings[0]!.message).toBe("7 customers have a positive mean value; expected at least 15.");
    const expected = gammaGamma(fit.params).expectedMeanValue({ frequency: 1, meanValue: 11 });
    expect(expected).toBeGreaterThan(9);
    expect(expected).toBeLessThan(14);
  });

  it("when there is nobody", () => {
    const fit = fitGammaGamma({ frequency: [], meanValue: [] });
    expect(codes(fit)[0]).toBe("tooLittleData");
    expect(fit.customers).toBe(0);
    // The weak prior is all there is: a standard deviation of two in the logarithm.
    expect(fit.standardErrors.p! / fit.params.p).toBeCloseTo(2, 6);
    expect(Number.isFinite(gammaGamma(fit.params).expectedMeanValue({ frequency: 0, meanValue: 0 }))).toBe(
      true,
    );
  });

  it("when all values are equal, and expects that value", () => {
    const frequency = Array.from({ length: 30 }, (_, i) => 1 + (i % 3));
    const fit = fitGammaGamma({ frequency, meanValue: frequency.map(() => 50) });
    expect(fit).toMatchObject({ converged: false, warnings: [{ code: "doesNotVary" }] });
    expect(gammaGamma(fit.params).expectedMeanValue({ frequency: 0, meanValue: 0 })).toBeCloseTo(50, 9);
    expect(gammaGamma(fit.params).expectedMeanValue({ frequency: 3, meanValue: 50 })).toBeCloseTo(50, 9);
  });

  it("when a customer's purchases vary too little to be told", () => {
    // Everybody always spends their own amount, so that p runs off.
    const { meanValue } = simulateGammaGamma(random(3), { p: 1e6, q: 4, v: 3e-4 }, 300);
    const fit = fitGammaGamma({ frequency: meanValue.map(() => 3), meanValue });
    expect(codes(fit)).toContain("weaklyIdentified");
    for (const name of NAMES) expect(Number.isFinite(fit.params[name])).toBe(true);
    expectNear(gammaGamma(fit.params).expectedMeanValue({ frequency: 3, meanValue: 100 }), 100, 0.2);
  });

  it("when it may not take enough steps", () => {
    const spend = simulateGammaGamma(random(24), { p: 4, q: 5, v: 200 }, 200);
    const fit = fitGammaGamma(spend, { maxIterations: 1 });
    expect(fit.converged).toBe(false);
    expect(codes(fit)).toContain("didNotConverge");
  });
});

it("gives finite parameters whatever was spent", () => {
  const spend = fc.array(
    fc.record({
      frequency: fc.integer({ min: 0, max: 10_000 }),
      meanValue: fc.oneof(
        fc.double({ min: -14, max: 28, noNaN: true }).map(Math.exp),
        fc.constantFrom(0, -5, 20, 20, 20),
      ),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(spend, (rows) => {
      const columns: WeightedSpendColumns = {
        frequency: rows.map((row) => row.frequency),
        meanValue: rows.map((row) => row.meanValue),
      };
      const fit = fitGammaGamma(columns);
      expect(Number.isFinite(fit.logLikelihood)).toBe(true);
      if (!fit.converged) expect(fit.warnings.length).toBeGreaterThan(0);
      for (const value of gammaGamma(fit.params).expectedMeanValueEach(columns)) {
        expect(value).toBeGreaterThan(0);
        expect(Number.isFinite(value)).toBe(true);
      }
    }),
    { seed: 30, numRuns: 150 },
  );
});

it("throws for what nobody can have spent, naming row, column, value and range", () => {
  expect(() => fitGammaGamma({ frequency: [1, 2], meanValue: [10, Number.NaN] })).toThrow(
    "meanValue of row 1 is NaN; expected a finite number",
  );
  expect(() => fitGammaGamma({ frequency: [1, 2], meanValue: [10] })).toThrow(
    "length of meanValue is 1; expected 2, the length of frequency",
  );
});
