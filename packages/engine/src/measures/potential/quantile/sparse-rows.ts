/**
 * A design matrix of which only the cells that are not zero are kept, row after row: dummies of branches and regions
 * leave six or seven cells a row, however many columns there are.
 */
export interface SparseRows {
  readonly rows: number;
  readonly columns: number;
  /** Row i holds the cells [start[i], start[i + 1]). */
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** From cells by row; the columns of a row in any order, each at most once. */
export function sparseRows(
  columns: number,
  rows: readonly (readonly (readonly [column: number, value: number])[])[],
): SparseRows {
  const start = new Int32Array(rows.length + 1);
  const cells = rows.map((row) => row.filter(([, value]) => value !== 0));
  for (const [i, row] of cells.entries()) start[i + 1] = start[i]! + row.length;
  const all = cells.flat();
  return {
    rows: rows.length,
    columns,
    start,
    column: Int32Array.from(all, ([column]) => column),
    value: Float64Array.from(all, ([, value]) => value),
  };
}

/** From full rows of numbers. */
export function denseRows(rows: readonly (readonly number[])[]): SparseRows {
  return sparseRows(
    rows[0]?.length ?? 0,
    rows.map((row) => row.map((value, column) => [column, value] as const)),
  );
}

/** x_i · vector. */
export function rowDot(x: SparseRows, row: number, vector: ArrayLike<number>): number {
  let sum = 0;
  for (let k = x.start[row]!; k < x.start[row + 1]!; k++) sum += x.value[k]! * vector[x.column[k]!]!;
  return sum;
}

/** X · vector. */
export function times(x: SparseRows, vector: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: x.rows }, (_, row) => rowDot(x, row, vector));
}

/** Xᵀ · vector. */
export function transposeTimes(x: SparseRows, vector: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(x.columns);
  for (let row = 0; row < x.rows; row++) {
    const factor = vector[row]!;
    for (let k = x.start[row]!; k < x.start[row + 1]!; k++) sum[x.column[k]!]! += factor * x.value[k]!;
  }
  return sum;
}

/** Xᵀ diag(weight) X, full and symmetric, row-major. */
export function weightedGram(x: SparseRows, weight: ArrayLike<number>): Float64Array {
  const size = x.columns;
  const gram = new Float64Array(size * size);
  for (let row = 0; row < x.rows; row++) {
    const from = x.start[row]!;
    const to = x.start[row + 1]!;
    for (let k = from; k < to; k++) {
      const factor = weight[row]! * x.value[k]!;
      const offset = x.column[k]! * size;
      for (let l = from; l < to; l++) gram[offset + x.column[l]!]! += factor * x.value[l]!;
    }
  }
  return gram;
}

/** The same rows with only these columns, in this order, each row times its factor and each column times its own. */
export function scaled(
  x: SparseRows,
  keep: readonly number[],
  rowFactor: ArrayLike<number>,
  columnFactor: ArrayLike<number>,
): SparseRows {
  const place = new Int32Array(x.columns).fill(-1);
  for (const [to, from] of keep.entries()) place[from] = to;
  const start = new Int32Array(x.rows + 1);
  const column: number[] = [];
  const value: number[] = [];
  for (let row = 0; row < x.rows; row++) {
    for (let k = x.start[row]!; k < x.start[row + 1]!; k++) {
      const from = x.column[k]!;
      if (place[from]! < 0) continue;
      column.push(place[from]!);
      value.push(x.value[k]! * rowFactor[row]! * columnFactor[from]!);
    }
    start[row + 1] = column.length;
  }
  return {
    rows: x.rows,
    columns: keep.length,
    start,
    column: Int32Array.from(column),
    value: Float64Array.from(value),
  };
}
