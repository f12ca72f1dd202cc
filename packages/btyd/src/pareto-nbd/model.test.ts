import { describe, expect, it } from "vitest";
import { CDNOW_NEEDED, hasCdnow, readCdnowSample } from "../../test/cdnow.ts";
import { paretoNbd } from "./model.ts";

/** As printed by BTYD 2.4.3 and by CLVTools: the same maximum of CDNOW, reached to four digits. */
const BTYD = { r: 0.55339714, alpha: 10.58019854, s: 0.6060625, beta: 11.65622367 };
const CLVTOOLS = { r: 0.55315, alpha: 10.57633, s: 0.60625, beta: 11.6715 };
/** What is printed about the maximum depends on the digits of beta (standard error 6.2), which differ between the peers. */
const PEER_DIGITS = 5e-4;
const CUSTOMER_1516 = { frequency: 26, recency: 30.857142857142858, age: 31 };

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

describe("expected purchases of a new customer", () => {
  it("in a year are 1.473434 (BTYD walkthrough)", () => {
    expectNear(paretoNbd(BTYD).expectedTransactions(52), 1.473434, PEER_DIGITS);
    expectNear(paretoNbd(CLVTOOLS).expectedTransactions(52), 1.473434, PEER_DIGITS);
  });

  it("are the sequence of lifetimes for 0 … 9 weeks", () => {
    const published = [0, 0.05077821, 0.09916088, 0.14542507, 0.1897993, 0.23247466, 0.27361274, 0.31335159];
    // Computed there from other parameters, hence their own tolerance of 0.01.
    for (const [weeks, expected] of [...published, 0.35181024, 0.38909211].entries()) {
      expect(Math.abs(paretoNbd(BTYD).expectedTransactions(weeks) - expected)).toBeLessThan(0.01);
    }
  });

  it("start at r / alpha a week", () => {
    expectNear(paretoNbd(BTYD).expectedTransactions(1e-6) / 1e-6, BTYD.r / BTYD.alpha, 1e-6);
  });
});

describe("customer 1516", () => {
  it("of the BTYD walkthrough: 25.45647 purchases in a year, alive with 0.997874", () => {
    const model = paretoNbd(BTYD);
    expectNear(model.conditionalExpectedTransactions(52, CUSTOMER_1516), 25.45647, PEER_DIGITS);
    expect(Math.abs(model.probabilityAlive(CUSTOMER_1516) - 0.997874)).toBeLessThan(1e-6);
  });

  it("of CLVTools: 20.1158890 purchases in 39 weeks, alive with 0.99787394", () => {
    const model = paretoNbd(CLVTOOLS);
    expectNear(model.conditionalExpectedTransactions(39, CUSTOMER_1516), 20.11588903, 5e-5);
    expect(Math.abs(model.probabilityAlive(CUSTOMER_1516) - 0.99787394)).toBeLessThan(1e-6);
  });
});

it("a long silence says more about somebody who used to buy often (BTYD walkthrough)", () => {
  const model = paretoNbd(BTYD);
  const of = (frequency: number) =>
    model.conditionalExpectedTransactions(52, { frequency, recency: 20, age: 39 });
  expectNear(of(10), 0.7062289, PEER_DIGITS);
  expectNear(of(20), 0.02250658, PEER_DIGITS);
});

it("hundreds of purchases do not underflow (lifetimes test_conditional_expectation_underflow)", () => {
  const model = paretoNbd({ r: 0.55, alpha: 10.58, s: 0.61, beta: 11.67 });
  const of = (frequency: number) =>
    model.conditionalExpectedTransactions(10, { frequency, recency: 200, age: 200 });
  expectNear(of(132), 6.2060517889632418, 1e-12);
  expectNear(of(133), 6.2528722475748113, 1e-12);
});

it("is alive with a probability where CLVTools once had NaN", () => {
  const model = paretoNbd({ r: 0.5143, alpha: 2.8845, s: 0.2856, beta: 14.1087 });
  const alive = model.probabilityAliveEach({
    frequency: [221, 254, 161, 204],
    recency: [103.42857, 97.14286, 94.71429, 98.57143],
    age: [103.57143, 97.28571, 98, 99.42857],
  });
  for (const value of alive) {
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(1);
  }
});

