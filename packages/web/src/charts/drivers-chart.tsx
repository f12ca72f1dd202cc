import { driverLabels, targetLabels } from "@kleinod/engine/segments/heterogeneity/drivers-contract.ts";
import type { HeterogeneityTargetReport } from "@kleinod/engine/segments/heterogeneity/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Driver = HeterogeneityTargetReport["drivers"][number];
const rowHeight = 36;

/** Share of the differences that each driver explains, with its interval. */
export function DriversChart({
  report,
  columns,
}: {
  report: HeterogeneityTargetReport;
  columns: readonly TableColumn<Driver>[];
}) {
  const { t, format, pick } = useTexts();
  const { drivers, target } = report;
  const label = useCallback((row: Driver) => pick(driverLabels[row.driver]), [pick]);
  const draw = useCallback(
    (width: number): Plot.PlotOptions => ({
      marginLeft: Math.min(170, width * 0.36),
      marginRight: 56,
      x: {
        label: null,
        grid: true,
        ticks: 4,
        domain: [0, Math.max(0.1, ...drivers.map(({ high }) => high))],
        tickFormat: (tick: number) => format.percent(tick),
      },
      y: { label: null, domain: drivers.map(label), tickSize: 0 },
      marks: [
        Plot.barX(drivers, { y: label, x: "share", fill: "var(--k-accent)", insetTop: 6, insetBottom: 6 }),
        Plot.ruleY(drivers, {
          y: label,
          x1: "low",
          x2: "high",
          stroke: "var(--k-ink)",
          strokeWidth: 1.5,
        }),
        Plot.text(drivers, {
          y: label,
          x: (row: Driver) => Math.max(row.share, row.high),
          text: (row: Driver) => format.percent(row.share),
          textAnchor: "start",
          dx: 8,
          fill: "var(--k-ink)",
        }),
      ],
    }),
    [drivers, label, format],
  );
  const first = drivers[0];
  return (
    <ChartFrame
      title={t("heterogeneity.chart")}
      hint={t("heterogeneity.hint")}
      alternative={
        first === undefined
          ? ""
          : t("heterogeneity.alternative", {
              target: pick(targetLabels[target]),
              driver: label(first),
              share: format.percent(first.share),
            })
      }
      columns={columns}
      rows={drivers}
    >
      <PlotPicture draw={draw} height={44 + drivers.length * rowHeight} />
    </ChartFrame>
  );
}
