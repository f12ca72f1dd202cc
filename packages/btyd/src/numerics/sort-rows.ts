/** Below this many rows a pass over 256 buckets costs less than one over 65,536. */
const WIDE_DIGITS_FROM = 16_384;

/**
 * The order of the rows of a table by its first column, then its second, and so on: row numbers in that order.
 *
 * Radix sort over the bit patterns of the doubles, some ten times as fast as a comparing sort on a million rows. Numbers ≥ 0
 * come in numeric order; others (negative numbers, NaN) come in an order that is fixed but not numeric.
 */
export function sortRows(columns: readonly Float64Array[]): Int32Array {
  const rows = columns[0]?.length ?? 0;
  let order = Int32Array.from({ length: rows }, (_, row) => row);
  let next = new Int32Array(rows);
  for (const column of columns.toReversed()) {
    const digits = digitsOf(column);
    const perNumber = digits.BYTES_PER_ELEMENT === 1 ? 8 : 4;
    const buckets = digits.BYTES_PER_ELEMENT === 1 ? 256 : 65_536;
    for (let digit = 0; digit < perNumber; digit++) {
      const ends = new Int32Array(buckets + 1);
      for (let at = digit; at < digits.length; at += perNumber) ends[digits[at]! + 1]! += 1;
      if (rows === 0 || ends[digits[digit]! + 1] === rows) continue;
      for (let bucket = 0; bucket < buckets; bucket++) ends[bucket + 1]! += ends[bucket]!;
      for (let i = 0; i < rows; i++) {
        const row = order[i]!;
        next[ends[digits[row * perNumber + digit]!]!++] = row;
      }
      [order, next] = [next, order];
    }
  }
  return order;
}

function digitsOf(column: Float64Array): Uint8Array | Uint16Array {
  const { buffer, byteOffset, length } = column;
  return length < WIDE_DIGITS_FROM
    ? new Uint8Array(buffer, byteOffset, 8 * length)
    : new Uint16Array(buffer, byteOffset, 4 * length);
}
