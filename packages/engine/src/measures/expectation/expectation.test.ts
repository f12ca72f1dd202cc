import { describe, expect, it } from "vitest";
import { cdnowHoldout, cdnowHoldoutDays, hasCdnow } from "../../../test/cdnow-holdout.ts";
import { plainDate } from "../period.ts";
import { type ExpectationInput, expect12Months } from "./compute.ts";
import { readExpectationDetails } from "./expectation-details.ts";
import { explainForecast } from "./explain-forecast.ts";
import { forecastReport } from "./forecast-report.ts";
import type { HistoryTable } from "./history-tables.ts";
import { forecastSchema } from "./report-contract.ts";

/** Frequency, recency, age, customers; as if all intervals were equal. */
const table = (rows: readonly (readonly [number, number, number, number])[]): HistoryTable => ({
  frequency: Float64Array.from(rows, (row) => row[0]),
  recency: Float64Array.from(rows, (row) => row[1]),
  age: Float64Array.from(rows, (row) => row[2]),
  customers: Float64Array.from(rows, (row) => row[3]),
  sumLogIntervals: Float64Array.from(rows, ([frequency, recency]) =>
    frequency === 0 ? 0 : frequency * Math.log(recency / frequency),
  ),
});

const input: ExpectationInput = {
  histories: table([
    [0, 0, 300, 40],
    [0, 0, 600, 60],
    [1, 100, 400, 30],
    [3, 350, 380, 25],
    [5, 200, 700, 10],
    [12, 690, 700, 8],
    [20, 300, 700, 3],
  ]),
  sample: null,
  spend: {
    count: Float64Array.from({ length: 60 }, (_, index) => 1 + (index % 7)),
    meanCents: Float64Array.from({ length: 60 }, (_, index) => 5_000 + 100 * index),
  },
  horizonDays: 365,
  holdout: null,
};
const head = { asOf: "2025-12-31", currency: "CHF" };
const totals = { customers: 176, salesCents: 1_000_000, ordersLast12: 300, activeCustomers: 120 };

function expected(given: ExpectationInput) {
  const expectation = expect12Months(given);
  if (!expectation.ok) throw new Error(expectation.message);
  return expectation;
}

describe("expectation without a hold-out", () => {
  const { predictions, details } = expected(input);

  it("predicts what a model of these histories can tell", () => {
    const { probabilityActive, expectedOrders, ordersLow, ordersHigh, ordersWhileActive } = predictions;
    for (const [row, orders] of expectedOrders.entries()) {
      expect(probabilityActive[row]).toBeGreaterThanOrEqual(0);
      expect(probabilityActive[row]).toBeLessThanOrEqual(1);
      expect(ordersLow[row]).toBeLessThanOrEqual(ordersHigh[row]!);
      // What is at stake is what would come if the customer stays: E = P(active) · E[· | active].
      expect(orders).toBeCloseTo(probabilityActive[row]! * ordersWhileActive[row]!, 6);
    }
    // One purchase only: BG/NBD, which stands without a comparison, knows no leaving before a repeat purchase.
    expect(probabilityActive[0]).toBe(1);
    // Twenty purchases and then silence for 400 days against twelve up to ten days ago.
    expect(probabilityActive[6]).toBeLessThan(probabilityActive[5]!);
  });

  it("says which model stands and why, with an interval of the total around its sum", () => {
    expect(details).toMatchObject({
      purchases: { model: "bgNbd" },
      reason: "historyTooShort",
      holdout: null,
      tracking: [],
    });
    const sum = predictions.expectedOrders.reduce(
      (total, orders, row) => total + orders * input.histories.customers[row]!,
      0,
    );
    expect(details.total.expected).toBeCloseTo(sum, 9);
    expect(details.total.low!).toBeLessThan(sum);
    expect(details.total.high!).toBeGreaterThan(sum);
    expect(expected(input).details).toEqual(details);
  });

  it("is a report that says what is missing for a comparison", () => {
    const report = forecastSchema.strict().parse(forecastReport(head, details, totals));
    expect(report).toMatchObject({ state: "forecast", holdout: null, model: { reason: "historyTooShort" } });
    expect(report.unclear.map(({ field }) => field)).toContain("holdout");
    // The interval of sales is that of purchases.
    const { orders, salesCents } = report.next12!;
    expect(salesCents!.low! / salesCents!.expected).toBeCloseTo(orders.low! / orders.expected, 5);
  });

  it("refuses with a reason when too few bought again, and so does the report", () => {
    const tooFew = table([
      [0, 0, 100, 500],
      [1, 10, 100, 19],
    ]);
    const refused = expect12Months({ ...input, histories: tooFew });
    expect(refused).toMatchObject({ ok: false, reason: "tooLittleHistory" });
    const report = forecastReport(head, { refused: "tooLittleHistory", message: "" }, totals);
    expect(forecastSchema.strict().parse(report)).toMatchObject({
      state: "tooLittleHistory",
      next12: null,
      unclear: [{ field: "model", reason: "tooLittleHistory" }],
    });
  });

  it("expects orders but no sales when the values of purchases do not vary", () => {
    const flat = { count: input.spend.count, meanCents: input.spend.meanCents.map(() => 100) };
    expect(expected({ ...input, spend: flat }).details.spend).toBeNull();
  });

  it("survives storage as JSON, and knows the details of a version that compared no models", () => {
    expect(readExpectationDetails(JSON.parse(JSON.stringify(details)))).toEqual(details);
    const old = { purchases: { r: 0.2, alpha: 4, a: 0.8, b: 2.4 }, spend: null, notes: [], horizonDays: 365 };
    expect(readExpectationDetails(old)).toBeNull();
    expect(forecastSchema.strict().parse(forecastReport(head, null, totals))).toMatchObject({
      unclear: [{ reason: "measuredByEarlierVersion" }],
    });
  });
});

