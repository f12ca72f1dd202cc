import { describe, expect, it } from "vitest";
import { cdnowHoldout, cdnowHoldoutDays, hasCdnow } from "../../../test/cdnow-holdout.ts";
import { compareModels } from "./compare-models.ts";
import { intervalCoverage } from "./interval-coverage.ts";

/**
 * The reference is what the R packages BTYD, BTYDplus and CLVTools forecast for CDNOW, weeks 40 to 78 (vignettes and their code
 * run on the same data); the time unit does not matter.
 */
describe.skipIf(!hasCdnow)("models on CDNOW (needs the folder cdnow in KLEINOD_TEST_DATA)", () => {
  const table = cdnowHoldout();
  const comparison = compareModels(table, cdnowHoldoutDays);
  const forecaster = (code: string) => comparison.forecasters.find((found) => found.code === code)!;

  it.each([
    ["nbd", 1.041, 1.8595, 0.3622, 0.5568, 2929.8, 0.5834],
    ["bgNbd", 0.7855, 1.608, 0.2343, -0.1215, 1653.4, 0.6256],
    ["mbgNbd", 0.7648, 1.6072, 0.2314, -0.1622, 1576.7, 0.6273],
    ["paretoNbd", 0.7545, 1.6028, 0.2377, -0.1151, 1665.4, 0.6302],
    ["sameAsBefore", 0.8973, 1.971, 0.3491, 0.3055, 2457, 0.5772],
  ])("%s is as far off as the reference says", (code, mae, rmse, msle, bias, total, correlation) => {
    const found = forecaster(code);
    const isWithin = (value: number, expected: number) =>
      expect(Math.abs(value / expected - 1)).toBeLessThan(1e-3);
    isWithin(found.mae, mae);
    isWithin(found.rmse, rmse);
    isWithin(found.msle, msle);
    isWithin(found.biasRatio!, bias);
    isWithin(found.predictedOrders, total);
    isWithin(found.correlation!, correlation);
  });

  it("chooses Pareto/NBD: all errors are within one per cent, its total is nearest", () => {
    expect(comparison.choice).toMatchObject({ reason: "bestForecast" });
    expect(comparison.choice!.ranking[0]).toBe("paretoNbd");
    expect(comparison).toMatchObject({ customers: 2_357, actualOrders: 1_882 });
    // No regularity in buying music: k = 1, and the regular model forecasts what the one without regularity does.
    expect(comparison.fitted.get("mbgCnbdK")!.chosen.params).toMatchObject({ k: 1 });
    expect(forecaster("mbgCnbdK").rmse).toBeCloseTo(forecaster("mbgNbd").rmse, 3);
  });

  it("tells actual and expected purchases by those before, as the BTYD walkthrough prints them", () => {
    expect(comparison.byFrequency.map(({ customers }) => customers)).toEqual([
      1411, 439, 214, 100, 62, 38, 29, 64,
    ]);
    const actual = [0.2367116, 0.6970387, 1.392523, 1.56, 2.532258, 2.947368, 3.862069, 6.359375];
    const bgNbd = [0.2250893, 0.5231364, 1.044126, 1.520256, 2.163824, 2.653789, 3.503957, 6.157036];
    for (const [group, { actual: found, isOrMore }] of comparison.byFrequency.entries()) {
      expect(found).toBeCloseTo(actual[group]!, 5);
      expect(forecaster("bgNbd").expectedByFrequency[group]).toBeCloseTo(bgNbd[group]!, 3);
      expect(isOrMore).toBe(group === 7);
    }
  });

  it("counts how many customers lay inside their interval", () => {
    const { model } = comparison.fitted.get("paretoNbd")!;
    const { low, high } = model.transactionIntervalEach(cdnowHoldoutDays, table, 0.8);
    const inside = table.ordersAfter.filter((orders, row) => orders >= low[row]! && orders <= high[row]!);
    const share = intervalCoverage(model, table, cdnowHoldoutDays, 0.8);
    expect(share).toBeCloseTo(inside.length / 2_357, 12);
    expect(share).toBeGreaterThan(0.8);
  });
});

it("a table with rows for several customers gives what its single customers give", () => {
  const single = {
    frequency: Float64Array.from({ length: 120 }, (_, i) => i % 4),
    recency: Float64Array.from({ length: 120 }, (_, i) => (i % 4) * 60),
    age: Float64Array.from({ length: 120 }, (_, i) => 300 + (i % 3) * 50),
    sumLogIntervals: Float64Array.from({ length: 120 }, (_, i) => (i % 4) * Math.log(60)),
    customers: new Float64Array(120).fill(1),
    ordersBefore: Float64Array.from({ length: 120 }, (_, i) => i % 4),
    ordersAfter: Float64Array.from({ length: 120 }, (_, i) => (i % 4) / 2),
  };
  // Twelve kinds of customers, ten times over.
  const first = (column: Float64Array) => column.slice(0, 12);
  const grouped = {
    frequency: first(single.frequency),
    recency: first(single.recency),
    age: first(single.age),
    sumLogIntervals: first(single.sumLogIntervals),
    customers: new Float64Array(12).fill(10),
    ordersBefore: first(single.ordersBefore),
    ordersAfter: first(single.ordersAfter),
  };
  const [a, b] = [compareModels(single, 180), compareModels(grouped, 180)];
  expect(b.byFrequency).toEqual(a.byFrequency);
  for (const { code, rmse, expectedByFrequency } of a.forecasters) {
    const same = b.forecasters.find((found) => found.code === code)!;
    expect(same.rmse).toBeCloseTo(rmse, 9);
    for (const [group, expected] of expectedByFrequency.entries()) {
      expect(same.expectedByFrequency[group]).toBeCloseTo(expected, 9);
    }
  }
});
