import { type CSSProperties, useMemo, useState } from "react";
import { ScrollRegion } from "./scroll-region.tsx";
import { SortHeader } from "./sort-header.tsx";
import { sortRows, type TableColumn } from "./table-column.ts";

interface SimpleTableProps<Row> {
  /** Names the table for screen readers. */
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string | number;
  initialSort?: string;
  maxHeight?: number;
}

/** On a phone a column is not readable below this; the table scrolls instead. */
const leastColumnRem = 6.5;

/** A table of at most a few hundred rows, all of them in the page: sortable, printable. */
export function SimpleTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  initialSort = "",
  maxHeight,
}: SimpleTableProps<Row>) {
  const [sort, setSort] = useState(initialSort);
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  return (
    <ScrollRegion label={label} maxHeight={maxHeight}>
      <table
        className="k-table"
        style={{ "--k-table-width": `${columns.length * leastColumnRem}rem` } as CSSProperties}
      >
        <caption className="k-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <SortHeader
                key={column.code}
                column={column}
                sort={sort}
                onSort={column.sortValue === undefined ? undefined : setSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map((column) => (
                <td key={column.code} className={column.isNumber ? "k-number" : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
