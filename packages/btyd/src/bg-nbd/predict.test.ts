import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CDNOW_NEEDED, hasCdnow, readCdnowSample } from "../../test/cdnow.ts";
import {
  expectedPurchases,
  expectedPurchasesOfNewCustomer,
  predictBgNbd,
  probabilityActive,
} from "./predict.ts";

/** Rounded as published in the spreadsheet of Hardie. */
const SHEET = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
/** As printed by BTYD 2.4.3; seven digits carry its predictions to about 1e-5. */
const BTYD = { r: 0.2425982, alpha: 4.4136842, a: 0.7929899, b: 2.4261667 };

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

describe("expected purchases of a new customer", () => {
  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])("in %d weeks are %d", (weeks, expected) => {
    expect(Math.abs(expectedPurchasesOfNewCustomer(BTYD, weeks) - expected)).toBeLessThan(5e-4);
  });

  it("in a year are 1.444004", () => {
    expectNear(expectedPurchasesOfNewCustomer(BTYD, 52), 1.444004, 1e-6);
  });
});

describe("expected purchases given a history", () => {
  it("has the value of Hardie's sheet", () => {
    const history = { frequency: 2, recency: 30.43, age: 38.86 };
    expect(expectedPurchases(SHEET, history, 39)).toBeCloseTo(1.226028, 6);
  });

  it.each([
    [0.999, 1.10268],
    [0.9999, 1.10219],
    [1, 1.10214],
    [1.0000001, 1.10214],
    [1.001, 1.10159],
  ])("is smooth in a: %d gives %d", (a, expected) => {
    const history = { frequency: 2, recency: 30.43, age: 38.86 };
    expect(expectedPurchases({ ...SHEET, a }, history, 39)).toBeCloseTo(expected, 5);
  });

  it("has the values of customer 1516 in the BTYD walkthrough", () => {
    const history = { frequency: 26, recency: 30.857143, age: 31 };
    expectNear(expectedPurchases(BTYD, history, 52), 25.75659, 1e-5);
    expectNear(probabilityActive(BTYD, history), 0.9688523, 1e-5);
  });

  it("can be lower for the more frequent of two silent customers", () => {
    expectNear(expectedPurchases(BTYD, { frequency: 10, recency: 20, age: 39 }, 52), 0.3474606, 1e-5);
    expectNear(expectedPurchases(BTYD, { frequency: 20, recency: 20, age: 39 }, 52), 0.004158973, 1e-5);
  });
});

describe("probability of being active", () => {
  it("is exactly 1 without a repeat purchase, however long ago", () => {
    expect(probabilityActive(SHEET, { frequency: 0, recency: 0, age: 5000 })).toBe(1);
  });

  it("is exactly 0 after a silence that nobody survives", () => {
    expect(probabilityActive(SHEET, { frequency: 1000, recency: 10, age: 100 })).toBe(0);
    expect(expectedPurchases(SHEET, { frequency: 1000, recency: 10, age: 100 }, 52)).toBe(0);
  });

  it("right after a repeat purchase is 1 − a / (a + b + x − 1)", () => {
    const { a, b } = SHEET;
    const active = probabilityActive(SHEET, { frequency: 3, recency: 20, age: 20 });
    expect(active).toBeCloseTo(1 - a / (a + b + 3 - 1), 14);
  });
});

