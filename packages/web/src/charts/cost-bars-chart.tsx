import { useMediaQuery } from "@mantine/hooks";
import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

export interface CostBar {
  readonly activity: string;
  readonly label: string;
  readonly role: string;
  readonly events: number;
  readonly minutes: number;
  readonly fullCents: number;
  readonly avoidableCents: number;
  /** Cents per small customer with any effort; null without such customers or where it is not known. */
  readonly perSmallCents: number | null;
  readonly isAssumption: boolean;
}

interface CostBarsChartProps {
  bars: readonly CostBar[];
  currency: string | null;
  horizonMonths: number;
  title?: string;
}

/** Cost by activity, most first: light in full, dark what is avoidable, a dashed edge where it is an assumption. */
export function CostBarsChart({ bars, currency, horizonMonths, title }: CostBarsChartProps) {
  const { t, format } = useTexts();
  // Names stand above their bars where there is no room beside them.
  const rowHeight = useMediaQuery("(max-width: 48em)") ? 42 : 32;
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const isNarrow = width < 480;
      return {
        marginLeft: isNarrow ? 4 : 210,
        marginRight: 78,
        marginTop: isNarrow ? 18 : 4,
        marginBottom: 4,
        x: { axis: null },
        y: {
          type: "band",
          domain: bars.map((bar) => bar.activity),
          label: null,
          axis: null,
          padding: isNarrow ? 0.62 : 0.3,
        },
        marks: [
          Plot.barX(bars, {
            x: "fullCents",
            y: "activity",
            fill: "var(--k-accent-soft)",
            stroke: "var(--k-accent)",
            strokeOpacity: (bar: CostBar) => (bar.isAssumption ? 1 : 0),
            strokeDasharray: "3 3",
          }),
          Plot.barX(bars, { x: "avoidableCents", y: "activity", fill: "var(--k-accent)" }),
          Plot.text(bars, {
            x: isNarrow ? 0 : "fullCents",
            y: "activity",
            ...(isNarrow ? { frameAnchor: "left" as const, dy: -18, dx: 4 } : { dx: 6 }),
            text: (bar: CostBar) =>
              isNarrow
                ? `${bar.label} · ${format.moneyShort(bar.fullCents, null)}`
                : format.moneyShort(bar.fullCents, null),
            textAnchor: "start",
          }),
          ...(isNarrow
            ? []
            : [
                Plot.axisY({
                  tickSize: 0,
                  tickFormat: (code: string) =>
                    shortened(bars.find((bar) => bar.activity === code)?.label ?? code),
                }),
              ]),
          Plot.tip(
            bars,
            Plot.pointerY({
              x: "fullCents",
              y: "activity",
              fill: "var(--k-surface)",
              title: (bar: CostBar) =>
                t("economicsCharts.costBars.tip", {
                  activity: bar.label,
                  full: format.money(bar.fullCents, currency),
                  avoidable: format.money(bar.avoidableCents, currency),
                  events: format.count(bar.events),
                  minutes: format.count(Math.round(bar.minutes)),
                }),
            }),
          ),
        ],
      };
    },
    [bars, currency, t, format],
  );
  const number = (code: keyof CostBar & string, label: string, show: (bar: CostBar) => string) =>
    ({
      code,
      label,
      isNumber: true,
      sortValue: (bar) => (typeof bar[code] === "number" ? bar[code] : null),
      cell: show,
    }) satisfies TableColumn<CostBar>;
  const columns: TableColumn<CostBar>[] = [
    {
      code: "label",
      label: t("economicsCharts.costBars.activity"),
      sortValue: (bar) => bar.label,
      cell: (bar) => (
        <>
          {bar.label}
          {bar.isAssumption ? ` (${t("economicsCharts.costBars.assumption")})` : ""}
        </>
      ),
    },
    {
      code: "role",
      label: t("economicsCharts.costBars.role"),
      sortValue: (bar) => bar.role,
      cell: (bar) => bar.role,
    },
    number("events", t("economicsCharts.costBars.events"), (bar) => format.count(bar.events)),
    number("minutes", t("economicsCharts.costBars.minutes"), (bar) => format.count(Math.round(bar.minutes))),
    number("fullCents", t("economicsCharts.costBars.full"), (bar) => format.amount(bar.fullCents)),
    number("avoidableCents", t("economicsCharts.costBars.avoidable"), (bar) =>
      format.amount(bar.avoidableCents),
    ),
    number("perSmallCents", t("economicsCharts.costBars.perSmall"), (bar) =>
      bar.perSmallCents === null ? "–" : format.amount(bar.perSmallCents),
    ),
  ];
  return (
    <ChartFrame
      title={title ?? t("economicsCharts.costBars.title")}
      hint={t("economicsCharts.costBars.hint", { months: format.count(horizonMonths) })}
      alternative={bars
        .slice(0, 5)
        .map((bar) =>
          t("economicsCharts.costBars.alternative", {
            activity: bar.label,
            full: format.money(bar.fullCents, currency),
            avoidable: format.money(bar.avoidableCents, currency),
          }),
        )
        .join("; ")}
      columns={columns}
      rows={bars}
    >
      <PlotPicture draw={draw} height={Math.max(120, bars.length * rowHeight + 24)} />
    </ChartFrame>
  );
}

function shortened(label: string): string {
  return label.length > 32 ? `${label.slice(0, 31)}…` : label;
}
