import { describe, expect, it } from "vitest";
import {
  CDNOW_NEEDED,
  hasCdnow,
  readCdnowMaster,
  readCdnowSample,
  readCdnowSummary,
} from "../../test/cdnow.ts";
import { random, simulateBgNbd } from "../../test/random.ts";
import { compressHistories } from "../histories/compress-histories.ts";
import type { WeightedHistoryColumns } from "../histories/contract.ts";
import type { BgNbdFit, BgNbdFitOptions } from "./contract.ts";
import { fitBgNbd } from "./fit.ts";
import { bgNbdLogLikelihood } from "./log-likelihood.ts";
import { predictBgNbd } from "./predict.ts";

const NAMES = ["r", "alpha", "a", "b"] as const;
const TRUTH = { r: 0.6, alpha: 8, a: 1.2, b: 4 };

function fitted(histories: WeightedHistoryColumns, options?: BgNbdFitOptions): BgNbdFit {
  const fit = fitBgNbd(histories, options);
  if (!fit.ok) expect.fail(fit.message);
  return fit;
}

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  const sample = hasCdnow ? readCdnowSample() : { frequency: [], recency: [], age: [], holdout: [] };

  it("reads the sample as published: 2,357 customers, 2,457 repeats, 1,882 in the hold-out", () => {
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    expect(sample.frequency).toHaveLength(2357);
    expect(sum(sample.frequency)).toBe(2457);
    expect(sum(sample.holdout)).toBe(1882);
    expect(compressHistories(sample).weight).toHaveLength(1016);
  });

  it("finds the published maximum of the sample", () => {
    const fit = fitted(sample);
    // Reference: BTYD and CLVTools in R on exact weeks.
    const reference = { r: 0.2425945, alpha: 4.4136019, a: 0.7929199, b: 2.4258881 };
    for (const name of NAMES) expectNear(fit.params[name], reference[name], 1e-4);
    expect(fit.logLikelihood).toBeCloseTo(-9582.4292, 3);
    expect(fit.repeatCustomers).toBe(946);
    expect(fit.warnings).toEqual([]);
  });

  it("finds the same maximum on times rounded to two decimals", () => {
    const fit = fitted(readCdnowSummary());
    const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    for (const name of NAMES) expectNear(fit.params[name], published[name], 2e-3);
    expect(fit.logLikelihood).toBeCloseTo(-9582.4256, 3);
  });

  it("finds the maximum of all 23,570 customers", () => {
    const fit = fitted(readCdnowMaster());
    // Reference: Nelder-Mead in scipy 1.17 from (1, 3, 1, 3), the formula written out again.
    const reference = { r: 0.25162394, alpha: 4.78894276, a: 0.72343361, b: 2.16108865 };
    for (const name of NAMES) expectNear(fit.params[name], reference[name], 1e-5);
    expect(fit.customers).toBe(23570);
    expect(fit.logLikelihood).toBeCloseTo(-95368.444, 2);
  });
});

describe("on simulated customers", () => {
  const simulated = simulateBgNbd(random(7), TRUTH, 20_000, (next) => 20 + 60 * next(), 40);
  const fit = fitted(simulated);

  it("recovers the parameters within 10 % and the future total within 5 %", () => {
    for (const name of NAMES) expectNear(fit.params[name], TRUTH[name], 0.1);
    const predicted = predictBgNbd(fit.params, simulated, 40).expectedPurchases;
    const total = predicted.reduce((sum, value) => sum + value, 0);
    expectNear(
      total,
      simulated.future.reduce((sum, value) => sum + value, 0),
      0.05,
    );
  });

  it("reports the likelihood of its parameters", () => {
    expect(fit.logLikelihood).toBeCloseTo(bgNbdLogLikelihood(fit.params, simulated), 5);
  });

  it("sits on a maximum", () => {
    for (const name of NAMES) {
      for (const factor of [0.99, 1.01]) {
        const beside = { ...fit.params, [name]: fit.params[name] * factor };
        expect(bgNbdLogLikelihood(beside, simulated)).toBeLessThan(fit.logLikelihood);
      }
    }
  });

  it("does not depend on the time unit: only alpha scales", () => {
    const scale = (values: number[]) => values.map((value) => value * 10);
    const inOtherUnit = { ...simulated, recency: scale(simulated.recency), age: scale(simulated.age) };
    const scaled = fitted(inOtherUnit);
    expectNear(scaled.params.alpha, 10 * fit.params.alpha, 1e-5);
    for (const name of ["r", "a", "b"] as const) expectNear(scaled.params[name], fit.params[name], 1e-5);
    const active = predictBgNbd(fit.params, simulated, 5).probabilityActive;
    const scaledActive = predictBgNbd(scaled.params, inOtherUnit, 50).probabilityActive;
    for (const [row, value] of scaledActive.entries())
      expect(Math.abs(value - active[row]!)).toBeLessThan(1e-4);
  });

  it("does not depend on the order of rows", () => {
    const reversed = fitted({
      frequency: simulated.frequency.toReversed(),
      recency: simulated.recency.toReversed(),
      age: simulated.age.toReversed(),
    });
    for (const name of NAMES) expectNear(reversed.params[name], fit.params[name], 1e-5);
  });

  it("gives the same for compressed histories and for weights", () => {
    const inDays = {
      frequency: simulated.frequency,
      recency: simulated.recency.map((value) => Math.ceil(value)),
      age: simulated.age.map((value) => Math.ceil(value)),
    };
    const plain = fitted(inDays);
    expect(fitted(compressHistories(inDays))).toEqual(plain);
    const doubled = fitted({ ...inDays, weight: inDays.age.map(() => 2) });
    for (const name of NAMES) expectNear(doubled.params[name], plain.params[name], 1e-5);
    expect(doubled.logLikelihood).toBeCloseTo(2 * plain.logLikelihood, 3);
  });
});

