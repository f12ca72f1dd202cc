import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { random } from "../../test/random.ts";
import { calibration, highEnd, regular } from "../../test/retention.ts";
import { simulateContracts } from "../../test/simulate-contracts.ts";
import { periodTable } from "../contracts/period-table.ts";
import { quantityInterval } from "../fits/quantity-interval.ts";
import { fitShiftedBetaGeometric } from "../shifted-beta-geometric/fit.ts";
import type { BetaDiscreteWeibullParams } from "./contract.ts";
import { type BetaDiscreteWeibullFit, fitBetaDiscreteWeibull } from "./fit.ts";
import { betaDiscreteWeibull } from "./model.ts";
import { betaDiscreteWeibullObjective } from "./objective.ts";

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

const NAMES = ["alpha", "beta", "c"] as const;
const codes = (fit: BetaDiscreteWeibullFit) => fit.warnings.map(({ code }) => code);

describe("on four years of the published survival", () => {
  const high = fitBetaDiscreteWeibull(calibration(highEnd, 4));

  it("finds the maximum of retenmod: 0.2593, 1.7226, 1.5844 with a log-likelihood of −1222.75", () => {
    const reference = { alpha: 0.25933745, beta: 1.72255566, c: 1.58435482 };
    for (const name of NAMES) {
      expectNear(high.params[name], reference[name], 1e-3);
      expect(high.standardErrors[name]).toBeGreaterThan(0);
    }
    // The package prints 122.27493 for percent, a tenth of the contracts.
    expect(Math.abs(high.logLikelihood - -1222.7493)).toBeLessThan(0.01);
    expect(high).toMatchObject({
      model: "betaDiscreteWeibull",
      converged: true,
      customers: 1000,
      warnings: [],
    });
  });

  it("projects years 8 to 12 as published: .4567 .4360 .4182 .4027 .3889", () => {
    const projected = betaDiscreteWeibull(high.params).survivalEach([8, 9, 10, 11, 12]);
    for (const [i, share] of [0.4567, 0.436, 0.4182, 0.4027, 0.3889].entries()) {
      expect(Math.abs(projected[i]! - share)).toBeLessThanOrEqual(0.5e-4);
    }
  });

  it("misses year 12 by −1.3 % and −0.9 %, where a constant risk misses it by −22.1 % and −7.8 %", () => {
    const error = (survivors: readonly number[]) => {
      const { params } = fitBetaDiscreteWeibull(calibration(survivors, 4));
      return (100 * betaDiscreteWeibull(params).survival(12)) / (survivors[12]! / 1000) - 100;
    };
    expect(error(highEnd)).toBeCloseTo(-1.3, 1);
    expect(error(regular)).toBeCloseTo(-0.9, 1);
  });

  it("reports the likelihood of its parameters, never below that of c = 1", () => {
    for (const survivors of [highEnd, regular]) {
      for (const years of [4, 7, 12]) {
        const data = calibration(survivors, years);
        const fit = fitBetaDiscreteWeibull(data);
        expect(fit.logLikelihood).toBeCloseTo(betaDiscreteWeibull(fit.params).logLikelihood(data), 8);
        expect(fit.logLikelihood).toBeGreaterThan(fitShiftedBetaGeometric(data).logLikelihood);
        expect(fit.warnings).toEqual([]);
      }
    }
  });
});

describe("on simulated contracts", () => {
  const truth = { alpha: 0.9, beta: 5, c: 1.5 };
  const contracts = simulateContracts(random(9), truth, 40_000, (next) => 4 + Math.floor(9 * next()));
  const fit = fitBetaDiscreteWeibull(contracts);

  it("recovers the parameters within 10 % and later survival within 5 %", () => {
    for (const name of NAMES) expectNear(fit.params[name], truth[name], 0.1);
    expectNear(betaDiscreteWeibull(fit.params).survival(20), betaDiscreteWeibull(truth).survival(20), 0.05);
    expect(fit.warnings).toEqual([]);
  });

  it("does not depend on the order of rows", () => {
    const turned = { periods: contracts.periods.toReversed(), ended: contracts.ended.toReversed() };
    expect(fitBetaDiscreteWeibull(turned)).toEqual(fit);
  });

  it("finds c near 1 where the risk is constant", () => {
    const constant = simulateContracts(random(10), { ...truth, c: 1 }, 40_000, () => 10);
    expect(Math.abs(fitBetaDiscreteWeibull(constant).params.c - 1)).toBeLessThan(0.1);
  });
});

