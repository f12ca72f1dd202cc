import { sortRows } from "../numerics/sort-rows.ts";

/** Rows ordered so that those with equal covariates stand together. */
export interface RowGroups {
  /** Row numbers, group after group. */
  readonly order: Int32Array;
  /** Places in `order` where the groups begin and, at last, its length. */
  readonly starts: Int32Array;
}

/**
 * Groups the rows of a table by equal values in all of `columns`; without a column all rows are one group. Within a group rows
 * are ordered by `thenBy`.
 */
export function groupByCovariates(
  columns: readonly ArrayLike<number>[],
  rows: number,
  thenBy: readonly Float64Array[] = [],
): RowGroups {
  // Adding 0 joins minus zero, which equals zero, with it.
  const keys = columns.map((column) => Float64Array.from(column, (value) => value + 0));
  const sorted = [...keys, ...thenBy];
  const order = sorted.length === 0 ? Int32Array.from({ length: rows }, (_, row) => row) : sortRows(sorted);
  const starts: number[] = [];
  for (let i = 0; i < rows; i++) {
    if (i === 0 || keys.some((key) => key[order[i]!] !== key[order[i - 1]!])) starts.push(i);
  }
  return { order, starts: Int32Array.from([...starts, rows]) };
}
