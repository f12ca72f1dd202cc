import { type RhythmState, rhythmStates } from "@kleinod/engine/measures/contracts/customer-states.ts";
import { useElementSize } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { useSpace } from "../ui/use-space.ts";
import { ChartFrame } from "./chart-frame.tsx";

interface StateCount {
  state: RhythmState;
  all: number;
  small: number | null;
}

interface RhythmStatesChartProps {
  all: Readonly<Record<RhythmState, number>>;
  small: Readonly<Record<RhythmState, number>> | null;
}

/** How many customers are in each state of their own rhythm. One hue: no state is good or bad. */
export function RhythmStatesChart({ all, small }: RhythmStatesChartProps) {
  const { t, format } = useTexts();
  const space = useSpace();
  const rows: StateCount[] = rhythmStates.map((state) => ({
    state,
    all: all[state],
    small: small === null ? null : small[state],
  }));
  const most = Math.max(1, ...rows.map((row) => row.all));
  const columns: TableColumn<StateCount>[] = [
    { code: "state", label: t("charts.states.state"), cell: (row) => t(`values.${row.state}`) },
    {
      code: "all",
      label: t("charts.customers"),
      isNumber: true,
      sortValue: (row) => row.all,
      cell: (row) => format.count(row.all),
    },
    {
      code: "small",
      label: t("charts.customersSmall"),
      isNumber: true,
      sortValue: (row) => row.small,
      cell: (row) => (row.small === null ? t("frame.unclear") : format.count(row.small)),
    },
  ];
  const rowHeight = 36;
  const { ref, width } = useElementSize();
  const barStart = 118;
  const longest = Math.max(40, width - barStart - 62);
  return (
    <ChartFrame
      title={t("charts.states.title")}
      hint={t("charts.states.hint")}
      alternative={rows.map((row) => `${t(`values.${row.state}`)}: ${format.count(row.all)}`).join("; ")}
      columns={columns}
      rows={rows}
    >
      <div ref={ref} style={{ minHeight: rows.length * rowHeight }}>
        <svg
          width={width}
          height={rows.length * rowHeight}
          viewBox={`0 0 ${Math.max(1, width)} ${rows.length * rowHeight}`}
          aria-hidden="true"
        >
          <defs>
            <pattern
              id="k-hatch"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" fill="var(--k-line)" />
              <line x1="0" y1="0" x2="0" y2="6" stroke="var(--k-line-strong)" strokeWidth="2" />
            </pattern>
          </defs>
          {rows.map((row, index) => {
            const allWidth = (row.all / most) * longest;
            const smallWidth = ((row.small ?? 0) / most) * longest;
            const y = index * rowHeight;
            return (
              <Link
                key={row.state}
                to="/$space/customers"
                params={{ space }}
                search={{ f: `rhythmState~in~${row.state}` }}
                tabIndex={-1}
              >
                <rect y={y} width={width} height={rowHeight} fill="transparent" />
                <text x="0" y={y + 21} fontSize="13" fill="var(--k-ink)">
                  {t(`values.${row.state}`)}
                </text>
                <rect
                  x={barStart}
                  y={y + 7}
                  width={allWidth}
                  height="20"
                  rx="2"
                  fill={row.state === "rhythmUnclear" ? "url(#k-hatch)" : "var(--k-accent-soft)"}
                />
                <rect
                  x={barStart}
                  y={y + 7}
                  width={smallWidth}
                  height="20"
                  rx="2"
                  fill="var(--k-small)"
                  fillOpacity="0.9"
                />
                <text
                  x={barStart + 6 + allWidth}
                  y={y + 21}
                  fontSize="13"
                  fill="var(--k-ink)"
                  fontWeight="500"
                >
                  {format.count(row.all)}
                </text>
              </Link>
            );
          })}
        </svg>
      </div>
    </ChartFrame>
  );
}
