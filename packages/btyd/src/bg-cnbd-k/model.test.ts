import { describe, expect, it } from "vitest";
import { CDNOW_NEEDED, hasCdnow, readCdnowSample } from "../../test/cdnow.ts";
import { bgCnbdK, bgNbd, mbgCnbdK, mbgNbd } from "./model.ts";

/** Rounded as published in the spreadsheet of Hardie. */
const SHEET = bgNbd({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
/** As printed by BTYD 2.4.3; seven digits carry its predictions to about 1e-5. */
const BTYD = bgNbd({ r: 0.2425982, alpha: 4.4136842, a: 0.7929899, b: 2.4261667 });
/** As printed by BTYDplus 1.2.0. */
const BTYDPLUS = mbgNbd({ r: 0.52484356, alpha: 6.18309285, a: 0.89138778, b: 1.61404833 });

const PUBLISHED = { frequency: 2, recency: 30.43, age: 38.86 };
const CUSTOMER_1516 = { frequency: 26, recency: 30.857143, age: 31 };

function near(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}
/** Half a unit of the last printed digit. */
function asPrinted(found: number, expected: number, decimals: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(0.5001 * 10 ** -decimals);
}

describe("BG/NBD, published values", () => {
  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])("a new customer buys in %d weeks %d times (Hardie's sheet)", (weeks, expected) => {
    // Half a digit, and the parameters of the sheet, which differ from BTYD's by up to 2e-4.
    expect(Math.abs(BTYD.expectedTransactions(weeks) - expected)).toBeLessThan(5e-5 + 2e-4 * expected);
  });

  it("a new customer buys 1.444004 times a year (BTYD walkthrough)", () => {
    near(BTYD.expectedTransactions(52), 1.444004, 1e-6);
  });

  it("a customer of Hardie's sheet buys 1.226 times in 39 weeks", () => {
    near(SHEET.conditionalExpectedTransactions(39, PUBLISHED), 1.226028, 1e-6);
  });

  it("customer 1516 of the BTYD walkthrough", () => {
    near(BTYD.conditionalExpectedTransactions(52, CUSTOMER_1516), 25.75659, 5e-6);
    near(BTYD.probabilityAlive(CUSTOMER_1516), 0.9688523, 1e-6);
  });

  it("the more frequent of two silent customers is expected to buy less (BTYD walkthrough)", () => {
    const silent = (frequency: number) => ({ frequency, recency: 20, age: 39 });
    near(BTYD.conditionalExpectedTransactions(52, silent(10)), 0.3474606, 5e-6);
    near(BTYD.conditionalExpectedTransactions(52, silent(20)), 0.004158973, 1e-5);
  });

  it("P(X(2) = 10) and P(X(39) = 0) (BTYD manual, by way of lifetimes)", () => {
    near(SHEET.transactionProbability(10, 2), 1.07869e-7, 0.5e-5);
    near(SHEET.transactionProbability(0, 39), 0.5737864, 1e-7);
  });

  it.each([
    [0.999, 1.10268],
    [0.9999, 1.10219],
    [1, 1.10214],
    [1.0000001, 1.10214],
    [1.001, 1.10159],
  ])("is smooth in a: %d gives %d", (a, expected) => {
    asPrinted(bgNbd({ ...SHEET.params, a }).conditionalExpectedTransactions(39, PUBLISHED), expected, 5);
  });

  it("a silence that nobody survives gives exactly 0 (lifetimes)", () => {
    const gone = { frequency: 1000, recency: 10, age: 100 };
    expect(SHEET.probabilityAlive(gone)).toBe(0);
    expect(SHEET.conditionalExpectedTransactions(52, gone)).toBe(0);
    expect(SHEET.transactionInterval(52, gone)).toEqual({ low: 0, high: 0 });
  });
});

describe("MBG/NBD, published values", () => {
  it("expects what BTYDplus does", () => {
    // BTYDplus computes its 2F1 to about 1e-5.
    near(BTYDPLUS.conditionalExpectedTransactions(39, PUBLISHED), 1.2626573, 1.5e-5);
  });

  it("P(alive) = 1 / (1 + a/(b+x) ((alpha+T)/(alpha+t_x))^(r+x)), without a repeat purchase too", () => {
    const { r, alpha, a, b } = BTYDPLUS.params;
    const alive = (x: number, t: number, age: number) =>
      1 / (1 + (a / (b + x)) * ((alpha + age) / (alpha + t)) ** (r + x));
    near(BTYDPLUS.probabilityAlive(PUBLISHED), alive(2, 30.43, 38.86), 1e-13);
    near(BTYDPLUS.probabilityAlive({ frequency: 0, recency: 0, age: 20 }), alive(0, 0, 20), 1e-13);
    near(BTYDPLUS.probabilityAlive({ frequency: 0, recency: 0, age: 0 }), b / (a + b), 1e-14);
  });

  it("E[X(t)] of a new customer, by the 2F1 series written out", () => {
    const { r, alpha, a, b } = BTYDPLUS.params;
    for (const t of [1, 39, 104]) {
      const z = t / (alpha + t);
      let term = 1;
      let hypergeometric = 1;
      for (let n = 0; n < 2000; n++) {
        term *= (((r + n) * (b + 1 + n)) / ((a + b + n) * (n + 1))) * z;
        hypergeometric += term;
      }
      const expected = (b / (a - 1)) * (1 - (alpha / (alpha + t)) ** r * hypergeometric);
      near(BTYDPLUS.expectedTransactions(t), expected, 1e-9);
    }
  });
});

