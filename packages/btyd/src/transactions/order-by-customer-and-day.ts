const DIGIT_BITS = 16;
const DIGIT_MASK = 2 ** DIGIT_BITS - 1;

/**
 * Rows ordered by customer, then day, then row, in time proportional to the rows: a radix sort by day, then one by customer.
 *
 * @param rows the rows to order, ascending
 */
export function orderByCustomerAndDay(
  rows: Int32Array,
  customerOfRow: Int32Array,
  dayOfRow: Int32Array,
): Int32Array {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let isOrdered = true;
  let previous = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const day = dayOfRow[row]!;
    if (day < first) first = day;
    if (day > last) last = day;
    if (day < previous) isOrdered = false;
    previous = day;
  }
  let order = rows;
  // Logs mostly come in the order of time, and then the first sort has nothing to do.
  if (!isOrdered) {
    order = sortStably(order, (row) => (dayOfRow[row]! - first) & DIGIT_MASK);
    if (last - first > DIGIT_MASK) {
      order = sortStably(order, (row) => (dayOfRow[row]! - first) >> DIGIT_BITS);
    }
  }
  return sortStably(order, (row) => customerOfRow[row]!);
}

/** Counting sort by an integer key ≥ 0 that keeps the order of equals. */
function sortStably(rows: Int32Array, keyOf: (row: number) => number): Int32Array {
  let largest = 0;
  for (const row of rows) largest = Math.max(largest, keyOf(row));
  const starts = new Int32Array(largest + 2);
  for (const row of rows) starts[keyOf(row) + 1]! += 1;
  for (let key = 1; key < starts.length; key++) starts[key]! += starts[key - 1]!;
  const sorted = new Int32Array(rows.length);
  for (const row of rows) sorted[starts[keyOf(row)]!++] = row;
  return sorted;
}