describe.skipIf(!hasCdnow)(
  "expectation with a hold-out (needs the folder cdnow in KLEINOD_TEST_DATA)",
  () => {
    const holdout = cdnowHoldout();
    const cut = plainDate("1997-09-30");
    const known: ExpectationInput = {
      ...input,
      histories: holdout,
      holdout: {
        window: { cut, months: 9, days: cdnowHoldoutDays },
        table: holdout,
        customersBefore: 2_357,
        tracking: {
          firstDay: holdout.age.map((days) => -days),
          customers: holdout.customers,
          day: Float64Array.of(-1, 1),
          orders: Float64Array.of(2_457, 1_882),
        },
        // Ends of weeks 20 and 25, the cut, end of week 78.
        monthEnds: ["1997-05-21", "1997-06-25", "1997-09-30", "1998-06-30"].map(plainDate),
      },
    };
    const { details } = expected(known);

    it("rests on the model that forecast best, with its parameters and their uncertainty", () => {
      expect(details.purchases.model).toBe("paretoNbd");
      // Published in weeks: r .553, alpha 10.578, s .606, beta 11.669; standard errors .048, .84, .187, 6.2.
      const alpha = details.fit.parameters.find(({ code }) => code === "alpha")!;
      expect(alpha.value / 7).toBeCloseTo(10.578, 1);
      expect(alpha.standardError! / 7).toBeCloseTo(0.843, 1);
      expect(alpha.low!).toBeLessThan(alpha.value);
    });

    it("tracks the base: what is cumulated is what the published model expects of all", () => {
      const [week25, calibration, after] = details.tracking;
      // BTYD walkthrough: 1308.856 cumulated up to week 20, 1674.253 up to week 25.
      expect(Math.abs(week25!.expectedCumulative / 1_674.253 - 1)).toBeLessThan(1e-3);
      expect(Math.abs(week25!.expectedOrders / (1_674.253 - 1_308.856) - 1)).toBeLessThan(1e-3);
      expect(calibration).toMatchObject({ isHoldout: false, actualCumulative: 2_457 });
      expect(after).toMatchObject({ isHoldout: true, actualOrders: 1_882, actualCumulative: 4_339 });
      // After the cut it is the forecast of these very customers: 1665.4 by BTYD, on top of the 2,457 that were bought.
      expect(Math.abs(after!.expectedOrders / 1_665.4 - 1)).toBeLessThan(1e-3);
      expect(Math.abs(after!.expectedCumulative / (2_457 + 1_665.4) - 1)).toBeLessThan(1e-3);
    });

    it("leaves open in its total what the parameters and what customers do leave open", () => {
      const { expected: total, low, high } = details.total;
      // 2,357 customers, each off by 1.603 over 273 days: over 365 days √(2357 · 1.603² · 365 ÷ 273) = 90.0; 90 %: ± 1.645 · 90.0.
      const chance = 1.645 * Math.sqrt((2_357 * 1.603 ** 2 * 365) / cdnowHoldoutDays);
      expect(total - low!).toBeGreaterThan(chance);
      expect(high! - total).toBeGreaterThan(chance);
      expect(high! - total).toBeLessThan(3 * chance);
    });

    it("explains itself with the model's name and how far off it was", () => {
      expect(explainForecast(details).en).toContain("Pareto/NBD");
      expect(explainForecast(details).en).toContain("off by 1.60 purchase days");
      expect(explainForecast(details).en).toContain("(“same as before”: 1.97), total 12% too low");
      expect(explainForecast(details).de).toContain("Summe 12 % zu tief");
    });

    it("is a report by its schema, forecasters by their error and one of them chosen", () => {
      const report = forecastSchema.strict().parse(forecastReport(head, details, totals));
      const { forecasters, byFrequency } = report.holdout!;
      const errors = forecasters.map(({ rmse }) => rmse);
      expect(errors).toEqual([...errors].sort((a, b) => a - b));
      expect(forecasters.filter(({ isChosen }) => isChosen).map(({ code }) => code)).toEqual(["paretoNbd"]);
      expect(forecasters.filter(({ isBenchmark }) => isBenchmark)).toHaveLength(2);
      for (const { expectedByFrequency } of forecasters) {
        expect(expectedByFrequency).toHaveLength(byFrequency.length);
      }
      expect(byFrequency.reduce((sum, { customers }) => sum + customers, 0)).toBe(2_357);
    });
  },
);
