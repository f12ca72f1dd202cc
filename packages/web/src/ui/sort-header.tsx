import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { nextSort } from "./table-column.ts";

interface SortHeaderProps {
  column: { code: string; label: string; hint?: string; isNumber?: boolean; width?: number };
  sort: string;
  onSort?: ((sort: string) => void) | undefined;
  index?: number;
}

/** A header cell; where `onSort` is given it is a button that sorts. */
export function SortHeader({ column, sort, onSort, index }: SortHeaderProps) {
  const ascending = sort === column.code;
  const descending = sort === `-${column.code}`;
  return (
    <th
      scope="col"
      className={column.isNumber ? "k-number" : undefined}
      aria-sort={ascending ? "ascending" : descending ? "descending" : undefined}
      aria-colindex={index}
      title={column.hint}
      style={column.width === undefined ? undefined : { width: column.width }}
    >
      {onSort === undefined ? (
        column.label
      ) : (
        <button
          type="button"
          className="k-sort"
          data-active={ascending || descending || undefined}
          onClick={() => onSort(nextSort(sort, column))}
        >
          {column.label}
          {ascending ? <IconArrowUp size={13} aria-hidden /> : null}
          {descending ? <IconArrowDown size={13} aria-hidden /> : null}
        </button>
      )}
    </th>
  );
}
