import type { Forecast } from "@kleinod/engine/measures/expectation/report-contract.ts";
import { SegmentedControl } from "@mantine/core";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Month = Forecast["tracking"][number];
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

interface ForecastTrackingChartProps {
  months: readonly Month[];
  /** What lies after it was forecast without being known. */
  cut: string;
  isCumulative: boolean;
  onCumulative: (isCumulative: boolean) => void;
}

/** Purchases month by month or added up against the expectation; a line where knowledge ends and the check begins. */
export function ForecastTrackingChart({
  months,
  cut,
  isCumulative,
  onCumulative,
}: ForecastTrackingChartProps) {
  const { t, format } = useTexts();
  const points = useMemo(
    () =>
      months.map((month) => ({
        ...month,
        start: dateOf(month.from),
        end: dateOf(month.to),
        actual: isCumulative ? month.actualCumulative : month.actualOrders,
        expected: isCumulative ? month.expectedCumulative : month.expectedOrders,
      })),
    [months, isCumulative],
  );
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const last = points.at(-1);
      const highest = Math.max(0, ...points.map((point) => Math.max(point.actual, point.expected)));
      const phase = (text: string, anchor: "start" | "end", dx: number) =>
        Plot.text([dateOf(cut)], {
          x: (date: Date) => date,
          frameAnchor: "top",
          text: () => text,
          textAnchor: anchor,
          dx,
          dy: -16,
          fill: "var(--k-muted)",
        });
      return {
        marginLeft: 56,
        marginRight: 12,
        marginTop: 26,
        marginBottom: 32,
        x: { type: "utc", label: null, ticks: width < 480 ? 3 : 7, tickFormat: format.axisMonth },
        y: {
          label: null,
          grid: true,
          ticks: 5,
          domain: [0, highest * 1.08],
          tickFormat: (tick: number) => format.count(tick),
        },
        marks: [
          Plot.rectY(points, {
            x1: "start",
            x2: "end",
            y: "actual",
            fill: "var(--k-accent-soft)",
            insetLeft: isCumulative ? 0 : 0.5,
            insetRight: isCumulative ? 0 : 0.5,
          }),
          // Added up, the forecast starts from what was bought by the cut.
          Plot.lineY(isCumulative ? forecastFrom(points) : points, {
            x: (point: (typeof points)[number]) =>
              isCumulative ? point.end : new Date((point.start.getTime() + point.end.getTime()) / 2),
            y: "expected",
            stroke: "var(--k-accent)",
            strokeWidth: 2.25,
            strokeDasharray: "6 4",
          }),
          Plot.ruleY([0], { stroke: "var(--k-line-strong)" }),
          Plot.ruleX([dateOf(cut)], { stroke: "var(--k-ink)", strokeOpacity: 0.7 }),
          phase(`← ${t("forecast.tracking.known")}`, "end", -6),
          phase(`${t("forecast.tracking.judged")} →`, "start", 6),
          ...(last === undefined
            ? []
            : [
                Plot.text([last], {
                  x: "end",
                  y: "expected",
                  text: () => t("forecast.tracking.expected"),
                  textAnchor: "end",
                  dy: -12,
                  fontWeight: 600,
                  fill: "var(--k-accent)",
                  stroke: "var(--k-surface)",
                  strokeWidth: 4,
                }),
              ]),
          Plot.tip(
            points,
            Plot.pointerX({
              x1: "start",
              x2: "end",
              y: "actual",
              fill: "var(--k-surface)",
              title: (point: (typeof points)[number]) =>
                t("forecast.tracking.tip", {
                  date: format.date(point.to),
                  actual: format.count(point.actual),
                  expected: format.count(Math.round(point.expected)),
                }),
            }),
          ),
        ],
      };
    },
    [points, cut, isCumulative, format, t],
  );
  const judged = months.filter(({ isHoldout }) => isHoldout);
  const sum = (value: (month: Month) => number) =>
    format.count(Math.round(judged.reduce((total, month) => total + value(month), 0)));
  return (
    <ChartFrame
      title={t("forecast.tracking.title")}
      hint={t("forecast.tracking.hint", { cut: format.date(cut) })}
      alternative={t("forecast.tracking.alternative", {
        actual: sum((month) => month.actualOrders),
        expected: sum((month) => month.expectedOrders),
      })}
      columns={useTrackingColumns()}
      rows={months}
      extra={
        <SegmentedControl
          size="xs"
          value={isCumulative ? "cumulative" : "month"}
          aria-label={t("forecast.tracking.view")}
          data={(["month", "cumulative"] as const).map((value) => ({
            value,
            label: t(`forecast.tracking.${value}`),
          }))}
          onChange={(value) => onCumulative(value === "cumulative")}
        />
      }
    >
      <PlotPicture draw={draw} height={300} />
    </ChartFrame>
  );
}

/** The months after the cut, led by the last one before it with what was really bought. */
function forecastFrom<Point extends { isHoldout: boolean; actual: number; expected: number }>(
  points: readonly Point[],
): Point[] {
  const first = points.findIndex(({ isHoldout }) => isHoldout);
  return points
    .slice(Math.max(0, first - 1))
    .map((point) => (point.isHoldout ? point : { ...point, expected: point.actual }));
}

function useTrackingColumns(): TableColumn<Month>[] {
  const { t, format } = useTexts();
  const number = (code: "actual" | "expected", kind: "Orders" | "Cumulative"): TableColumn<Month> => ({
    code: `${code}${kind}`,
    label: t(
      `forecast.tracking.${kind === "Orders" ? (`${code}Column` as const) : (`${code}Cumulative` as const)}`,
    ),
    isNumber: true,
    sortValue: (row) => row[`${code}${kind}`],
    cell: (row) => format.count(Math.round(row[`${code}${kind}`])),
  });
  return [
    {
      code: "to",
      label: t("forecast.tracking.monthColumn"),
      sortValue: (row) => row.to,
      cell: (row) => format.date(row.to),
    },
    {
      code: "phase",
      label: t("forecast.tracking.phase"),
      cell: (row) => t(row.isHoldout ? "forecast.tracking.judged" : "forecast.tracking.known"),
    },
    number("actual", "Orders"),
    number("expected", "Orders"),
    number("actual", "Cumulative"),
    number("expected", "Cumulative"),
  ];
}
