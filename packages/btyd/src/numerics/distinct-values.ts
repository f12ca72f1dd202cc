/** A column stored as its distinct values and, per row, the position of the row's value among them. */
export interface DistinctValues {
  readonly values: Float64Array;
  readonly indexOfRow: Int32Array;
}

/**
 * Splits a column into distinct values, in the order of their first row, and row indices.
 *
 * Customer bases have few distinct counts and days but many rows; a term that depends on one column only is
 * then worth computing once per distinct value.
 */
export function distinctValues(column: ArrayLike<number>): DistinctValues {
  const rows = column.length;
  const own = Float64Array.from(column);
  // Minus zero equals zero but has another bit pattern.
  for (let row = 0; row < rows; row++) own[row]! += 0;
  // Open addressing over bit patterns: a Map of a million numbers takes ten times the time and memory.
  const halves = new Int32Array(own.buffer);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * rows + 2))).fill(-1);
  const mask = slots.length - 1;
  const firstRow = new Int32Array(rows);
  const indexOfRow = new Int32Array(rows);
  let distinct = 0;
  for (let row = 0; row < rows; row++) {
    const left = halves[2 * row]!;
    const right = halves[2 * row + 1]!;
    let slot = mix(left, right) & mask;
    let position = slots[slot]!;
    while (position >= 0) {
      const other = 2 * firstRow[position]!;
      if (halves[other] === left && halves[other + 1] === right) break;
      slot = (slot + 1) & mask;
      position = slots[slot]!;
    }
    if (position < 0) {
      position = distinct++;
      slots[slot] = position;
      firstRow[position] = row;
    }
    indexOfRow[row] = position;
  }
  const values = new Float64Array(distinct);
  for (let i = 0; i < distinct; i++) values[i] = own[firstRow[i]!]!;
  return { values, indexOfRow };
}

/** Spreads the two halves of a double over 32 bits. */
function mix(left: number, right: number): number {
  let mixed = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
