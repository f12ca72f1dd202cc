/** A cell of a heat map: how much of one row falls into one column. */
export interface HeatCell {
  readonly row: string;
  readonly column: string;
  readonly amount: number;
}

export interface HeatGrid {
  /** Largest total first. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly largest: number;
  readonly cellOf: (row: string, column: string) => number;
}

/** Darkest a cell gets: text in ink stays readable on it, in light and in dark. */
const darkest = 0.5;

/** Rows and columns with their largest totals first, and the sum of each cell. Rows and columns without any are left out. */
export function heatGrid(cells: readonly HeatCell[]): HeatGrid {
  const amounts = new Map<string, Map<string, number>>();
  const rowTotals = new Map<string, number>();
  const columnTotals = new Map<string, number>();
  for (const { row, column, amount } of cells) {
    const line = amounts.get(row) ?? new Map<string, number>();
    amounts.set(row, line);
    line.set(column, (line.get(column) ?? 0) + amount);
    rowTotals.set(row, (rowTotals.get(row) ?? 0) + amount);
    columnTotals.set(column, (columnTotals.get(column) ?? 0) + amount);
  }
  const largest = [...amounts.values()].flatMap((line) => [...line.values()]);
  return {
    rows: largestFirst(rowTotals),
    columns: largestFirst(columnTotals),
    largest: Math.max(0, ...largest),
    cellOf: (row, column) => amounts.get(row)?.get(column) ?? 0,
  };
}

function largestFirst(totals: ReadonlyMap<string, number>): readonly string[] {
  return [...totals]
    .filter(([, total]) => total > 0)
    .sort(([codeA, a], [codeB, b]) => b - a || (codeA < codeB ? -1 : 1))
    .map(([code]) => code);
}

/** Opacity of a cell's colour: by the square root, so that middling amounts differ from small ones to the eye. */
export function heatOpacity(amount: number, largest: number): number {
  if (largest <= 0 || amount <= 0) return 0;
  return darkest * Math.sqrt(Math.min(1, amount / largest));
}
