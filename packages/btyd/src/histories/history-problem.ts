import type { WeightedHistoryColumns } from "./contract.ts";

/** Allowed per purchase above the largest possible sum of log intervals: a recency rounded to a few per cent. */
const ROUNDING = 0.05;

/** A value that no customer history can have. */
export interface HistoryProblem {
  readonly column: "frequency" | "recency" | "age" | "sumLogIntervals" | "weight";
  readonly value: number;
  /** The allowed range, in words. */
  readonly expected: string;
}

/** What is wrong with one history (see `CustomerHistory` for the ranges), or null. */
export function historyProblem(frequency: number, recency: number, age: number): HistoryProblem | null {
  if (!(Number.isInteger(frequency) && frequency >= 0)) {
    return { column: "frequency", value: frequency, expected: "an integer ≥ 0" };
  }
  if (!(age >= 0 && age < Number.POSITIVE_INFINITY)) {
    return { column: "age", value: age, expected: "a finite number ≥ 0" };
  }
  if (frequency > 0 && !(recency > 0 && recency <= age)) {
    return { column: "recency", value: recency, expected: `above 0 and at most the age ${age}` };
  }
  return null;
}

/**
 * What is wrong with a known sum of log intervals of a customer with repeat purchases, or null. Catches above all logarithms of
 * another time unit than that of the recency.
 */
export function sumLogIntervalsProblem(
  frequency: number,
  recency: number,
  sumLogIntervals: number,
): HistoryProblem | null {
  if (Number.isNaN(sumLogIntervals)) return null;
  const largest = frequency * Math.log(recency / frequency);
  if (sumLogIntervals > Number.NEGATIVE_INFINITY && sumLogIntervals <= largest + ROUNDING * frequency) {
    return null;
  }
  const expected = `a finite number up to ${largest}, the sum for ${frequency} equal intervals (NaN when unknown)`;
  return { column: "sumLogIntervals", value: sumLogIntervals, expected };
}

/** The first problem of a table with its zero-based row, or null when a model may read all of it. */
export function firstHistoryProblem(
  histories: WeightedHistoryColumns,
): (HistoryProblem & { readonly row: number }) | null {
  const { frequency, recency, age, sumLogIntervals, weight } = histories;
  for (let row = 0; row < frequency.length; row++) {
    const problem = historyProblem(frequency[row]!, recency[row]!, age[row]!);
    if (problem !== null) return { ...problem, row };
    if (sumLogIntervals !== undefined && frequency[row]! > 0) {
      const logs = sumLogIntervalsProblem(frequency[row]!, recency[row]!, sumLogIntervals[row]!);
      if (logs !== null) return { ...logs, row };
    }
    const customers = weight?.[row] ?? 1;
    if (!(customers > 0 && customers < Number.POSITIVE_INFINITY)) {
      return { column: "weight", value: customers, expected: "a finite number > 0", row };
    }
  }
  return null;
}
