import { describe, expect, it } from "vitest";
import { CDNOW_NEEDED, hasCdnow, readCdnowSample, readCdnowSummary } from "../../test/cdnow.ts";
import { gammaSample, random } from "../../test/random.ts";
import type { GammaGammaFit, WeightedSpendColumns } from "./contract.ts";
import { fitGammaGamma } from "./fit.ts";
import { gammaGammaLogLikelihoodOfCustomer } from "./log-likelihood.ts";
import { expectedAverageValue, populationMeanValue } from "./predict.ts";

const NAMES = ["p", "q", "v"] as const;

function fitted(spend: WeightedSpendColumns): GammaGammaFit {
  const fit = fitGammaGamma(spend);
  if (!fit.ok) expect.fail(fit.message);
  return fit;
}

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

/** Customers who spend exactly as the model says. */
function simulate(seed: number, truth: { p: number; q: number; v: number }, customers: number) {
  const next = random(seed);
  const count: number[] = [];
  const meanValue: number[] = [];
  for (let i = 0; i < customers; i++) {
    const x = 1 + Math.floor(6 * next());
    const rate = gammaSample(next, truth.q) / truth.v;
    count.push(x);
    meanValue.push(gammaSample(next, truth.p * x) / rate / x);
  }
  return { count, meanValue };
}

it("the density has the value of BTYD at p 6, q 4, v 16", () => {
  const density = Math.exp(gammaGammaLogLikelihoodOfCustomer({ p: 6, q: 4, v: 16 }, 3, 35));
  expectNear(density, 0.016280407, 1e-6);
});

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  it("finds the published maximum", () => {
    const { frequency, meanValue } = readCdnowSample();
    const fit = fitted({ count: frequency, meanValue });
    // Reference: BTYD 2.4.3 in R.
    const reference = { p: 6.2493492, q: 3.7442563, v: 15.4443067 };
    for (const name of NAMES) expectNear(fit.params[name], reference[name], 1e-3);
    expect(fit.logLikelihood).toBeCloseTo(-4055.9177, 3);
    expect(fit.customers).toBe(946);
    expect(fit.excludedWithoutPurchase).toBe(1411);
    expect(fit.countValueCorrelation).toBeCloseTo(0.114, 3);
    expect(fit.warnings).toEqual([]);
  });

  it("expects the published averages of the first ten customers", () => {
    const { id, frequency, meanValue } = readCdnowSummary();
    const { params } = fitted({ count: frequency, meanValue });
    expect(id.slice(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    for (const [row, expected] of published.entries()) {
      const average = expectedAverageValue(params, { count: frequency[row]!, meanValue: meanValue[row]! });
      expect(Math.abs(average! - expected)).toBeLessThan(0.1);
    }
  });
});

describe("on simulated customers", () => {
  const truth = { p: 4, q: 5, v: 200 };
  const spend = simulate(21, truth, 20_000);
  const fit = fitted(spend);

  it("recovers the parameters within 10 % and the mean within 5 %", () => {
    for (const name of NAMES) expectNear(fit.params[name], truth[name], 0.1);
    // p·v / (q − 1) = 4 · 200 / 4
    expectNear(populationMeanValue(fit.params)!, 200, 0.05);
  });

  it("reports the likelihood of its parameters", () => {
    const plain = spend.count.reduce(
      (sum, x, row) => sum + gammaGammaLogLikelihoodOfCustomer(fit.params, x, spend.meanValue[row]!),
      0,
    );
    expect(fit.logLikelihood).toBeCloseTo(plain, 4);
  });

  it("does not depend on the money unit: only v scales", () => {
    const inCents = fitted({ ...spend, meanValue: spend.meanValue.map((value) => value * 100) });
    expectNear(inCents.params.v, 100 * fit.params.v, 1e-5);
    expectNear(inCents.params.p, fit.params.p, 1e-5);
    expectNear(inCents.params.q, fit.params.q, 1e-5);
  });

  it("does not depend on order or on how customers are weighted together", () => {
    const twice = fitted({
      count: [...spend.count, ...spend.count].toReversed(),
      meanValue: [...spend.meanValue, ...spend.meanValue].toReversed(),
    });
    const weighted = fitted({ ...spend, weight: spend.count.map(() => 2) });
    for (const name of NAMES) expectNear(twice.params[name], weighted.params[name], 1e-5);
    expect(weighted.logLikelihood).toBeCloseTo(2 * fit.logLikelihood, 3);
  });

  it("leaves out and counts what it cannot read", () => {
    const more = fitted({
      count: [...spend.count, 2, 1, 0],
      meanValue: [...spend.meanValue, 0, -35, Number.NaN],
    });
    expect(more).toEqual({ ...fit, excludedNonPositive: 2, excludedWithoutPurchase: 1 });
  });
});

describe("warns", () => {
  it("when frequent customers buy for more", () => {
    const { count, meanValue } = simulate(22, { p: 4, q: 5, v: 200 }, 500);
    const rising = { count, meanValue: meanValue.map((value, row) => value * count[row]! ** 2) };
    const fit = fitted(rising);
    expect(fit.countValueCorrelation).toBeGreaterThan(0.3);
    expect(fit.warnings.map(({ code }) => code)).toContain("countAndValueCorrelate");
  });

  it("when the mean over customers is not finite", () => {
    const fit = fitted(simulate(23, { p: 5, q: 0.6, v: 10 }, 3000));
    expect(fit.warnings.map(({ code }) => code)).toContain("meanNotFinite");
    expect(populationMeanValue(fit.params)).toBeNull();
  });
});

describe("refuses", () => {
  it("too few customers", () => {
    expect(fitGammaGamma({ count: [1, 2, 0, 3], meanValue: [10, 12, 0, -5], weight: [3, 4, 9, 50] })).toEqual(
      {
        ok: false,
        reason: "tooFewCustomers",
        message: "7 customers have a positive mean value; expected at least 20.",
      },
    );
  });

  it("values that are all equal", () => {
    const count = Array.from({ length: 30 }, (_, i) => 1 + (i % 3));
    expect(fitGammaGamma({ count, meanValue: count.map(() => 50) })).toMatchObject({
      reason: "valuesDoNotVary",
      message: "Every mean value is 50; expected different ones.",
    });
  });

  it("a value that is no number, naming its row", () => {
    expect(fitGammaGamma({ count: [1, 2], meanValue: [10, Number.NaN] })).toMatchObject({
      reason: "invalidSpend",
      message: "Row 1: meanValue is NaN; expected a finite number.",
    });
  });

  it("when it may not take enough steps", () => {
    const spend = simulate(24, { p: 4, q: 5, v: 200 }, 200);
    expect(fitGammaGamma(spend, { maxIterations: 1 })).toMatchObject({ reason: "didNotConverge" });
  });

  it("throws when the columns differ in length", () => {
    expect(() => fitGammaGamma({ count: [1, 2], meanValue: [10] })).toThrow(
      "length of meanValue is 1; expected 2, the length of count",
    );
  });
});
