import { sortRows } from "../numerics/sort-rows.ts";
import { checkHistoryColumns } from "./check-history-columns.ts";
import type { CompressedHistories, WeightedHistoryColumns } from "./contract.ts";

/**
 * Joins equal histories into one row with the sum of their weights; the likelihood stays the same and a fit needs fewer terms.
 * Rows are ordered by frequency, recency and age, so that tables with the same customers give the same result to the last bit,
 * whatever the order of their rows. Without a repeat purchase recency and the sum of log intervals are set to 0, because no
 * model reads them there. Values are not judged: see `firstHistoryProblem`.
 *
 * The likelihood holds sums of log intervals as a linear term, so that joined rows keep their weighted mean; rows that do not
 * know theirs (NaN) are joined apart.
 *
 * @throws RangeError when the columns differ in length.
 */
export function compressHistories(histories: WeightedHistoryColumns): CompressedHistories {
  const rows = checkHistoryColumns(histories);
  const frequency = Float64Array.from(histories.frequency);
  const recency = Float64Array.from(histories.recency);
  const age = Float64Array.from(histories.age);
  const logs = histories.sumLogIntervals === undefined ? null : Float64Array.from(histories.sumLogIntervals);
  const weight = histories.weight === undefined ? null : Float64Array.from(histories.weight);
  for (let row = 0; row < rows; row++) {
    // Minus zero equals zero and must not sort elsewhere.
    frequency[row]! += 0;
    age[row]! += 0;
    if (frequency[row] === 0) {
      recency[row] = 0;
      if (logs !== null) logs[row] = 0;
    }
  }
  const known = logs === null ? null : logs.map((value) => (Number.isNaN(value) ? 0 : 1));
  // Summands are ordered too: a sum of doubles depends on their order.
  const keys = [frequency, recency, age, known, logs, weight].filter((key) => key !== null);
  const order = sortRows(keys);

  const firstRow = new Int32Array(rows);
  const joinedWeight = new Float64Array(rows);
  const joinedLogs = new Float64Array(logs === null ? 0 : rows);
  let joined = 0;
  for (let i = 0; i < rows; i++) {
    const row = order[i]!;
    const before = joined === 0 ? -1 : firstRow[joined - 1]!;
    const isSame =
      recency[row] === recency[before] &&
      age[row] === age[before] &&
      frequency[row] === frequency[before] &&
      (known === null || known[row] === known[before]);
    if (!isSame) {
      firstRow[joined] = row;
      joined += 1;
    }
    const w = weight === null ? 1 : weight[row]!;
    joinedWeight[joined - 1]! += w;
    if (logs !== null) joinedLogs[joined - 1]! += w * logs[row]!;
  }

  const kept = firstRow.subarray(0, joined);
  const compressed = {
    frequency: valuesAt(frequency, kept),
    recency: valuesAt(recency, kept),
    age: valuesAt(age, kept),
    weight: joinedWeight.slice(0, joined),
  };
  if (logs === null) return compressed;
  const sumLogIntervals = joinedLogs.subarray(0, joined).map((sum, row) => sum / joinedWeight[row]!);
  return { ...compressed, sumLogIntervals };
}

function valuesAt(column: Float64Array, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]!]!;
  return values;
}
