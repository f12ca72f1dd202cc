import { describe, expect, it } from "vitest";
import type { RepeatPurchaseKernel } from "./contract.ts";
import { repeatPurchaseModel } from "./repeat-purchase-model.ts";

/** Alive with ¾ of the recency; then 0, 1, 2 or 3 purchases with ¼ each per unit of horizon that is at most 1. */
const kernel: RepeatPurchaseKernel<"dice", { sides: number }> = {
  model: "dice",
  params: { sides: 4 },
  logLikelihood: (x, recency, age, logs) => (Number.isNaN(logs) ? -x - recency - age : logs),
  probabilityAlive: (x, recency) => (x === 0 ? 0.75 : recency / 10),
  expectedWhileAlive: (horizon) => 1.5 * horizon,
  walkCounts(_horizon, _x, _recency, _age, visit) {
    for (let count = 0; visit(count, count < 4 ? 0.25 : 0); count++);
  },
};
const dice = repeatPurchaseModel(kernel);
const CUSTOMER = { frequency: 1, recency: 8, age: 9 };
const NOBODY = { frequency: 1, recency: 1e-9, age: 9 };

it("weighs what somebody alive buys with the probability of being alive", () => {
  expect(dice.probabilityAlive(CUSTOMER)).toBe(0.8);
  expect(dice.expectedTransactionsWhileAlive(2, CUSTOMER)).toBe(3);
  expect(dice.conditionalExpectedTransactions(2, CUSTOMER)).toBeCloseTo(2.4, 14);
  expect(dice.conditionalExpectedTransactions(0, CUSTOMER)).toBe(0);
  expect(dice.expectedTransactionsWhileAlive(0, CUSTOMER)).toBe(0);
  // a new customer is the history (0, 0, 0)
  expect(dice.expectedTransactions(2)).toBeCloseTo(0.75 * 3, 14);
});

it("counts who has left among those who buy nothing", () => {
  expect(dice.conditionalTransactionProbability(0, 1, CUSTOMER)).toBeCloseTo(0.2 + 0.8 * 0.25, 14);
  expect(dice.conditionalTransactionProbability(3, 1, CUSTOMER)).toBeCloseTo(0.8 * 0.25, 14);
  expect(dice.conditionalTransactionProbability(4, 1, CUSTOMER)).toBe(0);
  expect(dice.conditionalTransactionProbability(0, 0, CUSTOMER)).toBe(1);
  expect(dice.conditionalTransactionProbability(1, 0, CUSTOMER)).toBe(0);
  expect(dice.transactionProbability(2, 1)).toBeCloseTo(0.75 * 0.25, 14);
});

it("gives the smallest counts that reach the two cumulated probabilities", () => {
  // Cumulated: 0.4, 0.6, 0.8, 1
  expect(dice.transactionInterval(1, CUSTOMER, 0.5)).toEqual({ low: 0, high: 2 });
  expect(dice.transactionInterval(1, CUSTOMER, 0.9)).toEqual({ low: 0, high: 3 });
  expect(dice.transactionInterval(1, CUSTOMER, 0.15)).toEqual({ low: 1, high: 1 });
  expect(dice.transactionInterval(1, CUSTOMER)).toEqual(dice.transactionInterval(1, CUSTOMER, 0.8));
  expect(dice.transactionInterval(0, CUSTOMER)).toEqual({ low: 0, high: 0 });
  expect(dice.transactionInterval(1, NOBODY)).toEqual({ low: 0, high: 0 });
});

it("asks a model that can for counts beyond a walk", () => {
  // Uniform on 0 … 99,999; the walk is told as far as it asks.
  let walked = 0;
  const wide = repeatPurchaseModel({
    ...kernel,
    probabilityAlive: () => 1,
    walkCounts(_horizon, _x, _recency, _age, visit) {
      for (let count = 0; visit(count, 1e-5); count++) walked = count;
    },
    countExactly: () => 1e-5,
    countAtLeast: (_horizon, _x, _recency, _age, count) => Math.max(0, 1 - count * 1e-5),
  });
  const { low, high } = wide.transactionInterval(1, CUSTOMER, 0.8);
  expect(Math.abs(low - 9999)).toBeLessThanOrEqual(1);
  expect(Math.abs(high - 89_999)).toBeLessThanOrEqual(1);
  expect(wide.transactionProbability(50_000, 1)).toBe(1e-5);
  expect(walked).toBeLessThan(1000);
});

it("ends an interval at the largest count that is looked at", () => {
  const endless = repeatPurchaseModel({
    ...kernel,
    walkCounts(_horizon, _x, _recency, _age, visit) {
      for (let count = 0; visit(count, 0); count++);
    },
    countAtLeast: () => 1,
  });
  // 0.2 have left, the others buy more than anybody counts.
  expect(endless.transactionInterval(1, CUSTOMER, 0.95)).toEqual({ low: 0, high: 1_000_000 });
});

it("answers for a table row by row, weighted where it adds up", () => {
  const table = { frequency: [0, 1, 1], recency: [0, 8, 5], age: [9, 9, 9] };
  expect([...dice.probabilityAliveEach(table)]).toEqual([0.75, 0.8, 0.5]);
  expect([...dice.expectedTransactionsWhileAliveEach(1, table)]).toEqual([1.5, 1.5, 1.5]);
  expect([...dice.conditionalExpectedTransactionsEach(2, table)]).toEqual([2.25, 0.8 * 3, 1.5]);
  expect(dice.transactionIntervalEach(1, table, 0.5)).toEqual({
    low: Int32Array.of(0, 0, 0),
    high: Int32Array.of(2, 2, 1),
  });
  // 2 · (−0 − 0 − 9) − (1 + 8 + 9) − (1 + 5 + 9)
  expect(dice.logLikelihood({ ...table, weight: [2, 1, 1] })).toBe(-51);
  expect(dice.logLikelihood({ ...table, sumLogIntervals: [0, 2, Number.NaN] })).toBe(0 + 2 - 15);
  expect(dice.logLikelihoodOf({ ...CUSTOMER, sumLogIntervals: 2 })).toBe(2);
  expect(dice.probabilityAliveEach({ frequency: [], recency: [], age: [] })).toEqual(new Float64Array(0));
});

describe("throws, naming argument, value and range:", () => {
  it.each<[string, () => unknown]>([
    ["horizon is -1; expected a finite number ≥ 0", () => dice.expectedTransactions(-1)],
    ["horizon is NaN", () => dice.conditionalExpectedTransactions(Number.NaN, CUSTOMER)],
    ["count is 0.5; expected an integer from 0 to 1000000", () => dice.transactionProbability(0.5, 1)],
    ["count is 1000001", () => dice.conditionalTransactionProbability(1_000_001, 1, CUSTOMER)],
    ["level is 80; expected a number above 0 and below 1", () => dice.transactionInterval(1, CUSTOMER, 80)],
    [
      "recency is 12; expected above 0 and at most the age 9",
      () => dice.probabilityAlive({ ...CUSTOMER, recency: 12 }),
    ],
    [
      "recency of row 1 is 12",
      () => dice.transactionIntervalEach(1, { frequency: [1, 1], recency: [2, 12], age: [9, 9] }),
    ],
    [
      "length of recency is 1",
      () => dice.probabilityAliveEach({ frequency: [1, 1], recency: [1], age: [9, 9] }),
    ],
  ])("%s", (message, call) => {
    expect(call).toThrow(message);
    expect(call).toThrow(RangeError);
  });
});
