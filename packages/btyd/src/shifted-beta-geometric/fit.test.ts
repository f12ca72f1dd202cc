import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { random } from "../../test/random.ts";
import { calibration, highEnd, regular } from "../../test/retention.ts";
import { simulateContracts } from "../../test/simulate-contracts.ts";
import { periodTable } from "../contracts/period-table.ts";
import { quantityInterval } from "../fits/quantity-interval.ts";
import type { ShiftedBetaGeometricParams } from "./contract.ts";
import { fitShiftedBetaGeometric, type ShiftedBetaGeometricFit } from "./fit.ts";
import { shiftedBetaGeometric } from "./model.ts";
import { shiftedBetaGeometricObjective } from "./objective.ts";

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

const codes = (fit: ShiftedBetaGeometricFit) => fit.warnings.map(({ code }) => code);
const projection = (params: ShiftedBetaGeometricParams) => [
  ...shiftedBetaGeometric(params).survivalEach([8, 9, 10, 11, 12]),
];

describe("on the published survival", () => {
  // Fader & Hardie (2007): parameters and log-likelihood; survival and four-year fits from an independent computation.
  const high = fitShiftedBetaGeometric(calibration(highEnd, 7));
  const ordinary = fitShiftedBetaGeometric(calibration(regular, 7));
  const fourYears = fitShiftedBetaGeometric(calibration(highEnd, 4));

  it.each([
    ["high end, 7 years", high, 0.668, 3.806, -1611.16],
    ["regular, 7 years", ordinary, 0.704, 1.182, -1680.27],
    ["high end, 4 years", fourYears, 1.281, 7.7904, -1225.13],
  ])("finds the maximum: %s", (_, fit, alpha, beta, logLikelihood) => {
    expectNear(fit.params.alpha, alpha, 1e-3);
    expectNear(fit.params.beta, beta, 1e-3);
    expect(Math.abs(fit.logLikelihood - logLikelihood)).toBeLessThan(0.01);
    expect(fit).toMatchObject({
      model: "shiftedBetaGeometric",
      converged: true,
      customers: 1000,
      warnings: [],
    });
    expect(fit.standardErrors.alpha).toBeGreaterThan(0);
    expect(fit.standardErrors.beta).toBeGreaterThan(0);
  });

  it.each([
    ["high end, 7 years", high, [0.46, 0.436, 0.414, 0.395, 0.378], 3],
    ["regular, 7 years", ordinary, [0.2201, 0.2044, 0.1912, 0.1799, 0.17], 4],
    ["high end, 4 years", fourYears, [0.4091, 0.3784, 0.3515, 0.3279, 0.307], 4],
  ])("projects years 8 to 12: %s", (_, fit, shares, digits) => {
    const projected = projection(fit.params);
    for (const [i, share] of shares.entries()) {
      expect(Math.abs(projected[i]! - share)).toBeLessThanOrEqual(0.5 * 10 ** -digits);
    }
  });

  it("misses the survivors of year 12 by as much as published", () => {
    const error = (fit: ShiftedBetaGeometricFit, actual: readonly number[]) =>
      (100 * projection(fit.params)[4]!) / (actual[12]! / 1000) - 100;
    expect(error(fourYears, highEnd)).toBeCloseTo(-22.1, 1);
    expect(error(high, highEnd)).toBeCloseTo(-4.1, 1);
    expect(error(fitShiftedBetaGeometric(calibration(regular, 4)), regular)).toBeCloseTo(-7.8, 1);
  });

  it("values the lifetime at 10 %: 5.9221 at the start, 7.530 after 7 renewals", () => {
    const model = shiftedBetaGeometric(high.params);
    expect(Math.abs(model.discountedExpectedLifetime(0.1) - 5.9221)).toBeLessThan(2e-4);
    expect(Math.abs(model.discountedExpectedResidualLifetime(7, 0.1) - 7.53)).toBeLessThan(5e-4);
  });

  it("reports the likelihood of its parameters", () => {
    for (const [fit, survivors] of [
      [high, highEnd],
      [ordinary, regular],
    ] as const) {
      const plain = shiftedBetaGeometric(fit.params).logLikelihood(calibration(survivors, 7));
      expect(fit.logLikelihood).toBeCloseTo(plain, 8);
    }
  });
});

describe("on simulated contracts", () => {
  const truth = { alpha: 0.8, beta: 3.5, c: 1 };
  const seen = (next: () => number) => 1 + Math.floor(8 * next());
  const contracts = simulateContracts(random(7), truth, 30_000, seen);
  const fit = fitShiftedBetaGeometric(contracts);

  it("recovers the parameters within 10 % from contracts that started at different times", () => {
    expectNear(fit.params.alpha, truth.alpha, 0.1);
    expectNear(fit.params.beta, truth.beta, 0.1);
    expect(fit.warnings).toEqual([]);
  });

  it("foresees the total of later renewals within 5 %", () => {
    const longer = simulateContracts(random(8), truth, 30_000, () => 15);
    const later = longer.periods.reduce((sum, periods, row) => sum + periods - longer.ended[row]!, 0);
    expectNear(30_000 * shiftedBetaGeometric(fit.params).expectedFurtherRenewals(0, 15), later, 0.05);
  });

  it("does not depend on the order of rows, nor on weights instead of duplicates", () => {
    const turned = fitShiftedBetaGeometric({
      periods: contracts.periods.toReversed(),
      ended: contracts.ended.toReversed(),
    });
    expect(turned).toEqual(fit);
    const half = { periods: contracts.periods.slice(0, 500), ended: contracts.ended.slice(0, 500) };
    const twice = fitShiftedBetaGeometric({
      periods: [...half.periods, ...half.periods],
      ended: [...half.ended, ...half.ended],
    });
    expect(fitShiftedBetaGeometric({ ...half, weight: half.periods.map(() => 2) })).toEqual(twice);
  });
});