it("has the gradient of its objective", () => {
  const objective = betaDiscreteWeibullObjective(
    periodTable({ periods: [1, 3, 9, 9], ended: [1, 1, 1, 0], weight: [3, 2, 1, 5] }),
  );
  const coordinate = fc.double({ min: -5, max: 8, noNaN: true });
  const logC = fc.double({ min: -4, max: 3, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, logC, (logAlpha, logBeta, c) => {
      const point = [logAlpha, logBeta, c];
      const gradient = new Float64Array(3);
      objective(Float64Array.from(point), gradient);
      for (const i of [0, 1, 2]) {
        const at = (step: number) =>
          objective(
            Float64Array.from(point, (x, j) => (i === j ? x + step : x)),
            new Float64Array(3),
          );
        const slope = (at(1e-4) - at(-1e-4)) / 2e-4;
        expect(Math.abs(gradient[i]! - slope)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)));
      }
    }),
    { seed: 2, numRuns: 200 },
  );
});

it("covers the survival of year 8 with a nominal 90 % interval in 85 to 95 % of 200 samples", () => {
  const truth = { alpha: 0.6, beta: 3, c: 1.3 };
  const actual = betaDiscreteWeibull(truth).survival(8);
  const next = random(32);
  let covered = 0;
  for (let sample = 0; sample < 200; sample++) {
    const fit = fitBetaDiscreteWeibull(simulateContracts(next, truth, 1000, () => 6));
    const survival = (params: BetaDiscreteWeibullParams) => betaDiscreteWeibull(params).survival(8);
    const interval = quantityInterval(fit, survival, { range: "probability" })!;
    if (interval.low <= actual && actual <= interval.high) covered += 1;
  }
  expect(covered / 200).toBeGreaterThanOrEqual(0.85);
  expect(covered / 200).toBeLessThanOrEqual(0.95);
});

describe("keeps c = 1 and says so", () => {
  it.each([
    ["one renewal", [1000, 869], "weaklyIdentified"],
    ["three renewals", [1000, 869, 743, 653], "weaklyIdentified"],
    ["nobody has ended", [1000, 1000, 1000, 1000, 1000], "tooLittleData"],
    ["everybody ended at once", [50, 0, 0], "tooLittleData"],
    ["only zeros", [0, 0], "tooLittleData"],
    ["nothing", [], "tooLittleData"],
    ["few endings", [30, 26, 23, 21, 19], "tooLittleData"],
    ["losses that do not show how the risk develops", [60, 52, 46, 42, 39], "weaklyIdentified"],
  ])("with %s", (_, survivors, code) => {
    const fit = fitBetaDiscreteWeibull({ survivors });
    const fallback = fitShiftedBetaGeometric({ survivors });
    expect(codes(fit)).toContain(code);
    expect(fit.warnings.some((warning) => warning.fallback?.startsWith("c was set to 1"))).toBe(true);
    expect(fit.params).toEqual({ ...fallback.params, c: 1 });
    expect(fit.standardErrors.c).toBeNull();
    expect(fit.logLikelihood).toBe(fallback.logLikelihood);
  });

  it("with intervals that suppose c = 1", () => {
    const data = calibration(highEnd, 3);
    const weibull = quantityInterval(fitBetaDiscreteWeibull(data), (params) =>
      betaDiscreteWeibull(params).survival(8),
    );
    const geometric = quantityInterval(fitShiftedBetaGeometric(data), ({ alpha, beta }) =>
      betaDiscreteWeibull({ alpha, beta, c: 1 }).survival(8),
    );
    expect(weibull).toEqual(geometric);
  });
});

it("warns of customers who do not differ: a rising risk alone explains them", () => {
  const fit = fitBetaDiscreteWeibull({ survivors: [1000, 950, 800, 600, 400, 200, 100] });
  expect(codes(fit)).toEqual(["weaklyIdentified"]);
  expect(fit.params.c).toBeGreaterThan(1.5);
});
