import type { OrderClass } from "@kleinod/engine/measures/economics/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

interface SmallOrdersChartProps {
  classes: readonly OrderClass[];
  /** Over all orders; null without margins. */
  belowFullRatio: number | null;
  currency: string | null;
}

/** Orders by class of value; the dark part does not cover its full cost. */
export function SmallOrdersChart({ classes, belowFullRatio, currency }: SmallOrdersChartProps) {
  const { t, format } = useTexts();
  const label = useCallback(
    (row: OrderClass) =>
      row.toCents === null
        ? t("charts.orderSizes.from", { from: format.count(row.fromCents / 100) })
        : t("charts.orderSizes.below", { to: format.count(row.toCents / 100) }),
    [t, format],
  );
  const draw = useCallback(
    (width: number): Plot.PlotOptions => ({
      marginLeft: 52,
      marginBottom: 30,
      x: {
        type: "band",
        domain: classes.map(label),
        ticks: classes
          .map(label)
          .filter((_, index) => index % Math.ceil(classes.length / (width / 62)) === 0),
        label: null,
        tickSize: 0,
      },
      y: { label: null, grid: true, ticks: 5, tickFormat: (tick: number) => format.count(tick) },
      marks: [
        Plot.barY(classes, { x: label, y: "orders", fill: "var(--k-accent-soft)" }),
        Plot.barY(classes, {
          x: label,
          y: (row: OrderClass) => row.orders * (row.belowBreakEven.full ?? 0),
          fill: "var(--k-accent)",
        }),
        Plot.ruleY([0], { stroke: "var(--k-line-strong)" }),
        Plot.tip(
          classes,
          Plot.pointerX({
            x: label,
            y: "orders",
            fill: "var(--k-surface)",
            title: (row: OrderClass) =>
              t("economicsCharts.orders.tip", {
                size: label(row),
                orders: format.count(row.orders),
                small: format.count(row.smallCustomerOrders),
                below:
                  row.belowBreakEven.full === null
                    ? t("frame.unclear")
                    : format.percent(row.belowBreakEven.full),
              }),
          }),
        ),
      ],
    }),
    [classes, label, format, t],
  );
  const share = (ratio: number | null) => (ratio === null ? t("frame.unclear") : format.percent(ratio));
  const money = (cents: number | null) => (cents === null ? t("frame.unclear") : format.amount(cents));
  const number = (
    code: string,
    text: string,
    value: (row: OrderClass) => number | null,
    show: (value: number | null) => string,
  ): TableColumn<OrderClass> => ({
    code,
    label: text,
    isNumber: true,
    sortValue: value,
    cell: (row) => show(value(row)),
  });
  const count = (value: number | null) => format.count(value ?? 0);
  const columns: TableColumn<OrderClass>[] = [
    {
      code: "class",
      label: t("economicsCharts.orders.class"),
      isNumber: true,
      sortValue: (row) => row.fromCents,
      cell: label,
    },
    number("orders", t("economicsCharts.orders.orders"), (row) => row.orders, count),
    number("small", t("economicsCharts.orders.small"), (row) => row.smallCustomerOrders, count),
    number("sales", t("economicsCharts.orders.sales"), (row) => row.salesCents, money),
    number("contribution", t("economicsCharts.orders.contribution"), (row) => row.contribution1Cents, money),
    number("full", t("economicsCharts.orders.full"), (row) => row.fullCents, money),
    number("avoidable", t("economicsCharts.orders.avoidable"), (row) => row.avoidableCents, money),
    number("belowFull", t("economicsCharts.orders.belowFull"), (row) => row.belowBreakEven.full, share),
    number(
      "belowAvoidable",
      t("economicsCharts.orders.belowAvoidable"),
      (row) => row.belowBreakEven.avoidable,
      share,
    ),
  ];
  return (
    <ChartFrame
      title={t("economicsCharts.orders.title")}
      hint={t("economicsCharts.orders.hint", { currency: currency ?? "" })}
      alternative={t("economicsCharts.orders.alternative", { share: share(belowFullRatio) })}
      columns={columns}
      rows={classes}
    >
      <PlotPicture draw={draw} height={300} />
    </ChartFrame>
  );
}
