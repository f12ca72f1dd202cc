import {
  bgNbd,
  fitBgNbd,
  fitMbgCnbdK,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  mbgCnbdK,
  mbgNbd,
  nbd,
  paretoNbd,
  type RepeatPurchaseModel,
  summarizeTransactions,
} from "@kleinod/btyd";
import { describe, expect, it } from "vitest";
import { CDNOW_NEEDED, hasCdnow } from "../packages/btyd/test/cdnow.ts";
import { readCdnowSampleLog } from "../packages/btyd/test/cdnow-log.ts";

/**
 * What the models of repeat purchases foresee of CDNOW: from the raw purchases of 2,357 customers, fitted on weeks 1 to 39, held
 * against weeks 40 to 78. The reference values come from BTYD 2.4.3, BTYDplus 1.2.0 and the walkthrough of BTYD.
 */
const WEEKS = 39;
const START = Date.UTC(1997, 0, 1);

interface Accuracy {
  readonly mae: number;
  readonly rmse: number;
  /** Mean squared difference of ln(1 + count). */
  readonly msle: number;
  /** Sum of forecasts ÷ sum of purchases − 1. */
  readonly bias: number;
  readonly total: number;
  readonly correlation: number;
}

const REFERENCE = {
  nbd: { mae: 1.041, rmse: 1.8595, msle: 0.3622, bias: 0.5568, total: 2929.8, correlation: 0.5834 },
  bgNbd: { mae: 0.7855, rmse: 1.608, msle: 0.2343, bias: -0.1215, total: 1653.4, correlation: 0.6256 },
  mbgNbd: { mae: 0.7648, rmse: 1.6072, msle: 0.2314, bias: -0.1622, total: 1576.7, correlation: 0.6273 },
  paretoNbd: { mae: 0.7545, rmse: 1.6028, msle: 0.2377, bias: -0.1151, total: 1665.4, correlation: 0.6302 },
} as const;

/** Repeat purchases per customer in weeks 40 to 78 by their number in weeks 1 to 39; the last group is seven and more. */
const BY_FREQUENCY = {
  customers: [1411, 439, 214, 100, 62, 38, 29, 64],
  actual: [0.2367116, 0.6970387, 1.392523, 1.56, 2.532258, 2.947368, 3.862069, 6.359375],
  bgNbd: [0.2250893, 0.5231364, 1.044126, 1.520256, 2.163824, 2.653789, 3.503957, 6.157036],
  paretoNbd: [0.138, 0.6, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403],
} as const;

/** Repeat purchases of all customers in weeks 20 to 25. */
const TRACKING = {
  week: [73, 55, 70, 33, 56, 99],
  cumulative: [1359, 1414, 1484, 1517, 1573, 1672],
  bgNbd: [1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.6],
  paretoNbd: [1308.856, 1385.275, 1459.923, 1532.906, 1604.32, 1674.253],
} as const;

function expectWithin(found: number, expected: number, relative: number, what: string): void {
  expect(Math.abs(found / expected - 1), `${what}: ${found} against ${expected}`).toBeLessThan(relative);
}

function accuracyOf(forecast: ArrayLike<number>, actual: ArrayLike<number>): Accuracy {
  const rows = Array.from(actual, (purchases, row) => ({ purchases, expected: forecast[row]! }));
  const mean = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const [meanExpected, meanPurchases] = [
    mean(({ expected }) => expected),
    mean(({ purchases }) => purchases),
  ];
  const covariance = mean(
    ({ expected, purchases }) => (expected - meanExpected) * (purchases - meanPurchases),
  );
  const deviations =
    Math.sqrt(mean(({ expected }) => (expected - meanExpected) ** 2)) *
    Math.sqrt(mean(({ purchases }) => (purchases - meanPurchases) ** 2));
  return {
    mae: mean(({ expected, purchases }) => Math.abs(expected - purchases)),
    rmse: Math.sqrt(mean(({ expected, purchases }) => (expected - purchases) ** 2)),
    msle: mean(({ expected, purchases }) => (Math.log1p(expected) - Math.log1p(purchases)) ** 2),
    bias: meanExpected / meanPurchases - 1,
    total: meanExpected * rows.length,
    correlation: covariance / deviations,
  };
}

