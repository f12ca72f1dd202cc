import { type SparseRows, sparseRows } from "./quantile/sparse-rows.ts";

/**
 * What the model knows of firms, by column; row i is one firm. Branches and regions are numbers of levels: 0 unknown,
 * 1 rare ones together, 2 and up the others.
 */
export interface FirmTable {
  readonly branch: Float64Array;
  readonly region: Float64Array;
  /** Head count; 0 unknown. */
  readonly staff: Float64Array;
}

/** Contacts by us: in the window, in the 12 months before it, and visits in both. */
export interface ExposureTable {
  readonly within: Float64Array;
  readonly before: Float64Array;
  readonly visits: Float64Array;
}

export type Cells = readonly (readonly [column: number, value: number])[];

/** Turns firms into rows of the regression. */
export interface Design {
  readonly columns: number;
  readonly rowOf: (branch: number, region: number, staff: number, exposure: readonly number[]) => Cells;
}

/** Heads from which on demand may grow faster or slower with staff. */
const staffBends = [10, 50] as const;
const exposureColumns = 4;

/**
 * Columns: constant, each kind of exposure less its usual value (see `exposureOf`), staff unknown, log staff with two
 * bends, and a dummy for every level of branch and region but the most frequent one. Exposure stands before the
 * dummies: where a branch or region cannot be told from being contacted, exposure speaks and the dummy falls out.
 */
export function buildDesign(firms: FirmTable): Design {
  const firstDummy = 1 + exposureColumns + 2 + staffBends.length;
  const branches = dummies(firms.branch, firstDummy);
  const regions = dummies(firms.region, firstDummy + branches.size);
  return {
    columns: firstDummy + branches.size + regions.size,
    rowOf: (branch, region, staff, exposure) => {
      const cells: [number, number][] = [[0, 1]];
      exposure.forEach((value, index) => {
        cells.push([1 + index, value]);
      });
      const first = 1 + exposureColumns;
      if (staff === 0) cells.push([first, 1]);
      else {
        const log = Math.log(staff);
        cells.push([first + 1, log]);
        staffBends.forEach((bend, index) => {
          if (staff > bend) cells.push([first + 2 + index, log - Math.log(bend)]);
        });
      }
      const branchColumn = branches.get(branch);
      if (branchColumn !== undefined) cells.push([branchColumn, 1]);
      const regionColumn = regions.get(region);
      if (regionColumn !== undefined) cells.push([regionColumn, 1]);
      return cells;
    },
  };
}

/** Column of each level but the most frequent one, in the order of the levels. */
function dummies(levels: Float64Array, first: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  const sorted = [...counts.keys()].sort((a, b) => a - b);
  const reference = sorted.reduce(
    (best, level) => (counts.get(level)! > counts.get(best)! ? level : best),
    sorted[0]!,
  );
  const rest = sorted.filter((level) => level !== reference);
  return new Map(rest.map((level, index) => [level, first + index]));
}

/**
 * How one firm was exposed, as the model takes it: log(1 + contacts) in the window, in the 12 months before it, of
 * visits in both, and whether there was any contact at all – the first one may count more than the others.
 */
function exposureOf({ within, before, visits }: ExposureTable, i: number): number[] {
  const contacts = within[i]! + before[i]!;
  return [Math.log1p(within[i]!), Math.log1p(before[i]!), Math.log1p(visits[i]!), contacts > 0 ? 1 : 0];
}

/** A quantile of each kind of exposure over all rows, 0.5 the median: where potentials are stated. */
export function exposureQuantile(exposure: ExposureTable, quantile: number): number[] {
  const rows = Array.from(exposure.within, (_, i) => exposureOf(exposure, i));
  return Array.from({ length: exposureColumns }, (_, column) => {
    const sorted = Float64Array.from(rows, (row) => row[column]!).sort();
    const place = quantile * (sorted.length - 1);
    const low = sorted[Math.floor(place)]!;
    return low + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - low);
  });
}

/** The rows of the regression with exposure less its usual value; `usual` null: exposure plays no part. */
export function designRows(
  design: Design,
  firms: FirmTable,
  exposure: ExposureTable,
  usual: readonly number[] | null,
): SparseRows {
  const rows = Array.from(firms.branch, (branch, i) => {
    const centred = usual === null ? [] : exposureOf(exposure, i).map((value, k) => value - usual[k]!);
    return design.rowOf(branch, firms.region[i]!, firms.staff[i]!, centred);
  });
  return sparseRows(design.columns, rows);
}
