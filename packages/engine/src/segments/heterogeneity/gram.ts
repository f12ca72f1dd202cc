/**
 * What a regression on classes needs to know of a set of rows: counts and sums by pairs of classes. Rows are read once;
 * every subset of drivers, every fold and every test error follows from these matrices.
 */
import type { Levels } from "./levels.ts";

/** Matrix X'X over an intercept and one column a class (size × size, row by row), X'y, y'y and the number of rows. */
export interface Gram {
  readonly size: number;
  readonly xx: Float64Array;
  readonly xy: Float64Array;
  yy: number;
  rows: number;
}

export function emptyGram(size: number): Gram {
  return { size, xx: new Float64Array(size * size), xy: new Float64Array(size), yy: 0, rows: 0 };
}

/** First column of each driver; the intercept is column 0. */
export function offsetsOf(drivers: readonly Levels[]): { offsets: number[]; size: number } {
  const offsets: number[] = [];
  let size = 1;
  for (const { count } of drivers) {
    offsets.push(size);
    size += count;
  }
  return { offsets, size };
}

/** One matrix a fold. @param folds fold number of every row */
export function gramsByFold(
  target: Float64Array,
  drivers: readonly Levels[],
  folds: Int32Array,
  foldCount: number,
): Gram[] {
  const { offsets, size } = offsetsOf(drivers);
  const grams = Array.from({ length: foldCount }, () => emptyGram(size));
  const columns = new Int32Array(drivers.length + 1);
  for (let row = 0; row < target.length; row++) {
    const gram = grams[folds[row]!]!;
    const y = target[row]!;
    columns[0] = 0;
    for (let driver = 0; driver < drivers.length; driver++) {
      columns[driver + 1] = offsets[driver]! + drivers[driver]!.codes[row]!;
    }
    for (const a of columns) {
      gram.xy[a]! += y;
      for (const b of columns) gram.xx[a * size + b]! += 1;
    }
    gram.yy += y * y;
    gram.rows++;
  }
  return grams;
}

/** whole − part, for the rows that a fold leaves for learning. */
export function without(whole: Gram, part: Gram): Gram {
  return {
    size: whole.size,
    xx: whole.xx.map((value, index) => value - part.xx[index]!),
    xy: whole.xy.map((value, index) => value - part.xy[index]!),
    yy: whole.yy - part.yy,
    rows: whole.rows - part.rows,
  };
}

export function totalOf(grams: readonly Gram[]): Gram {
  const total = emptyGram(grams[0]?.size ?? 1);
  for (const { xx, xy, yy, rows } of grams) {
    for (let index = 0; index < xx.length; index++) total.xx[index]! += xx[index]!;
    for (let index = 0; index < xy.length; index++) total.xy[index]! += xy[index]!;
    total.yy += yy;
    total.rows += rows;
  }
  return total;
}