describe("for any parameters and history", () => {
  const param = fc.double({ min: 0.01, max: 100, noNaN: true });
  const params = fc.record({ r: param, alpha: param, a: param, b: param });
  const history = fc
    .record({
      frequency: fc.nat(2000),
      share: fc.double({ min: 0.001, max: 1, noNaN: true }),
      age: fc.double({ min: 0.1, max: 5000, noNaN: true }),
    })
    .map(({ frequency, share, age }) => ({ frequency, recency: frequency === 0 ? 0 : share * age, age }));
  const horizon = fc.double({ min: 1e-6, max: 10_000, noNaN: true });

  it("probabilities lie in 0…1, expectations are finite, 0 at once, and rise with the horizon", () => {
    fc.assert(
      fc.property(params, history, horizon, (p, h, t) => {
        const active = probabilityActive(p, h);
        expect(active).toBeGreaterThanOrEqual(0);
        expect(active).toBeLessThanOrEqual(1);
        expect(expectedPurchases(p, h, 0)).toBe(0);
        const expected = expectedPurchases(p, h, t);
        expect(expected).toBeGreaterThanOrEqual(0);
        expect(expectedPurchases(p, h, t * 1.1 + 0.1)).toBeGreaterThanOrEqual(expected * (1 - 1e-9));
        // never more than somebody buys who cannot leave
        expect(expected).toBeLessThanOrEqual((((p.r + h.frequency) * t) / (p.alpha + h.age)) * (1 + 1e-9));
      }),
      { seed: 6, numRuns: 1000 },
    );
  });

  it("the time unit does not matter", () => {
    fc.assert(
      fc.property(params, history, horizon, (p, h, t) => {
        const inDays = { ...h, recency: h.recency * 7, age: h.age * 7 };
        const expected = expectedPurchases(p, h, t);
        const scaled = expectedPurchases({ ...p, alpha: p.alpha * 7 }, inDays, t * 7);
        expect(Math.abs(scaled - expected)).toBeLessThanOrEqual(1e-8 * (expected + 1e-12));
      }),
      { seed: 7 },
    );
  });

  it("the batch equals the single prediction, row by row", () => {
    fc.assert(
      fc.property(params, fc.array(history, { maxLength: 5 }), horizon, (p, rows, t) => {
        const columns = {
          frequency: rows.map((h) => h.frequency),
          recency: rows.map((h) => h.recency),
          age: rows.map((h) => h.age),
        };
        const batch = predictBgNbd(p, columns, t);
        expect([...batch.probabilityActive]).toEqual(rows.map((h) => probabilityActive(p, h)));
        expect([...batch.expectedPurchases]).toEqual(rows.map((h) => expectedPurchases(p, h, t)));
      }),
      { seed: 8 },
    );
  });
});

describe("throws for arguments out of range", () => {
  it("naming the row of a table", () => {
    const rows = { frequency: [1, 1], recency: [2, 12], age: [9, 9] };
    expect(() => predictBgNbd(SHEET, rows, 52)).toThrow(
      "recency of row 1 is 12; expected above 0 and at most the age 9",
    );
  });

  it("naming the horizon", () => {
    const history = { frequency: 1, recency: 2, age: 9 };
    expect(() => expectedPurchases(SHEET, history, -1)).toThrow(
      "horizon is -1; expected a finite number ≥ 0",
    );
  });
});

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  const sample = hasCdnow ? readCdnowSample() : { frequency: [], recency: [], age: [], holdout: [] };
  const predicted = predictBgNbd(BTYD, sample, 39).expectedPurchases;

  it("expects the published hold-out by calibration frequency", () => {
    const groups = Array.from({ length: 8 }, () => ({ customers: 0, actual: 0, expected: 0 }));
    for (const [row, x] of sample.frequency.entries()) {
      const group = groups[Math.min(x, 7)]!;
      group.customers += 1;
      group.actual += sample.holdout[row]!;
      group.expected += predicted[row]!;
    }
    // Reference: BTYD walkthrough; the last group is 7 and more.
    expect(groups.map((group) => group.customers)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    const actual = [0.2367116, 0.6970387, 1.392523, 1.56, 2.532258, 2.947368, 3.862069, 6.359375];
    const model = [0.2250893, 0.5231364, 1.044126, 1.520256, 2.163824, 2.653789, 3.503957, 6.157036];
    for (const [x, group] of groups.entries()) {
      expectNear(group.actual / group.customers, actual[x]!, 1e-6);
      expectNear(group.expected / group.customers, model[x]!, 1e-5);
    }
  });

  it("misses the hold-out by as much as published", () => {
    const errors = Array.from(predicted, (value, row) => value - sample.holdout[row]!);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const total = predicted.reduce((sum, value) => sum + value, 0);
    // Reference: CLVTools predict(); zero for everyone would have MAE 0.7985 and RMSE 2.2064.
    expect(Math.abs(total - 1653.4078)).toBeLessThan(0.02);
    expect(mean(errors.map(Math.abs))).toBeCloseTo(0.78545, 4);
    expect(Math.sqrt(mean(errors.map((error) => error * error)))).toBeCloseTo(1.60798, 4);
    // 1653.4 / 1882 − 1 = −12.15 %
    expect(total / 1882 - 1).toBeCloseTo(-0.1215, 4);
  });

  it("tracks the cumulated repeats of the cohort, weeks 20 to 25", () => {
    const oldest = Math.max(...sample.age);
    const cumulatedUntil = (week: number) =>
      sample.age.reduce((sum, age) => {
        const known = week - (oldest - age);
        return known > 0 ? sum + expectedPurchasesOfNewCustomer(BTYD, known) : sum;
      }, 0);
    const published = [1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.6];
    for (const [i, expected] of published.entries()) expectNear(cumulatedUntil(20 + i), expected, 1e-6);
  });
});
