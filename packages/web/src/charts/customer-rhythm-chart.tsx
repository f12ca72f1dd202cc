import type { CustomerDetail } from "@kleinod/engine/measures/reports.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Purchase = CustomerDetail["purchases"][number];

export interface RhythmThresholds {
  usualGapDays: number | null;
  slowingAfterDays: number | null;
  dormantAfterDays: number | null;
}

const dayMs = 86_400_000;
const longestYears = 3;

/** Purchases over time, and ahead of the last one: when the next was usual, when late, when the customer is dormant. */
export function CustomerRhythmChart({
  purchases,
  thresholds,
  asOf,
  currency,
}: {
  purchases: readonly Purchase[];
  thresholds: RhythmThresholds;
  asOf: string;
  currency: string | null;
}) {
  const { t, format, everyDays } = useTexts();
  const { usualGapDays, slowingAfterDays, dormantAfterDays } = thresholds;
  const today = useMemo(() => new Date(`${asOf}T00:00:00Z`), [asOf]);
  const dots = useMemo(
    () => purchases.map((purchase) => ({ ...purchase, day: new Date(`${purchase.date}T00:00:00Z`) })),
    [purchases],
  );
  const last = dots.at(-1);
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const ahead = (days: number | null) =>
        last === undefined || days === null ? null : new Date(last.day.getTime() + days * dayMs);
      const usual = ahead(usualGapDays);
      const slowing = ahead(slowingAfterDays);
      const dormant = ahead(dormantAfterDays);
      const end = new Date(Math.max(today.getTime(), (dormant ?? today).getTime()) + 30 * dayMs);
      const earliest = today.getTime() - longestYears * 365 * dayMs;
      const start = new Date(Math.max(earliest, (dots[0]?.day ?? today).getTime() - 20 * dayMs));
      const spans = [
        { from: usual, to: slowing, opacity: 0.5 },
        { from: slowing, to: dormant, opacity: 0.22 },
      ].filter((span) => span.from !== null && span.to !== null);
      const labels = [
        { at: usual, text: t("charts.rhythm.usual"), anchor: "end" as const },
        { at: dormant, text: t("charts.rhythm.dormant"), anchor: "start" as const },
      ].filter((mark) => mark.at !== null);
      return {
        marginLeft: 12,
        marginRight: 60,
        marginTop: 34,
        x: {
          type: "utc",
          domain: [start, end],
          label: null,
          ticks: width < 480 ? 3 : 8,
          tickFormat: format.axisMonth,
        },
        y: { axis: null, domain: [0, 1] },
        r: { range: width < 480 ? [2, 5] : [3, 9] },
        marks: [
          Plot.ruleY([0.4], { stroke: "var(--k-line-strong)" }),
          Plot.rect(spans, {
            x1: "from",
            x2: "to",
            y1: 0.1,
            y2: 0.7,
            fill: "var(--k-small-soft)",
            fillOpacity: "opacity",
          }),
          Plot.ruleX(labels, {
            x: "at",
            y1: 0.1,
            y2: 0.82,
            stroke: "var(--k-small)",
            strokeDasharray: "3 3",
          }),
          ...labels.map((mark) =>
            Plot.text([mark], {
              x: "at",
              y: 0.84,
              text: "text",
              fill: "var(--k-ink)",
              textAnchor: mark.anchor,
              lineAnchor: "bottom",
            }),
          ),
          Plot.ruleX([today], { stroke: "var(--k-ink)", strokeDasharray: "2 3" }),
          Plot.text([today], {
            x: (day: Date) => day,
            y: 1,
            dx: -4,
            lineAnchor: "bottom",
            text: () => t("charts.rhythm.today"),
            textAnchor: "end",
            fill: "var(--k-muted)",
          }),
          Plot.dot(
            dots.filter((dot) => dot.day >= start),
            {
              x: "day",
              y: 0.4,
              r: (dot: (typeof dots)[number]) => Math.max(0, dot.valueCents),
              fill: "var(--k-accent)",
              fillOpacity: 0.75,
              stroke: "var(--k-surface)",
            },
          ),
          Plot.tip(
            dots.filter((dot) => dot.day >= start),
            Plot.pointerX({
              x: "day",
              y: 0.4,
              fill: "var(--k-surface)",
              title: (dot: (typeof dots)[number]) =>
                `${format.date(dot.date)}\n${format.money(dot.valueCents, currency)}`,
            }),
          ),
        ],
      };
    },
    [dots, last, usualGapDays, slowingAfterDays, dormantAfterDays, today, t, format, currency],
  );
  const columns: TableColumn<Purchase>[] = [
    {
      code: "date",
      label: t("charts.date"),
      sortValue: (row) => row.date,
      cell: (row) => format.date(row.date),
    },
    {
      code: "orders",
      label: t("charts.orders"),
      isNumber: true,
      sortValue: (row) => row.orders,
      cell: (row) => format.count(row.orders),
    },
    {
      code: "value",
      label: t("charts.value"),
      isNumber: true,
      sortValue: (row) => row.valueCents,
      cell: (row) => format.amount(row.valueCents),
    },
  ];
  return (
    <ChartFrame
      title={t("charts.rhythm.title")}
      hint={
        usualGapDays === null
          ? t("charts.rhythm.unclear")
          : t("charts.rhythm.hint", {
              gap: everyDays(usualGapDays),
              dormant: dormantAfterDays === null ? "?" : format.count(Math.round(dormantAfterDays)),
            })
      }
      alternative={
        last === undefined
          ? t("charts.rhythm.none")
          : t("charts.rhythm.alternative", {
              n: format.count(purchases.length),
              date: format.date(last.date),
            })
      }
      columns={columns}
      rows={purchases}
    >
      <PlotPicture draw={draw} height={170} />
    </ChartFrame>
  );
}
