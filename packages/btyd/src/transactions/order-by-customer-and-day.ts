const DIGIT_BITS = 16;
const DIGIT_MASK = 2 ** DIGIT_BITS - 1;

/**
 * Rows ordered by customer, then day, then row, in time proportional to the rows: a radix sort by day, then one by customer.
 *
 * @param rows the rows to order, ascending
 * @param customers number of customers; `customerOfRow` lies below it
 */
export function orderByCustomerAndDay(
  rows: Int32Array,
  customerOfRow: Int32Array,
  customers: number,
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
    order = sortStably(order, dayOfRow, first, 0);
    if (last - first > DIGIT_MASK) order = sortStably(order, dayOfRow, first, DIGIT_BITS);
  }
  order = sortStably(order, customerOfRow, 0, 0);
  return customers > DIGIT_MASK + 1 ? sortStably(order, customerOfRow, 0, DIGIT_BITS) : order;
}

/** Counting sort by 16 bits, from `shift` on, of a key less `offset`; keeps the order of equals. */
function sortStably(rows: Int32Array, keys: Int32Array, offset: number, shift: number): Int32Array {
  const starts = new Int32Array(DIGIT_MASK + 2);
  for (const row of rows) starts[(((keys[row]! - offset) >> shift) & DIGIT_MASK) + 1]! += 1;
  for (let key = 1; key < starts.length; key++) starts[key]! += starts[key - 1]!;
  const sorted = new Int32Array(rows.length);
  for (const row of rows) sorted[starts[((keys[row]! - offset) >> shift) & DIGIT_MASK]!++] = row;
  return sorted;
}
