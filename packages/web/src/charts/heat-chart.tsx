import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { type HeatCell, heatGrid, heatOpacity } from "./heat-cells.ts";

interface HeatChartProps {
  /** Amounts in cents: row is the activity, column the channel. */
  cells: readonly HeatCell[];
  rowLabel: (row: string) => string;
  columnLabel: (column: string) => string;
  /** Stands last whatever its total, e.g. what has no channel. */
  lastColumn?: string;
  currency: string | null;
}

const rowHeight = 30;
const headHeight = 34;

/** Activities × channels: the darker a cell, the more it costs; each cell says its amount. */
export function HeatChart({ cells, rowLabel, columnLabel, lastColumn, currency }: HeatChartProps) {
  const { t, format } = useTexts();
  const { ref, width } = useElementSize();
  const grid = useMemo(() => heatGrid(cells), [cells]);
  const { rows, largest, cellOf } = grid;
  const columns = [
    ...grid.columns.filter((column) => column !== lastColumn),
    ...grid.columns.filter((column) => column === lastColumn),
  ];
  const left = width < 560 ? 118 : 260;
  const cellWidth = Math.max(46, (Math.max(width, left + 46) - left) / Math.max(1, columns.length));
  const pictureWidth = left + cellWidth * columns.length;
  const height = headHeight + rows.length * rowHeight;
  const fits = (label: string, space: number) => {
    const characters = Math.max(3, Math.floor(space / 6.6));
    return label.length > characters ? `${label.slice(0, characters - 1)}…` : label;
  };
  const top = cells.reduce<HeatCell | null>(
    (best, cell) => (best === null || cell.amount > best.amount ? cell : best),
    null,
  );
  const tableColumns: TableColumn<string>[] = [
    {
      code: "activity",
      label: t("economicsCharts.heat.activity"),
      sortValue: (row) => rowLabel(row),
      cell: (row) => rowLabel(row),
    },
    ...columns.map(
      (column): TableColumn<string> => ({
        code: column,
        label: columnLabel(column),
        isNumber: true,
        sortValue: (row) => cellOf(row, column),
        cell: (row) => (cellOf(row, column) === 0 ? "–" : format.amount(cellOf(row, column))),
      }),
    ),
    {
      code: "total",
      label: t("economicsCharts.heat.total"),
      isNumber: true,
      sortValue: (row) => columns.reduce((sum, column) => sum + cellOf(row, column), 0),
      cell: (row) => format.amount(columns.reduce((sum, column) => sum + cellOf(row, column), 0)),
    },
  ];
  return (
    <ChartFrame
      title={t("economicsCharts.heat.title")}
      hint={`${t("economicsCharts.heat.hint")}${currency === null ? "" : ` (${currency})`}`}
      alternative={
        top === null
          ? ""
          : t("economicsCharts.heat.alternative", {
              activity: rowLabel(top.row),
              channel: columnLabel(top.column),
              money: format.money(top.amount, currency),
            })
      }
      columns={tableColumns}
      rows={rows}
    >
      <div ref={ref} style={{ minHeight: height }}>
        <ScrollRegion label={t("economicsCharts.heat.title")}>
          {width < 40 ? null : (
            <svg
              aria-hidden="true"
              width={pictureWidth}
              height={height}
              viewBox={`0 0 ${pictureWidth} ${height}`}
              style={{ maxWidth: "none", fontSize: 12, fill: "var(--k-ink)" }}
            >
              {columns.map((column, at) => (
                <text
                  key={column}
                  x={left + (at + 0.5) * cellWidth}
                  y={headHeight - 12}
                  textAnchor="middle"
                  fill="var(--k-muted)"
                >
                  <title>{columnLabel(column)}</title>
                  {fits(columnLabel(column), cellWidth - 4)}
                </text>
              ))}
              {rows.map((row, line) => (
                <g key={row} transform={`translate(0 ${headHeight + line * rowHeight})`}>
                  <text x={0} y={rowHeight / 2} dy="0.35em">
                    <title>{rowLabel(row)}</title>
                    {fits(rowLabel(row), left - 10)}
                  </text>
                  {columns.map((column, at) => {
                    const amount = cellOf(row, column);
                    return (
                      <g key={column} transform={`translate(${left + at * cellWidth} 0)`}>
                        <title>
                          {t("economicsCharts.heat.cell", {
                            activity: rowLabel(row),
                            channel: columnLabel(column),
                            money: format.money(amount, currency),
                          })}
                        </title>
                        <rect
                          x={1}
                          y={1}
                          width={cellWidth - 2}
                          height={rowHeight - 2}
                          rx={3}
                          fill={amount > 0 ? "var(--k-accent)" : "var(--k-line)"}
                          fillOpacity={amount > 0 ? heatOpacity(amount, largest) : 0.35}
                        />
                        {amount <= 0 ? null : (
                          <text x={cellWidth / 2} y={rowHeight / 2} dy="0.35em" textAnchor="middle">
                            {fits(compact(amount, format.moneyTick), cellWidth)}
                          </text>
                        )}
                      </g>
                    );
                  })}
                </g>
              ))}
            </svg>
          )}
        </ScrollRegion>
      </div>
    </ChartFrame>
  );
}

/** Whole units of money; cents would only fill the cell. */
function compact(cents: number, show: (cents: number) => string): string {
  return show(Math.round(cents / 100) * 100);
}