describe("warns", () => {
  it("when customers all leave with the same probability, so that only a / (a + b) is known", () => {
    // Beta(2000, 18000) is practically the fixed probability 0.1.
    const truth = { r: 0.8, alpha: 4, a: 2000, b: 18_000 };
    const fit = fitted(simulateBgNbd(random(11), truth, 5000, () => 50, 0));
    expect(fit.warnings.map(({ code }) => code)).toEqual(["leavingWeaklyIdentified"]);
    expectNear(fit.params.a / (fit.params.a + fit.params.b), 0.1, 0.1);
  });

  it("when customers all buy at the same rate, so that only r / alpha is known", () => {
    const truth = { r: 3000, alpha: 24_000, a: 1, b: 5 };
    const fit = fitted(simulateBgNbd(random(12), truth, 3000, () => 50, 0));
    expect(fit.warnings.map(({ code }) => code)).toContain("purchaseRateWeaklyIdentified");
    expectNear(fit.params.r / fit.params.alpha, 1 / 8, 0.05);
  });
});

describe("refuses", () => {
  it("too few customers with a repeat purchase", () => {
    const histories = { frequency: [1, 0, 2], recency: [3, 0, 5], age: [9, 9, 9], weight: [4, 100, 5] };
    expect(fitBgNbd(histories)).toEqual({
      ok: false,
      reason: "tooFewRepeatCustomers",
      message: "9 of 109 customers bought again; expected at least 20.",
    });
    expect(fitBgNbd({ frequency: [], recency: [], age: [] }, { minRepeatCustomers: 0 })).toMatchObject({
      reason: "tooFewRepeatCustomers",
    });
  });

  it.each([
    {
      row: { frequency: 1.5, recency: 2, age: 9 },
      message: "Row 1: frequency is 1.5; expected an integer ≥ 0.",
    },
    {
      row: { frequency: 1, recency: 10, age: 9 },
      message: "Row 1: recency is 10; expected above 0 and at most the age 9.",
    },
    {
      row: { frequency: 1, recency: 0, age: 9 },
      message: "Row 1: recency is 0; expected above 0 and at most the age 9.",
    },
    {
      row: { frequency: 0, recency: 0, age: Number.NaN },
      message: "Row 1: age is NaN; expected a finite number ≥ 0.",
    },
  ])("$message", ({ row, message }) => {
    const histories = { frequency: [1, row.frequency], recency: [2, row.recency], age: [9, row.age] };
    expect(fitBgNbd(histories)).toEqual({ ok: false, reason: "invalidHistory", message });
  });

  it("a weight of zero", () => {
    expect(fitBgNbd({ frequency: [1], recency: [2], age: [9], weight: [0] })).toMatchObject({
      message: "Row 0: weight is 0; expected a finite number > 0.",
    });
  });

  it("when it may not take enough steps", () => {
    const simulated = simulateBgNbd(random(13), TRUTH, 500, () => 50, 0);
    expect(fitBgNbd(simulated, { maxIterations: 2 })).toMatchObject({ ok: false, reason: "didNotConverge" });
  });
});
