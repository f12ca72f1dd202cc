import { outOfRange } from "../out-of-range.ts";
import type { WeightedHistoryColumns } from "./contract.ts";

/**
 * The number of rows of a table.
 * @throws RangeError when its columns differ in length.
 */
export function checkHistoryColumns(histories: WeightedHistoryColumns): number {
  const rows = histories.frequency.length;
  for (const name of ["recency", "age", "sumLogIntervals", "weight"] as const) {
    const column = histories[name];
    if (column !== undefined && column.length !== rows) {
      throw outOfRange(`length of ${name}`, column.length, `${rows}, the length of frequency`);
    }
  }
  return rows;
}
