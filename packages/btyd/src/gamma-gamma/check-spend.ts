import { outOfRange } from "../out-of-range.ts";
import type { CustomerSpend, WeightedSpendColumns } from "./contract.ts";

/** @throws RangeError when no customer can have spent this. Means of zero and below are possible. */
export function checkSpend({ frequency, meanValue }: CustomerSpend): void {
  checkFrequency(frequency, "");
  checkMeanValue(frequency, meanValue, "");
}

/**
 * The number of rows of a table of possible spends.
 * @throws RangeError when the columns differ in length, or naming the first row that no customer can have.
 */
export function checkSpends({ frequency, meanValue, weight }: WeightedSpendColumns): number {
  const rows = frequency.length;
  checkLength("meanValue", meanValue.length, rows);
  checkLength("weight", weight?.length ?? rows, rows);
  for (let row = 0; row < rows; row++) {
    // The name of the row is made only for an error: this runs for every customer.
    if (!isFrequency(frequency[row]!)) checkFrequency(frequency[row]!, ` of row ${row}`);
    if (!Number.isFinite(meanValue[row]!)) checkMeanValue(frequency[row]!, meanValue[row]!, ` of row ${row}`);
    const customers = weight?.[row] ?? 1;
    if (!(customers > 0 && customers < Number.POSITIVE_INFINITY)) {
      throw outOfRange(`weight of row ${row}`, customers, "a finite number > 0");
    }
  }
  return rows;
}

function checkLength(name: string, length: number, rows: number): void {
  if (length !== rows) throw outOfRange(`length of ${name}`, length, `${rows}, the length of frequency`);
}

const isFrequency = (frequency: number) => Number.isInteger(frequency) && frequency >= 0;

function checkFrequency(frequency: number, place: string): void {
  if (!isFrequency(frequency)) throw outOfRange(`frequency${place}`, frequency, "an integer ≥ 0");
}

function checkMeanValue(frequency: number, meanValue: number, place: string): void {
  if (frequency > 0 && !Number.isFinite(meanValue)) {
    throw outOfRange(`meanValue${place}`, meanValue, "a finite number");
  }
}