it("finds the same from survivors and from the contracts behind them", () => {
  const periods = Int32Array.from(highEnd.slice(1, 8), (_, i) => i + 1);
  const lost = [...periods].map((t) => highEnd[t - 1]! - highEnd[t]!);
  const contracts = fitShiftedBetaGeometric({
    periods: [...periods, 7],
    ended: [...lost.map(() => true), false],
    weight: [...lost, 491],
  });
  expect(contracts).toEqual(fitShiftedBetaGeometric(calibration(highEnd, 7)));
});

it("takes percent: the same parameters, wider by the square root of ten", () => {
  const counts = fitShiftedBetaGeometric(calibration(highEnd, 7));
  const percent = fitShiftedBetaGeometric({ survivors: highEnd.slice(0, 8).map((count) => count / 10) });
  expectNear(percent.params.alpha, counts.params.alpha, 1e-5);
  expectNear(percent.standardErrors.beta!, Math.sqrt(10) * counts.standardErrors.beta!, 1e-4);
});

it("has the gradient of its objective", () => {
  const objective = shiftedBetaGeometricObjective(
    periodTable({ periods: [1, 3, 9, 9], ended: [1, 1, 1, 0], weight: [3, 2, 1, 5] }),
  );
  const coordinate = fc.double({ min: -6, max: 9, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, (logAlpha, logBeta) => {
      const point = [logAlpha, logBeta];
      const gradient = new Float64Array(2);
      objective(Float64Array.from(point), gradient);
      for (const i of [0, 1]) {
        const at = (step: number) =>
          objective(
            Float64Array.from(point, (x, j) => (i === j ? x + step : x)),
            new Float64Array(2),
          );
        const slope = (at(1e-4) - at(-1e-4)) / 2e-4;
        expect(Math.abs(gradient[i]! - slope)).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)));
      }
    }),
    { seed: 2, numRuns: 200 },
  );
});

it("covers the survival of year 8 with a nominal 90 % interval in 85 to 95 % of 400 samples", () => {
  const truth = { alpha: 0.668, beta: 3.806, c: 1 };
  const actual = shiftedBetaGeometric(truth).survival(8);
  const next = random(31);
  let covered = 0;
  for (let sample = 0; sample < 400; sample++) {
    const fit = fitShiftedBetaGeometric(simulateContracts(next, truth, 500, () => 5));
    const survival = (params: ShiftedBetaGeometricParams) => shiftedBetaGeometric(params).survival(8);
    const interval = quantityInterval(fit, survival, { range: "probability" })!;
    if (interval.low <= actual && actual <= interval.high) covered += 1;
  }
  expect(covered / 400).toBeGreaterThanOrEqual(0.85);
  expect(covered / 400).toBeLessThanOrEqual(0.95);
});

describe("warns", () => {
  it.each([
    ["nobody has ended", [1000, 1000, 1000], "tooLittleData", "None of 1000 contracts has ended"],
    [
      "everybody ended at once",
      [50, 0, 0],
      "tooLittleData",
      "All of 50 contracts ended after the first period",
    ],
    ["shares instead of counts", [1, 0.869, 0.743, 0.653], "tooLittleData", "(counts, not shares)"],
    ["only zeros", [0, 0, 0], "tooLittleData", "No contract has come to a renewal"],
    ["nothing", [], "tooLittleData", "No contract has come to a renewal"],
    ["a single renewal", [100, 80], "weaklyIdentified", "rely on alpha / (alpha + beta) only"],
    [
      "a constant churn, so that customers do not differ",
      [1000, 800, 640, 512],
      "weaklyIdentified",
      "could be twice as large",
    ],
  ])("of %s, with finite parameters", (_, survivors, code, message) => {
    const fit = fitShiftedBetaGeometric({ survivors });
    expect(codes(fit)).toContain(code);
    expect(fit.warnings.map((warning) => warning.message).join()).toContain(message);
    expect(
      fit.warnings.every((warning) => warning.code === "uncertaintyUnknown" || warning.fallback !== null),
    ).toBe(true);
    for (const value of Object.values(fit.params)) expect(value > 0 && Number.isFinite(value)).toBe(true);
    expect(Number.isFinite(fit.logLikelihood)).toBe(true);
  });

  it("of contracts without a renewal yet, and leaves them out", () => {
    const fit = fitShiftedBetaGeometric({
      periods: [0, 1, 2, 2, 3, 3],
      ended: [0, 1, 1, 0, 1, 0],
      weight: [70, 40, 20, 5, 10, 90],
    });
    expect(fit.customers).toBe(165);
    expect(fit.warnings).toMatchObject([
      { code: "dataLeftOut", message: "70 contracts have not come to their first renewal." },
    ]);
  });

  it("when it may not take enough steps", () => {
    const fit = fitShiftedBetaGeometric(calibration(highEnd, 7), { maxIterations: 1 });
    expect(fit.converged).toBe(false);
    expect(codes(fit)).toContain("didNotConverge");
  });
});
