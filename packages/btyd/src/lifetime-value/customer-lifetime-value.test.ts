import fc from "fast-check";
import { expect, it } from "vitest";
import { bgNbd } from "../bg-cnbd-k/model.ts";
import { gammaGamma } from "../gamma-gamma/model.ts";
import { paretoNbd } from "../pareto-nbd/model.ts";
import type { LifetimeValueSettings } from "./contract.ts";
import {
  customerLifetimeValue,
  customerLifetimeValueEach,
  discountedTransactions,
  discountedTransactionsEach,
} from "./customer-lifetime-value.ts";

const purchases = bgNbd({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });
const spend = gammaGamma({ p: 6.25, q: 3.74, v: 15.44 });
const settings: LifetimeValueSettings = { purchases, spend, horizon: 52, discountRate: 0.002 };
const customer = { frequency: 2, recency: 30.43, age: 38.86, meanValue: 22.35 };

function expectNear(found: number, expected: number, relative: number): void {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

it("is purchases times value where money keeps its worth", () => {
  const expected =
    purchases.conditionalExpectedTransactions(52, customer) * spend.expectedMeanValue(customer);
  expectNear(customerLifetimeValue({ ...settings, discountRate: 0 }, customer), expected, 1e-12);
});

it("discounts each step from its middle", () => {
  const at = (weeks: number) => purchases.conditionalExpectedTransactions(weeks, customer);
  // Two steps of 26 weeks with their middles at 13 and 39, and a last one of 8 weeks with its middle at 56.
  const byHand = at(26) / 1.002 ** 13 + (at(52) - at(26)) / 1.002 ** 39 + (at(60) - at(52)) / 1.002 ** 56;
  expectNear(discountedTransactions({ ...settings, horizon: 60, step: 26 }, customer), byHand, 1e-12);
  const monthly = { ...settings, horizon: 12, step: 1 };
  const weekly = Array.from({ length: 12 }, (_, i) => (at(i + 1) - at(i)) / 1.002 ** (i + 0.5));
  expectNear(
    discountedTransactions(monthly, customer),
    weekly.reduce((sum, x) => sum + x, 0),
    1e-12,
  );
});

it("takes the cost of every purchase from its margin", () => {
  const transactions = discountedTransactions(settings, customer);
  const mean = spend.expectedMeanValue(customer);
  const net = customerLifetimeValue({ ...settings, margin: 0.3, costPerTransaction: 5 }, customer);
  expectNear(net, transactions * (0.3 * mean - 5), 1e-12);
  // Handling costs more than the margin of about seven: a small customer who is worth less the more often they order.
  expect(customerLifetimeValue({ ...settings, margin: 0.3, costPerTransaction: 12 }, customer)).toBeLessThan(
    0,
  );
});

it("changes by less than a hundredth of a percent when steps are many more", () => {
  const twelve = discountedTransactions(settings, customer);
  const many = discountedTransactions({ ...settings, step: 0.1 }, customer);
  expectNear(twelve, many, 1e-4);
});

it("comes to the endless expectation of Pareto/NBD when it looks far enough", () => {
  const pareto = paretoNbd({ r: 0.5629966, alpha: 12.559037, s: 0.4081095, beta: 10.5148048 });
  const one = { frequency: 7, recency: 35, age: 77.86, meanValue: 20 };
  const far = { purchases: pareto, spend, horizon: 20_000, step: 5, discountRate: Math.expm1(0.0027) };
  // 1.8641833 is BTYD's pnbd.DERT for a continuous rate of 0.0027.
  expectNear(discountedTransactions(far, one), 1.8641833, 1e-4);
});

it("answers for a base what it answers for each customer", () => {
  const row = fc
    .record({
      frequency: fc.integer({ min: 0, max: 200 }),
      share: fc.double({ min: 0.01, max: 1, noNaN: true }),
      age: fc.double({ min: 0.5, max: 2000, noNaN: true }),
      meanValue: fc.double({ min: -5, max: 1e5, noNaN: true }),
    })
    .map(({ frequency, share, age, meanValue }) => ({
      frequency,
      recency: frequency === 0 ? 0 : share * age,
      age,
      meanValue,
    }));
  const money = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), money, money, (rows, margin, discountRate) => {
      const given = { ...settings, margin, discountRate, costPerTransaction: 1 };
      const base = {
        frequency: rows.map(({ frequency }) => frequency),
        recency: rows.map(({ recency }) => recency),
        age: rows.map(({ age }) => age),
        meanValue: rows.map(({ meanValue }) => meanValue),
      };
      const values = customerLifetimeValueEach(given, base);
      const transactions = discountedTransactionsEach(given, base);
      for (const [i, one] of rows.entries()) {
        expect(values[i]).toBeCloseTo(customerLifetimeValue(given, one), 8);
        expect(transactions[i]).toBeGreaterThanOrEqual(0);
        expect(transactions[i]).toBeLessThanOrEqual(
          purchases.conditionalExpectedTransactions(52, one) + 1e-9,
        );
        expect(Number.isFinite(values[i])).toBe(true);
      }
    }),
    { seed: 3 },
  );
});

it("is nothing within no time", () => {
  expect(customerLifetimeValue({ ...settings, horizon: 0 }, customer)).toBe(0);
});

it("refuses what cannot be, naming value and range", () => {
  const refused = (change: Partial<LifetimeValueSettings>) =>
    expect(() => customerLifetimeValue({ ...settings, ...change }, customer));
  refused({ horizon: -1 }).toThrow("horizon is -1; expected a finite number ≥ 0");
  refused({ discountRate: -0.1 }).toThrow("discountRate is -0.1; expected a finite number ≥ 0");
  refused({ margin: 1.5 }).toThrow("margin is 1.5; expected a number from 0 to 1");
  refused({ costPerTransaction: -2 }).toThrow("costPerTransaction is -2; expected a finite number ≥ 0");
  refused({ step: 0 }).toThrow("step is 0; expected a number > 0 and at least the horizon divided by 10000");
});
