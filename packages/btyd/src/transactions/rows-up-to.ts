/** The rows of a log whose day is not after `end`, in their order. */
export function rowsUpTo(end: number, dayOfRow: Int32Array): Int32Array {
  const rows = new Int32Array(dayOfRow.length);
  let kept = 0;
  for (let row = 0; row < dayOfRow.length; row++) if (dayOfRow[row]! <= end) rows[kept++] = row;
  return rows.subarray(0, kept);
}