describe("discounted purchases to come", () => {
  it("are 1.8641833 in the example of BTYD", () => {
    const model = paretoNbd({ r: 0.5629966, alpha: 12.559037, s: 0.4081095, beta: 10.5148048 });
    const found = model.discountedExpectedTransactions(0.0027, { frequency: 7, recency: 35, age: 77.86 });
    expectNear(found, 1.8641833, 2e-8);
  });

  // The default of CLVTools is ln 1.1 = 9.5 % per time unit, so in weekly data 9.5 % a week and not 10 % a year.
  const clvToolsDefault = Math.log(1.1);

  it("are 5.942227087 for customer 1516 at the default discount of CLVTools, 9.5 % a week", () => {
    const found = paretoNbd(CLVTOOLS).discountedExpectedTransactions(clvToolsDefault, CUSTOMER_1516);
    expectNear(found, 5.942227087, 1e-5);
  });

  it.skipIf(!hasCdnow)(`of customer 1 are 0.425093426, alive with 0.86916549 (${CDNOW_NEEDED})`, () => {
    const { frequency, recency, age } = readCdnowSample();
    const customer = { frequency: frequency[0]!, recency: recency[0]!, age: age[0]! };
    const model = paretoNbd(CLVTOOLS);
    expectNear(model.discountedExpectedTransactions(clvToolsDefault, customer), 0.425093426, 1e-4);
    expectNear(model.probabilityAlive(customer), 0.86916549, 1e-4);
    expectNear(model.conditionalExpectedTransactions(39, customer), 1.45532078, 1e-4);
  });

  it("are the expectation by parts: delta · ∫ e^(−delta·t) · E[Y(t)] dt", () => {
    const customer = { frequency: 4, recency: 25, age: 39 };
    for (const s of [0.05, 0.606, 1, 3.5, 80]) {
      const model = paretoNbd({ r: 0.553, alpha: 10.58, s, beta: 11.66 });
      for (const delta of [1e-6, 1e-3, 0.0953, 10]) {
        // t = e^u; the trapezoidal rule is exact for an integrand that falls off at both ends.
        let expected = 0;
        for (let u = -45; u < 25; u += 0.05) {
          const t = Math.exp(u);
          const decay = Math.exp(-delta * t);
          if (decay > 0)
            expected += 0.05 * t * delta * decay * model.conditionalExpectedTransactions(t, customer);
        }
        expectNear(model.discountedExpectedTransactions(delta, customer), expected, 1e-9);
      }
    }
  });

  it("fall with the discount, to those of the first moment", () => {
    const model = paretoNbd(BTYD);
    const at = (delta: number) => model.discountedExpectedTransactions(delta, CUSTOMER_1516);
    const found = [0.001, 0.06, 0.99].map(at);
    expect(found).toEqual([...found].sort((a, b) => b - a));
    const rate = (BTYD.r + 26) / (BTYD.alpha + 31);
    expectNear(at(1e6) * 1e6, model.probabilityAlive(CUSTOMER_1516) * rate, 1e-6);
  });

  it("tend to all purchases to come, which are finite for s > 1, as the discount vanishes", () => {
    const model = paretoNbd({ ...BTYD, s: 3 });
    const all = model.conditionalExpectedTransactions(1e12, CUSTOMER_1516);
    expectNear(model.discountedExpectedTransactions(1e-10, CUSTOMER_1516), all, 1e-7);
  });

  it("row by row equal the single ones", () => {
    const model = paretoNbd(BTYD);
    const rows = { frequency: [26, 0], recency: [30.857142857142858, 0], age: [31, 12] };
    expect([...model.discountedExpectedTransactionsEach(0.01, rows)]).toEqual([
      model.discountedExpectedTransactions(0.01, CUSTOMER_1516),
      model.discountedExpectedTransactions(0.01, { frequency: 0, recency: 0, age: 12 }),
    ]);
  });
});

