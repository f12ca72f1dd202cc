import type { WeightedSpendColumns } from "./contract.ts";

/** A value of a spend table that no customer can have. */
export interface SpendProblem {
  readonly column: "count" | "meanValue" | "weight";
  readonly value: number;
  /** The allowed range, in words. */
  readonly expected: string;
}

/** What is wrong with the spend of one customer, or null. Zero and negative means are possible spends. */
export function spendProblem(count: number, meanValue: number): SpendProblem | null {
  if (!(Number.isInteger(count) && count >= 0)) {
    return { column: "count", value: count, expected: "an integer ≥ 0" };
  }
  if (count > 0 && !Number.isFinite(meanValue)) {
    return { column: "meanValue", value: meanValue, expected: "a finite number" };
  }
  return null;
}

/** The first problem of a table with its zero-based row, or null. */
export function firstSpendProblem(
  spend: WeightedSpendColumns,
): (SpendProblem & { readonly row: number }) | null {
  for (let row = 0; row < spend.count.length; row++) {
    const problem = spendProblem(spend.count[row]!, spend.meanValue[row]!);
    if (problem !== null) return { ...problem, row };
    const customers = spend.weight?.[row] ?? 1;
    if (!(customers > 0 && customers < Number.POSITIVE_INFINITY)) {
      return { column: "weight", value: customers, expected: "a finite number > 0", row };
    }
  }
  return null;
}
