import { distinctValues } from "../numerics/distinct-values.ts";
import { checkHistoryColumns } from "./check-history-columns.ts";
import type { CompressedHistories, WeightedHistoryColumns } from "./contract.ts";

/**
 * Joins equal histories into one row with the sum of their weights; the likelihood stays the same and a fit
 * needs fewer terms. Rows keep the order of first appearance. Without a repeat purchase recency is set to 0,
 * because no model reads it there. Values are not judged: see `firstHistoryProblem`.
 *
 * @throws RangeError when the columns differ in length.
 */
export function compressHistories(histories: WeightedHistoryColumns): CompressedHistories {
  const rows = checkHistoryColumns(histories);
  const recencyColumn = Float64Array.from(histories.recency);
  for (let row = 0; row < rows; row++) if (histories.frequency[row] === 0) recencyColumn[row] = 0;
  const frequency = distinctValues(histories.frequency);
  const recency = distinctValues(recencyColumn);
  const age = distinctValues(histories.age);

  // Open addressing over the positions of the three values: a Map keyed by text is far slower on large bases.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * rows + 1))).fill(-1);
  const mask = slots.length - 1;
  const firstRow = new Int32Array(rows);
  const weight = new Float64Array(rows);
  let unique = 0;
  for (let row = 0; row < rows; row++) {
    const f = frequency.indexOfRow[row]!;
    const r = recency.indexOfRow[row]!;
    const t = age.indexOfRow[row]!;
    let slot = mix(f, r, t) & mask;
    let position = slots[slot]!;
    while (position >= 0) {
      const other = firstRow[position]!;
      const isSame =
        frequency.indexOfRow[other] === f && recency.indexOfRow[other] === r && age.indexOfRow[other] === t;
      if (isSame) break;
      slot = (slot + 1) & mask;
      position = slots[slot]!;
    }
    if (position < 0) {
      position = unique++;
      slots[slot] = position;
      firstRow[position] = row;
    }
    weight[position]! += histories.weight?.[row] ?? 1;
  }

  const kept = firstRow.subarray(0, unique);
  return {
    frequency: Float64Array.from(kept, (row) => histories.frequency[row]!),
    recency: Float64Array.from(kept, (row) => recencyColumn[row]!),
    age: Float64Array.from(kept, (row) => histories.age[row]!),
    weight: weight.slice(0, unique),
  };
}

/** Spreads three small integers over 32 bits. */
function mix(first: number, second: number, third: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
