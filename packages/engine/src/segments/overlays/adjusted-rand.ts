/** Customers with this label on the one day and that label on the other. */
export interface Cell {
  readonly earlier: string;
  readonly later: string;
  readonly customers: number;
}

/**
 * Adjusted Rand index of two partitions (Hubert and Arabie 1985): (index − expected) ÷ (maximum − expected) over pairs.
 * 1: the same partition; 0: no more alike than by chance; may be negative. Two partitions that both hold everybody in
 * one class, or everybody apart, are the same: 1. Null below two customers.
 */
export function adjustedRand(cells: readonly Cell[]): number | null {
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  let total = 0;
  let together = 0;
  for (const { earlier, later, customers } of cells) {
    rows.set(earlier, (rows.get(earlier) ?? 0) + customers);
    columns.set(later, (columns.get(later) ?? 0) + customers);
    total += customers;
    together += pairs(customers);
  }
  if (total < 2) return null;
  const inRows = sumOfPairs(rows);
  const inColumns = sumOfPairs(columns);
  const expected = (inRows * inColumns) / pairs(total);
  const maximum = (inRows + inColumns) / 2;
  return maximum === expected ? 1 : (together - expected) / (maximum - expected);
}

const pairs = (count: number) => (count * (count - 1)) / 2;

function sumOfPairs(sizes: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const size of sizes.values()) sum += pairs(size);
  return sum;
}
