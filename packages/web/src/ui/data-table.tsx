import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { SortHeader } from "./sort-header.tsx";
import type { TableColumn } from "./table-column.ts";

interface DataTableProps<Row> {
  label: string;
  columns: readonly TableColumn<Row>[];
  /** Rows on the server; only those in view are asked for. */
  total: number;
  /** The row at a place, or null while it is loading. */
  rowAt: (index: number) => Row | null;
  /** Called with the first and last row in view. */
  onRange: (first: number, last: number) => void;
  sort: string;
  onSort: (sort: string) => void;
  onOpen: (row: Row) => void;
}

/** Browsers draw no element higher than about 33 million pixels; beyond that the reader narrows the search. */
const highestPixels = 30_000_000;

/**
 * A table over any number of rows: only what is in view exists. Arrows move, Page Up and Down jump, Home and End go to
 * the ends, Enter opens.
 */
export function DataTable<Row>({
  label,
  columns,
  total,
  rowAt,
  onRange,
  sort,
  onSort,
  onOpen,
}: DataTableProps<Row>) {
  const scroll = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const count = Math.min(total, Math.floor(highestPixels / rowHeight));
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);

  // A row that is scrolled to exists one frame later; of several keys pressed meanwhile only the last one counts.
  const wanted = useRef(0);
  const focusRow = useCallback(
    (index: number) => {
      const target = Math.max(0, Math.min(count - 1, index));
      wanted.current = target;
      setActive(target);
      virtual.scrollToIndex(target);
      const focus = () => {
        if (wanted.current !== target) return;
        const row = scroll.current?.querySelector<HTMLElement>(`[data-index="${target}"]`);
        row?.focus({ preventScroll: true });
      };
      requestAnimationFrame(() => requestAnimationFrame(focus));
    },
    [count, virtual],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 400) / rowHeight) - 2);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: wanted.current + 1,
      ArrowUp: wanted.current - 1,
      PageDown: wanted.current + page,
      PageUp: wanted.current - page,
      Home: 0,
      End: count - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      focusRow(move);
    } else if (event.key === "Enter" && event.target instanceof HTMLTableRowElement) {
      const row = rowAt(wanted.current);
      if (row !== null) onOpen(row);
    }
  };

  const tabStop = active >= first && active <= last ? active : first;
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const width = columns.reduce((sum, column) => sum + (column.width ?? 140), 0);
  return (
    <div ref={scroll} className="k-scroll" data-virtual>
      <table
        className="k-table"
        data-fixed
        aria-label={label}
        aria-rowcount={total + 1}
        style={{ minWidth: width }}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column, index) => (
              <SortHeader
                key={column.code}
                column={{ ...column, width: column.width ?? 140 }}
                sort={sort}
                onSort={onSort}
                index={index + 1}
              />
            ))}
          </tr>
        </thead>
        <Spacer height={above} columns={columns.length} />
        <tbody onKeyDown={onKeyDown}>
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <tr
                key={item.index}
                data-index={item.index}
                data-open={row === null ? undefined : true}
                aria-rowindex={item.index + 2}
                tabIndex={item.index === tabStop ? 0 : -1}
                onFocus={() => {
                  wanted.current = item.index;
                  setActive(item.index);
                }}
                onClick={() => row !== null && onOpen(row)}
                style={{ height: rowHeight }}
              >
                {columns.map((column) => (
                  <td key={column.code} className={column.isNumber ? "k-number" : undefined}>
                    {row === null ? <span className="k-skeleton" /> : column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        <Spacer height={below} columns={columns.length} />
      </table>
    </div>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
      </tr>
    </tbody>
  );
}

/** The row height of the style sheet, in pixels: larger where fingers point. */
function useRowHeight(): number {
  const [height] = useState(() => {
    const styles = getComputedStyle(document.documentElement);
    const rem = Number.parseFloat(styles.fontSize) || 16;
    return (Number.parseFloat(styles.getPropertyValue("--k-row")) || 2) * rem;
  });
  return height;
}
