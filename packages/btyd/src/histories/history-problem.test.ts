import { expect, it } from "vitest";
import { checkHistories, checkHistory } from "./check-history.ts";
import { firstHistoryProblem } from "./history-problem.ts";

const GOOD = { frequency: 2, recency: 5, age: 9 };

it.each([
  [{ frequency: 1.5 }, "frequency is 1.5; expected an integer ≥ 0"],
  [{ frequency: -1 }, "frequency is -1; expected an integer ≥ 0"],
  [{ frequency: Number.NaN }, "frequency is NaN; expected an integer ≥ 0"],
  [{ recency: 10 }, "recency is 10; expected above 0 and at most the age 9"],
  [{ recency: 0 }, "recency is 0; expected above 0 and at most the age 9"],
  [{ age: Number.POSITIVE_INFINITY }, "age is Infinity; expected a finite number ≥ 0"],
  [{ age: -1 }, "age is -1; expected a finite number ≥ 0"],
  [{ sumLogIntervals: Number.NEGATIVE_INFINITY }, "sumLogIntervals is -Infinity; expected a finite number"],
])("%j cannot be", (change, message) => {
  expect(() => checkHistory({ ...GOOD, ...change })).toThrow(message);
});

it("names the row of a table", () => {
  const table = { frequency: [2, 0, 2], recency: [5, 99, 5], age: [9, 9, 4] };
  expect(() => checkHistories(table)).toThrow(
    "recency of row 2 is 5; expected above 0 and at most the age 4",
  );
  expect(() => checkHistories({ ...table, age: [9, 9] })).toThrow("length of age is 2; expected 3");
  expect(() => checkHistories({ ...table, sumLogIntervals: [0] })).toThrow("length of sumLogIntervals is 1");
});

it("finds a weight that is no number of customers", () => {
  const table = { frequency: [2, 2], recency: [5, 5], age: [9, 9], weight: [1, 0] };
  expect(firstHistoryProblem(table)).toMatchObject({ row: 1, column: "weight", value: 0 });
});

it("finds logarithms of another time unit: no intervals in 5 weeks have the sum of logs of 35 days", () => {
  // two intervals of 17.5 days: 2 ln 17.5 = 5.72, in weeks 2 ln 2.5 = 1.83
  const days = { frequency: [2], recency: [5], age: [9], sumLogIntervals: [2 * Math.log(17.5)] };
  expect(firstHistoryProblem(days)).toMatchObject({ row: 0, column: "sumLogIntervals" });
  expect(firstHistoryProblem({ ...days, sumLogIntervals: [2 * Math.log(2.5)] })).toBeNull();
  expect(firstHistoryProblem({ ...days, sumLogIntervals: [Number.NaN] })).toBeNull();
});

it("reads neither recency nor logs without a repeat purchase", () => {
  const once = { frequency: 0, recency: 70, age: 9, sumLogIntervals: 3 };
  expect(() => checkHistory(once)).not.toThrow();
});