describe("s = 1 is an ordinary point", () => {
  const at = (s: number) =>
    paretoNbd({ r: 0.553, alpha: 10.58, s, beta: 11.66 }).conditionalExpectedTransactions(39, CUSTOMER_1516);

  it("between its neighbours", () => {
    expectNear(at(1), (at(1 - 1e-4) + at(1 + 1e-4)) / 2, 1e-8);
    expectNear(at(1 + 1e-12), at(1), 1e-10);
  });

  it("with the elementary value r·beta/alpha · ln((beta + t) / beta) for a new customer", () => {
    const model = paretoNbd({ r: 2, alpha: 4, s: 1, beta: 3 });
    expectNear(model.expectedTransactions(9), ((2 * 3) / 4) * Math.log(4), 1e-14);
  });
});

describe("the distribution of counts", () => {
  const params = { r: 0.9, alpha: 7, s: 0.8, beta: 11 };

  it.each([
    [params, 30],
    [{ r: 30, alpha: 2, s: 1, beta: 4 }, 12],
    [{ r: 0.05, alpha: 3, s: 9, beta: 2 }, 20],
  ])("of a new customer adds up to 1, its mean to the expectation: %j", (of, horizon) => {
    const model = paretoNbd(of);
    let sum = 0;
    let mean = 0;
    for (let n = 0; n <= 600; n++) {
      const probability = model.transactionProbability(n, horizon);
      sum += probability;
      mean += n * probability;
    }
    expect(sum).toBeCloseTo(1, 10);
    expectNear(mean, model.expectedTransactions(horizon), 1e-9);
  });

  it("given a history has the conditional expectation as its mean, and those who left at 0", () => {
    const model = paretoNbd(params);
    const customer = { frequency: 5, recency: 12, age: 40 };
    let sum = 0;
    let mean = 0;
    for (let n = 0; n <= 150; n++) {
      const probability = model.conditionalTransactionProbability(n, 26, customer);
      sum += probability;
      mean += n * probability;
    }
    expect(sum).toBeCloseTo(1, 10);
    expectNear(mean, model.conditionalExpectedTransactions(26, customer), 1e-9);
    const none = model.conditionalTransactionProbability(0, 26, customer);
    expect(none).toBeGreaterThan(1 - model.probabilityAlive(customer));
  });

  it("no purchase of a new customer is the likelihood of a history without one", () => {
    const model = paretoNbd(params);
    const history = { frequency: 0, recency: 0, age: 30 };
    expectNear(model.transactionProbability(0, 30), Math.exp(model.logLikelihoodOf(history)), 1e-11);
  });

  it("one purchase is the integral of its likelihood over its time", () => {
    const model = paretoNbd(params);
    // Midpoints; the likelihood of a history is the density of its purchase times.
    const steps = 4000;
    let sum = 0;
    for (let i = 0; i < steps; i++) {
      const recency = (30 * (i + 0.5)) / steps;
      sum += Math.exp(model.logLikelihoodOf({ frequency: 1, recency, age: 30 })) * (30 / steps);
    }
    expectNear(model.transactionProbability(1, 30), sum, 1e-6);
  });
});

describe("throws for arguments out of range", () => {
  const model = paretoNbd(BTYD);

  it("naming the parameter", () => {
    expect(() => paretoNbd({ ...BTYD, s: 0 })).toThrow(
      "paretoNbd parameter s is 0; expected a finite number > 0",
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("naming the discount %d", (delta) => {
    const message = `delta is ${delta}; expected a finite number > 0, the discount as a continuous rate per time unit`;
    expect(() => model.discountedExpectedTransactions(delta, CUSTOMER_1516)).toThrow(message);
    expect(() =>
      model.discountedExpectedTransactionsEach(delta, { frequency: [], recency: [], age: [] }),
    ).toThrow(message);
  });

  it("naming the row of a table", () => {
    const rows = { frequency: [1, 1], recency: [2, 12], age: [9, 9] };
    expect(() => model.discountedExpectedTransactionsEach(0.01, rows)).toThrow("recency of row 1 is 12");
  });
});
