import type { FanPoint, SimulationReport } from "@kleinod/engine/programme/simulation/report-contract.ts";
import { SegmentedControl } from "@mantine/core";
import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

const views = ["difference", "plan", "today"] as const;
export type FanView = (typeof views)[number];
export const isFanView = (text: string | undefined): text is FanView => views.some((view) => view === text);

interface FanChartProps {
  report: SimulationReport;
  view: FanView;
  onView: (view: FanView) => void;
}

interface Point {
  readonly date: Date;
  readonly label: string;
  readonly band: FanPoint["plan"];
}

/** Result by quarter: the middle as a line, half of the worlds as a dark band, nine of ten as a light one. */
export function FanChart({ report, view, onView }: FanChartProps) {
  const { t, format } = useTexts();
  const money = useCallback(
    (cents: number) => format.moneyShort(cents, report.currency),
    [format, report.currency],
  );
  const points = report.fan.map((point): Point => {
    const end = report.quarters[point.quarter] ?? report.asOf;
    return { date: new Date(`${end}T00:00:00Z`), label: format.month(end), band: point[view] };
  });
  const draw = useCallback(
    (width: number): Plot.PlotOptions => ({
      marginLeft: 68,
      marginRight: 16,
      marginBottom: 32,
      x: {
        label: null,
        type: "utc",
        ticks: width < 480 ? 3 : 6,
        tickFormat: (date: Date) => String(date.getUTCFullYear()),
      },
      y: {
        label: null,
        grid: true,
        zero: true,
        nice: true,
        ticks: 5,
        tickFormat: (tick: number) => format.moneyTick(tick),
      },
      marks: [
        Plot.areaY(points, {
          x: "date",
          y1: (point: Point) => point.band.p5,
          y2: (point: Point) => point.band.p95,
          fill: "var(--k-accent-soft)",
          fillOpacity: 0.45,
        }),
        Plot.areaY(points, {
          x: "date",
          y1: (point: Point) => point.band.p25,
          y2: (point: Point) => point.band.p75,
          fill: "var(--k-accent-soft)",
        }),
        Plot.ruleY([0], { stroke: "var(--k-ink)", strokeOpacity: 0.5 }),
        Plot.lineY(points, {
          x: "date",
          y: (point: Point) => point.band.p50,
          stroke: "var(--k-accent)",
          strokeWidth: 2.25,
        }),
        Plot.text(points.slice(-1), {
          x: "date",
          y: (point: Point) => point.band.p50,
          text: (point: Point) => money(point.band.p50),
          textAnchor: "end",
          dy: -12,
          fontWeight: 600,
          fill: "var(--k-ink)",
          stroke: "var(--k-surface)",
          strokeWidth: 4,
        }),
        Plot.tip(
          points,
          Plot.pointerX({
            x: "date",
            y: (point: Point) => point.band.p50,
            fill: "var(--k-surface)",
            title: (point: Point) =>
              `${point.label}\n${money(point.band.p50)}\n${t("planParts.interval", { low: money(point.band.p5), high: money(point.band.p95) })}`,
          }),
        ),
      ],
    }),
    [points, format, money, t],
  );
  const columns: TableColumn<Point>[] = [
    { code: "quarter", label: t("simulation.quarter"), cell: (row) => row.label },
    ...(["p5", "p25", "p50", "p75", "p95"] as const).map(
      (quantile): TableColumn<Point> => ({
        code: quantile,
        label: `${quantile.slice(1)} %`,
        isNumber: true,
        cell: (row) => money(row.band[quantile]),
      }),
    ),
  ];
  const last = points.at(-1)?.band;
  return (
    <ChartFrame
      title={t("simulation.fanTitle")}
      hint={t("simulation.fanHint")}
      alternative={
        last === undefined
          ? ""
          : t("simulation.fanAlternative", {
              mid: money(last.p50),
              low: money(last.p5),
              high: money(last.p95),
            })
      }
      columns={columns}
      rows={points}
      extra={
        <SegmentedControl
          size="xs"
          value={view}
          aria-label={t("simulation.fanTitle")}
          data={views.map((value) => ({ value, label: t(`simulation.fanViews.${value}`) }))}
          onChange={(next) => onView(views.find((value) => value === next) ?? "difference")}
        />
      }
    >
      <PlotPicture draw={draw} height={320} />
    </ChartFrame>
  );
}
