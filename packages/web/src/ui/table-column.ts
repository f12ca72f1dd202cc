import type { ReactNode } from "react";

/** A column of any table of ours. `Row` may be missing while its page is loading. */
export interface TableColumn<Row> {
  /** Name in the address and towards the server. */
  readonly code: string;
  readonly label: string;
  /** Explains the header on hover. */
  readonly hint?: string;
  readonly isNumber?: boolean;
  readonly width?: number;
  /** Absent where sorting makes no sense. Null sorts last in both directions. */
  readonly sortValue?: (row: Row) => string | number | null;
  readonly cell: (row: Row) => ReactNode;
}

/** A sort as text: the column's code, with `-` in front for descending. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: string,
): readonly Row[] {
  const descending = sort.startsWith("-");
  const code = descending ? sort.slice(1) : sort;
  const value = columns.find((column) => column.code === code)?.sortValue;
  if (value === undefined) return rows;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const sign = descending ? -1 : 1;
  return [...rows].sort((rowA, rowB) => {
    const a = value(rowA);
    const b = value(rowB);
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
}

/** What a click on a header makes of the sort: numbers start with the largest, texts with A. */
export function nextSort(current: string, column: { code: string; isNumber?: boolean }): string {
  const { code } = column;
  if (current === code) return `-${code}`;
  if (current === `-${code}`) return code;
  return column.isNumber === true ? `-${code}` : code;
}
