/** A column stored as its distinct values and, per row, the position of the row's value among them. */
export interface DistinctValues {
  readonly values: Float64Array;
  readonly indexOfRow: Int32Array;
}

/**
 * Splits a column into distinct values and row indices.
 *
 * Customer bases have few distinct counts and days but many rows; a term that depends on one column only is
 * then worth computing once per distinct value.
 */
export function distinctValues(column: ArrayLike<number>): DistinctValues {
  const positions = new Map<number, number>();
  const indexOfRow = new Int32Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    let position = positions.get(value);
    if (position === undefined) {
      position = positions.size;
      positions.set(value, position);
    }
    indexOfRow[row] = position;
  }
  return { values: Float64Array.from(positions.keys()), indexOfRow };
}
