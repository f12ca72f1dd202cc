import type { WeightedHistoryColumns } from "./contract.ts";

/** A value that no customer history can have. */
export interface HistoryProblem {
  readonly column: "frequency" | "recency" | "age" | "weight";
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

/** The first problem of a table with its zero-based row, or null when a model may read all of it. */
export function firstHistoryProblem(
  histories: WeightedHistoryColumns,
): (HistoryProblem & { readonly row: number }) | null {
  const { frequency, recency, age, weight } = histories;
  for (let row = 0; row < frequency.length; row++) {
    const problem = historyProblem(frequency[row]!, recency[row]!, age[row]!);
    if (problem !== null) return { ...problem, row };
    const customers = weight?.[row] ?? 1;
    if (!(customers > 0 && customers < Number.POSITIVE_INFINITY)) {
      return { column: "weight", value: customers, expected: "a finite number > 0", row };
    }
  }
  return null;
}
