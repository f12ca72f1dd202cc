import type { Whale } from "@kleinod/engine/measures/reports.ts";
import * as Plot from "@observablehq/plot";
import { type ReactNode, useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";
import { Swatch } from "./swatch.tsx";
import { type WhaleStep, whaleSteps } from "./whale-steps.ts";

interface WhaleChartProps {
  whale: Whale;
  /** The same customers on the other cost basis, drawn thin for comparison. */
  other: Whale | null;
  extra?: ReactNode;
}

const titles = {
  full: "economicsCharts.whale.fullTitle",
  avoidable: "economicsCharts.whale.avoidableTitle",
  contribution1: "economicsCharts.whale.contributionTitle",
  sales: "economicsCharts.whale.salesTitle",
} as const;

/**
 * The whale curve over all customers in money, never of small ones alone: peak and end labelled, larger customers as
 * squares on the curve, the share of sizes as a band below.
 */
export function WhaleChart({ whale, other, extra }: WhaleChartProps) {
  const { t, format } = useTexts();
  const { currency } = whale;
  const steps = useMemo(() => whaleSteps(whale), [whale]);
  const otherSteps = useMemo(() => (other === null ? [] : whaleSteps(other)), [other]);
  const peak = steps.reduce((best, step) => (step.cents > best.cents ? step : best));
  const end = steps.at(-1) ?? peak;
  const money = useCallback((cents: number) => format.moneyShort(cents, currency), [format, currency]);
  const otherName = other === null ? null : t(`economicsCharts.whale.names.${other.basis}`);

  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const values = [...steps, ...otherSteps].map((step) => step.cents);
      const low = Math.min(0, ...values);
      const high = Math.max(1, ...values);
      const height = high - low;
      const bandTop = low - height * 0.03;
      const bandBottom = low - height * 0.1;
      const pieces = steps.slice(1);
      const isFlat = money(peak.cents) === money(end.cents);
      return {
        marginLeft: 68,
        marginBottom: 40,
        marginTop: 28,
        marginRight: 12,
        x: {
          domain: [0, 1],
          label: t("economicsCharts.whale.x"),
          labelArrow: "none",
          labelAnchor: "center",
          tickFormat: (tick: number) => format.percent(tick),
          ticks: width < 480 ? 3 : 6,
        },
        y: {
          domain: [bandBottom, high + height * 0.04],
          label: null,
          grid: true,
          ticks: 5,
          tickFormat: (tick: number) => (tick < low ? "" : format.moneyTick(tick)),
        },
        r: { type: "sqrt", range: [0, 7] },
        marks: [
          Plot.ruleY([0], { stroke: "var(--k-line-strong)" }),
          Plot.areaY(steps, { x: "share", y: "cents", fill: "var(--k-accent)", fillOpacity: 0.12 }),
          Plot.lineY(otherSteps, {
            x: "share",
            y: "cents",
            stroke: "var(--k-large)",
            strokeWidth: 1.25,
            strokeDasharray: "2 3",
          }),
          ...(otherName === null || otherSteps.length < 2
            ? []
            : [
                Plot.text([middleOf(otherSteps)], {
                  x: "share",
                  y: "cents",
                  text: () => otherName,
                  dy: 12,
                  fill: "var(--k-ink)",
                  stroke: "var(--k-surface)",
                }),
              ]),
          Plot.lineY(steps, {
            x: "share",
            y: "cents",
            stroke: "var(--k-accent)",
            strokeWidth: 2,
            ...(whale.assumed ? { strokeDasharray: "6 4" } : {}),
          }),
          Plot.rect(pieces, {
            ...bandOf(bandBottom, bandTop),
            x1: "from",
            x2: "share",
            fill: "var(--k-small)",
          }),
          Plot.rect(pieces, {
            ...bandOf(bandBottom, bandTop),
            x1: "from",
            x2: "share",
            fill: "var(--k-large)",
            fillOpacity: "largeShare",
          }),
          Plot.dot(
            pieces.filter((step) => step.large > 0),
            {
              x: (step: WhaleStep) => (step.from + step.share) / 2,
              y: (step: WhaleStep) => step.middleCents,
              r: "large",
              symbol: "square",
              fill: "var(--k-large)",
              fillOpacity: 0.55,
              stroke: "var(--k-surface)",
              strokeWidth: 0.75,
            },
          ),
          Plot.dot([peak], { x: "share", y: "cents", fill: "var(--k-accent)", r: 4 }),
          Plot.text([peak], {
            x: "share",
            y: "cents",
            text: () => t("economicsCharts.whale.peak", { money: money(peak.cents) }),
            dy: -14,
            textAnchor: peak.share > 0.7 ? "end" : peak.share < 0.15 ? "start" : "middle",
            fontWeight: 600,
            stroke: "var(--k-surface)",
            fill: "var(--k-ink)",
          }),
          ...(isFlat
            ? []
            : [
                Plot.dot([end], { x: "share", y: "cents", fill: "var(--k-accent)", r: 4 }),
                Plot.text([end], {
                  x: "share",
                  y: "cents",
                  text: () => t("economicsCharts.whale.end", { money: money(end.cents) }),
                  dy: end.cents < peak.cents * 0.85 ? -14 : 18,
                  dx: -2,
                  textAnchor: "end",
                  fontWeight: 600,
                  stroke: "var(--k-surface)",
                  fill: "var(--k-ink)",
                }),
              ]),
          Plot.tip(
            pieces,
            Plot.pointerX({
              x: "share",
              y: "cents",
              fill: "var(--k-surface)",
              title: (step: WhaleStep) =>
                t("economicsCharts.whale.tip", {
                  customers: format.count(step.customers),
                  share: format.percent(step.share),
                  money: format.money(step.cents, currency),
                  large: format.count(step.large),
                  small: format.count(step.small),
                }),
            }),
          ),
        ],
      };
    },
    [steps, otherSteps, otherName, peak, end, money, whale.assumed, currency, t, format],
  );

  const columns: TableColumn<WhaleStep>[] = [
    {
      code: "customers",
      label: t("economicsCharts.whale.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "cumulative",
      label: t("economicsCharts.whale.cumulative"),
      isNumber: true,
      sortValue: (row) => row.cents,
      cell: (row) => <span title={format.moneyExact(row.cents, currency)}>{format.amount(row.cents)}</span>,
    },
    {
      code: "small",
      label: t("economicsCharts.whale.small"),
      isNumber: true,
      sortValue: (row) => row.small,
      cell: (row) => format.count(row.small),
    },
    {
      code: "large",
      label: t("economicsCharts.whale.large"),
      isNumber: true,
      sortValue: (row) => row.large,
      cell: (row) => format.count(row.large),
    },
  ];
  const hint = (
    <>
      {t("economicsCharts.whale.hint", { customers: format.count(whale.customers) })}{" "}
      <Swatch color="var(--k-small)" /> {t("values.small")} <Swatch color="var(--k-large)" />{" "}
      {t("values.large")}
      {"."}
      {whale.assumed ? ` ${t("charts.assumed")}` : ""}
    </>
  );
  return (
    <ChartFrame
      title={t(titles[whale.basis])}
      hint={hint}
      alternative={t("economicsCharts.whale.alternative", {
        customers: format.count(whale.customers),
        peak: money(peak.cents),
        peakShare: format.percent(peak.share),
        end: money(end.cents),
      })}
      columns={columns}
      rows={steps.slice(1)}
      extra={extra}
    >
      <PlotPicture draw={draw} height={430} />
    </ChartFrame>
  );
}

/** The piece at half of the customers. */
function middleOf(steps: readonly WhaleStep[]): WhaleStep {
  const middle = steps.find((step) => step.share >= 0.5) ?? steps[0];
  if (middle === undefined) throw new Error("a curve without pieces has no middle");
  return middle;
}

function bandOf(y1: number, y2: number) {
  return { y1, y2, shapeRendering: "crispEdges" as const };
}
