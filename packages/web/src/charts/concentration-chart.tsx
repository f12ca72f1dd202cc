import type { Whale } from "@kleinod/engine/measures/reports.ts";
import * as Plot from "@observablehq/plot";
import { type ReactNode, useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Share = Whale["topShares"][number];

/**
 * Value cumulated over all customers, largest first, with the size of the customers as a band below. Called a whale
 * only where the value is a contribution: sales alone cannot come down again.
 */
export function ConcentrationChart({ whale, extra }: { whale: Whale; extra?: ReactNode }) {
  const { t, format } = useTexts();
  const isContribution = whale.basis === "contribution1";
  const relative = whale.totalCents > 0;
  const value = useCallback(
    (cents: number) => (relative ? cents / whale.totalCents : cents / 100),
    [relative, whale.totalCents],
  );
  const points = useMemo(
    () => [
      { x: 0, y: 0, customers: 0, cents: 0 },
      ...whale.points.map((point) => ({
        x: point.customers / Math.max(1, whale.customers),
        y: value(point.cumulativeCents),
        customers: point.customers,
        cents: point.cumulativeCents,
      })),
    ],
    [whale, value],
  );
  const peak = points.reduce((best, point) => (point.cents > best.cents ? point : best));

  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const low = Math.min(0, ...points.map((point) => point.y));
      const high = Math.max(...points.map((point) => point.y), relative ? 1 : 0);
      const bandTop = low - (high - low) * 0.03;
      const bandBottom = low - (high - low) * 0.09;
      const bands = whale.points.flatMap((point, index) => {
        const x1 = points[index]?.x ?? 0;
        const x2 = points[index + 1]?.x ?? 1;
        const share = point.large + point.small === 0 ? 0 : point.large / (point.large + point.small);
        return [{ x1, x2, share }];
      });
      const marks: Plot.Markish[] = [
        Plot.ruleY([0], { stroke: "var(--k-line-strong)" }),
        Plot.areaY(points, { x: "x", y: "y", fill: "var(--k-accent)", fillOpacity: 0.12 }),
        Plot.lineY(points, {
          x: "x",
          y: "y",
          stroke: "var(--k-accent)",
          strokeWidth: 2,
          ...(whale.assumed ? { strokeDasharray: "6 4" } : {}),
        }),
        Plot.rect(bands, {
          x1: "x1",
          x2: "x2",
          y1: bandBottom,
          y2: bandTop,
          shapeRendering: "crispEdges",
          fill: "var(--k-small)",
          fillOpacity: 0.85,
        }),
        Plot.rect(bands, {
          x1: "x1",
          x2: "x2",
          y1: bandBottom,
          y2: bandTop,
          shapeRendering: "crispEdges",
          fill: "var(--k-large)",
          fillOpacity: "share",
        }),
      ];
      if (isContribution) {
        const end = points.at(-1);
        const labelled = [peak, ...(end !== undefined && end !== peak ? [end] : [])];
        const money = (point: (typeof points)[number]) => format.moneyShort(point.cents, whale.currency);
        // The end gets a label of its own only where it says something else than the peak.
        const named = labelled.filter((point) => point === peak || money(point) !== money(peak));
        marks.push(
          Plot.dot(labelled, { x: "x", y: "y", fill: "var(--k-accent)", r: 4 }),
          Plot.text(named, {
            x: "x",
            y: "y",
            text: money,
            dy: -12,
            dx: -4,
            textAnchor: "end",
            fontWeight: 600,
          }),
        );
      } else {
        const labelled = whale.topShares.filter(
          (share) =>
            share.shareRatio !== null && (width > 520 || share.topRatio >= 0.1) && share.topRatio >= 0.05,
        );
        marks.push(
          Plot.dot(labelled, { x: "topRatio", y: "shareRatio", fill: "var(--k-accent)", r: 4 }),
          Plot.text(labelled, {
            x: "topRatio",
            y: "shareRatio",
            text: (share: Share) =>
              t("charts.concentration.point", {
                top: format.percent(share.topRatio),
                share: format.percent(share.shareRatio ?? 0),
              }),
            dx: 8,
            dy: 10,
            textAnchor: "start",
          }),
        );
      }
      // Last, so that it covers the labels below it.
      marks.push(
        Plot.tip(
          points,
          Plot.pointerX({
            x: "x",
            y: "y",
            fill: "var(--k-surface)",
            title: (point: (typeof points)[number]) =>
              t("charts.concentration.tip", {
                customers: format.count(point.customers),
                share: format.percent(point.x),
                money: format.money(point.cents, whale.currency),
              }),
          }),
        ),
      );
      return {
        marginLeft: 52,
        marginBottom: 40,
        x: {
          domain: [0, 1],
          label: t("charts.concentration.x"),
          labelArrow: "none",
          labelAnchor: "center",
          tickFormat: (tick: number) => format.percent(tick),
          ticks: width < 480 ? 3 : 6,
        },
        y: {
          domain: [bandBottom, high * 1.06],
          label: null,
          grid: true,
          ticks: 5,
          tickFormat: (tick: number) =>
            relative
              ? tick < 0 && !isContribution
                ? ""
                : format.percent(tick)
              : format.moneyTick(tick * 100),
        },
        marks,
      };
    },
    [points, whale, relative, isContribution, peak, t, format],
  );

  const top = whale.topShares.find((share) => share.topRatio === 0.05) ?? whale.topShares[0];
  const title = isContribution
    ? t("charts.concentration.whaleTitle")
    : top === undefined || top.shareRatio === null
      ? t("charts.concentration.salesTitle")
      : t("charts.concentration.salesAnswer", {
          top: format.percent(top.topRatio),
          share: format.percent(top.shareRatio),
        });
  const columns: TableColumn<Share>[] = [
    {
      code: "top",
      label: t("charts.concentration.top"),
      isNumber: true,
      sortValue: (row) => row.topRatio,
      cell: (row) => format.percent(row.topRatio),
    },
    {
      code: "customers",
      label: t("charts.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "share",
      label: t("charts.concentration.share"),
      isNumber: true,
      sortValue: (row) => row.shareRatio,
      cell: (row) => (row.shareRatio === null ? t("frame.unclear") : format.percent(row.shareRatio)),
    },
  ];
  const hint = (
    <>
      {isContribution ? t("charts.concentration.whaleHint") : t("charts.concentration.salesHint")}{" "}
      {t("charts.concentration.band")} <Swatch color="var(--k-small)" /> {t("values.small")}{" "}
      <Swatch color="var(--k-large)" /> {t("values.large")}.{whale.assumed ? ` ${t("charts.assumed")}` : ""}
    </>
  );
  return (
    <ChartFrame
      title={title}
      hint={hint}
      alternative={whale.topShares
        .map((share) =>
          t("charts.concentration.point", {
            top: format.percent(share.topRatio),
            share: share.shareRatio === null ? t("frame.unclear") : format.percent(share.shareRatio),
          }),
        )
        .join("; ")}
      columns={columns}
      rows={whale.topShares}
      extra={extra}
    >
      <PlotPicture draw={draw} height={430} />
    </ChartFrame>
  );
}

function Swatch({ color }: { color: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ display: "inline-block", width: 10, height: 10, borderRadius: 2, background: color }}
    />
  );
}