describe.skipIf(!hasCdnow)(`CDNOW, weeks 1 to 39 against weeks 40 to 78 (${CDNOW_NEEDED})`, () => {
  const log = hasCdnow ? readCdnowSampleLog() : { customer: [], time: [], value: [] };
  const base = summarizeTransactions(log, { unit: "week", calibrationEnd: "1997-09-30", end: "1998-06-30" });
  const models = {
    nbd: nbd(fitNbd(base).params),
    bgNbd: bgNbd(fitBgNbd(base).params),
    mbgNbd: mbgNbd(fitMbgNbd(base).params),
    paretoNbd: paretoNbd(fitParetoNbd(base).params),
  };
  const forecast = (model: RepeatPurchaseModel<string, unknown>) =>
    model.conditionalExpectedTransactionsEach(WEEKS, base);

  it.each(["nbd", "bgNbd", "mbgNbd", "paretoNbd"] as const)("%s is as accurate as its reference", (name) => {
    const found = accuracyOf(forecast(models[name]), base.holdoutFrequency);
    for (const [measure, expected] of Object.entries(REFERENCE[name])) {
      expectWithin(found[measure as keyof Accuracy], expected, 0.01, measure);
    }
  });

  it("finds no regularity in these purchases: the model with k stages is that with k = 1", () => {
    const fit = fitMbgCnbdK(base);
    expect(fit.params.k).toBe(1);
    const found = accuracyOf(forecast(mbgCnbdK(fit.params)), base.holdoutFrequency);
    expectWithin(found.rmse, REFERENCE.mbgNbd.rmse, 0.01, "rmse");
    expectWithin(found.total, REFERENCE.mbgNbd.total, 0.01, "total");
  });

  it("shows what a model must beat: the last 39 weeks again, and nobody at all", () => {
    const again = accuracyOf(base.frequency, base.holdoutFrequency);
    const reference = {
      mae: 0.8973,
      rmse: 1.971,
      msle: 0.3491,
      bias: 0.3055,
      total: 2457,
      correlation: 0.5772,
    };
    for (const [measure, expected] of Object.entries(reference)) {
      expectWithin(again[measure as keyof Accuracy], expected, 0.001, measure);
    }
    const nobody = accuracyOf(new Float64Array(base.customer.length), base.holdoutFrequency);
    expectWithin(nobody.mae, 0.7985, 0.001, "mae");
    expectWithin(nobody.rmse, 2.2064, 0.001, "rmse");
    expectWithin(nobody.msle, 0.4627, 0.001, "msle");
  });

  it("does not let the mean absolute error choose: foreseeing nothing looks as good as foreseeing well", () => {
    const nobody = accuracyOf(new Float64Array(base.customer.length), base.holdoutFrequency);
    const bg = accuracyOf(forecast(models.bgNbd), base.holdoutFrequency);
    const poor = accuracyOf(forecast(models.nbd), base.holdoutFrequency);
    // Within 2 % of BG/NBD and far below NBD, with all 1,882 purchases missed …
    expect(nobody.mae).toBeLessThan(1.02 * bg.mae);
    expect(nobody.mae).toBeLessThan(0.8 * poor.mae);
    expect(nobody.bias).toBe(-1);
    // … which the squared error tells: 37 % above BG/NBD, and above NBD.
    expect(nobody.rmse).toBeGreaterThan(1.35 * bg.rmse);
    expect(nobody.rmse).toBeGreaterThan(poor.rmse);
  });

  it("expects by calibration frequency what the walkthrough of BTYD prints", () => {
    const meanOf = (values: ArrayLike<number>) =>
      BY_FREQUENCY.customers.map((customers, group) => {
        let sum = 0;
        let found = 0;
        for (let row = 0; row < base.frequency.length; row++) {
          if (Math.min(7, base.frequency[row]!) !== group) continue;
          sum += values[row]!;
          found += 1;
        }
        expect(found).toBe(customers);
        return sum / found;
      });
    for (const [group, found] of meanOf(base.holdoutFrequency).entries()) {
      expectWithin(found, BY_FREQUENCY.actual[group]!, 1e-6, `actual, ${group}`);
    }
    for (const [group, found] of meanOf(forecast(models.bgNbd)).entries()) {
      expectWithin(found, BY_FREQUENCY.bgNbd[group]!, 1e-3, `BG/NBD, ${group}`);
    }
    for (const [group, found] of meanOf(forecast(models.paretoNbd)).entries()) {
      // Printed with three decimals.
      const tolerance = 1e-3 + 0.0005 / BY_FREQUENCY.paretoNbd[group]!;
      expectWithin(found, BY_FREQUENCY.paretoNbd[group]!, tolerance, `Pareto/NBD, ${group}`);
    }
  });

  it("follows the purchases of all customers week by week as the walkthrough of BTYD prints", () => {
    const everything = summarizeTransactions(log, { unit: "week" });
    // Weeks of 1997-01-01 on; a customer begins with the first purchase, as late as twelve weeks into them.
    const starts = Array.from(base.age, (age) => base.age.reduce((a, b) => Math.max(a, b), 0) - age);
    expect(everything.customer).toEqual(base.customer);
    const cumulativeActual = Array.from({ length: 78 }, (_, i) => repeatPurchasesUpTo(log, i + 1));
    const cumulative = (model: RepeatPurchaseModel<string, unknown>, week: number) =>
      starts.reduce((sum, start) => sum + (week > start ? model.expectedTransactions(week - start) : 0), 0);

    for (let i = 0; i < 6; i++) {
      const week = 20 + i;
      expect(cumulativeActual[week - 1]).toBe(TRACKING.cumulative[i]);
      expect(cumulativeActual[week - 1]! - cumulativeActual[week - 2]!).toBe(TRACKING.week[i]);
      expectWithin(cumulative(models.bgNbd, week), TRACKING.bgNbd[i]!, 1e-3, `BG/NBD, week ${week}`);
      expectWithin(
        cumulative(models.paretoNbd, week),
        TRACKING.paretoNbd[i]!,
        1e-3,
        `Pareto/NBD, week ${week}`,
      );
    }
    // All repeat purchases of the 78 weeks: 2,457 + 1,882
    expect(cumulativeActual[77]).toBe(4339);
    expectWithin(cumulative(models.bgNbd, 78), 4339, 0.05, "BG/NBD, week 78");
  });
});

/** Repeat purchase days in the first `weeks` weeks from 1997-01-01 on. */
function repeatPurchasesUpTo(
  log: { customer: readonly string[]; time: readonly string[] },
  weeks: number,
): number {
  const end = new Date(START + (weeks * 7 - 1) * 86_400_000);
  const { frequency } = summarizeTransactions(log, { end });
  return frequency.reduce((sum, x) => sum + x, 0);
}