describe("BG models", () => {
  it("are sure that a customer without a repeat purchase is alive", () => {
    const once = { frequency: 0, recency: 0, age: 5000 };
    expect(SHEET.probabilityAlive(once)).toBe(1);
    expect(bgCnbdK({ k: 3, ...SHEET.params }).probabilityAlive(once)).toBe(1);
  });

  it("give 1 − a / (a + b + x − 1) right after a repeat purchase", () => {
    const { a, b } = SHEET.params;
    const now = { frequency: 3, recency: 20, age: 20 };
    for (const model of [SHEET, bgCnbdK({ k: 4, ...SHEET.params })]) {
      near(model.probabilityAlive(now), 1 - a / (a + b + 3 - 1), 1e-14);
    }
  });
});

describe("regular purchases", () => {
  it("with k = 1 are BG/NBD and MBG/NBD", () => {
    const bg = bgCnbdK({ k: 1, ...BTYD.params });
    const mbg = mbgCnbdK({ k: 1, ...BTYDPLUS.params });
    expect(bg.conditionalExpectedTransactions(39, PUBLISHED)).toBe(
      BTYD.conditionalExpectedTransactions(39, PUBLISHED),
    );
    expect(mbg.probabilityAlive(PUBLISHED)).toBe(BTYDPLUS.probabilityAlive(PUBLISHED));
    expect(mbg.transactionProbability(3, 39)).toBe(BTYDPLUS.transactionProbability(3, 39));
  });

  it("make a silence of several intervals more telling, and one of half an interval less", () => {
    const at = (k: number, age: number) =>
      mbgCnbdK({ k, r: 50, alpha: 50 / k, a: 1, b: 4 }).probabilityAlive({ frequency: 10, recency: 10, age });
    expect(at(6, 13)).toBeLessThan(at(1, 13));
    expect(at(6, 10.5)).toBeGreaterThan(at(1, 10.5));
  });

  it("refuse a k that is no number of stages", () => {
    expect(() => mbgCnbdK({ k: 1.5, ...BTYD.params })).toThrow(
      "MBG/CNBD-k parameter k is 1.5; expected an integer from 1 to 20",
    );
  });
});

describe.skipIf(!hasCdnow)(`on CDNOW (${CDNOW_NEEDED})`, () => {
  const sample = hasCdnow ? readCdnowSample() : { frequency: [], recency: [], age: [], holdout: [] };

  it("BG/NBD expects the published hold-out by calibration frequency (BTYD walkthrough)", () => {
    const predicted = BTYD.conditionalExpectedTransactionsEach(39, sample);
    const groups = Array.from({ length: 8 }, () => ({ customers: 0, actual: 0, expected: 0 }));
    for (const [row, x] of sample.frequency.entries()) {
      const group = groups[Math.min(x, 7)]!;
      group.customers += 1;
      group.actual += sample.holdout[row]!;
      group.expected += predicted[row]!;
    }
    // The last group is 7 and more.
    expect(groups.map((group) => group.customers)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    const actual = [0.2367116, 0.6970387, 1.392523, 1.56, 2.532258, 2.947368, 3.862069, 6.359375];
    const model = [0.2250893, 0.5231364, 1.044126, 1.520256, 2.163824, 2.653789, 3.503957, 6.157036];
    for (const [x, group] of groups.entries()) {
      near(group.actual / group.customers, actual[x]!, 1e-6);
      near(group.expected / group.customers, model[x]!, 1e-5);
    }
  });

  it.each([
    // CLVTools predict() for BG/NBD, BTYDplus for MBG/NBD; zero for everyone would have MAE 0.7985 and RMSE 2.2064.
    { model: BTYD, total: 1653.4078, mae: 0.78545, rmse: 1.60798, correlation: 0.6256 },
    { model: BTYDPLUS, total: 1576.7, mae: 0.7648, rmse: 1.6072, correlation: 0.6273 },
  ])(
    "$model.model misses the hold-out by as much as published",
    ({ model, total, mae, rmse, correlation }) => {
      const predicted = model.conditionalExpectedTransactionsEach(39, sample);
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      const errors = Array.from(predicted, (value, row) => value - sample.holdout[row]!);
      expect(Math.abs(mean([...predicted]) * 2357 - total)).toBeLessThan(0.06);
      asPrinted(mean(errors.map(Math.abs)), mae, 4);
      asPrinted(Math.sqrt(mean(errors.map((error) => error * error))), rmse, 4);
      const [expectedMean, actualMean] = [mean([...predicted]), mean(sample.holdout)];
      const moment = (left: (row: number) => number, right: (row: number) => number) =>
        mean(sample.holdout.map((_, row) => left(row) * right(row)));
      const ofExpected = (row: number) => predicted[row]! - expectedMean;
      const ofActual = (row: number) => sample.holdout[row]! - actualMean;
      const found =
        moment(ofExpected, ofActual) / Math.sqrt(moment(ofExpected, ofExpected) * moment(ofActual, ofActual));
      asPrinted(found, correlation, 4);
    },
  );

  it("BG/NBD tracks the cumulated repeats of the cohort, weeks 20 to 25 (BTYD walkthrough)", () => {
    const oldest = Math.max(...sample.age);
    const cumulatedUntil = (week: number) =>
      sample.age.reduce((sum, age) => {
        const known = week - (oldest - age);
        return known > 0 ? sum + BTYD.expectedTransactions(known) : sum;
      }, 0);
    const published = [1312.458, 1387.346, 1460.392, 1531.713, 1601.418, 1669.6];
    for (const [i, expected] of published.entries()) near(cumulatedUntil(20 + i), expected, 1e-6);
  });
});
