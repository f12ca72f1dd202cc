import type { Overview } from "@kleinod/engine/measures/reports.ts";
import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type OrderClass = Overview["orderSizes"][number];

/** How many orders fall into each class of value; those of small customers in amber. */
export function OrderSizesChart({
  classes,
  currency,
}: {
  classes: readonly OrderClass[];
  currency: string | null;
}) {
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
          .filter((_, index) => index % Math.ceil(classes.length / (width / 58)) === 0),
        label: null,
        tickSize: 0,
      },
      y: { label: null, grid: true, ticks: 4, tickFormat: (tick: number) => format.count(tick) },
      marks: [
        Plot.barY(classes, { x: label, y: "orders", fill: "var(--k-accent-soft)" }),
        Plot.barY(classes, { x: label, y: "smallOrders", fill: "var(--k-small)" }),
        Plot.ruleY([0], { stroke: "var(--k-line-strong)" }),
        Plot.tip(
          classes,
          Plot.pointerX({
            x: label,
            y: "orders",
            fill: "var(--k-surface)",
            title: (row: OrderClass) =>
              t("charts.orderSizes.tip", {
                size: label(row),
                orders: format.count(row.orders),
                small: format.count(row.smallOrders),
                sales: format.money(row.salesCents, currency),
              }),
          }),
        ),
      ],
    }),
    [classes, label, format, t, currency],
  );
  const columns: TableColumn<OrderClass>[] = [
    {
      code: "size",
      label: t("charts.orderSizes.x"),
      sortValue: (row) => row.fromCents,
      cell: label,
    },
    {
      code: "orders",
      label: t("charts.orders"),
      isNumber: true,
      sortValue: (row) => row.orders,
      cell: (row) => format.count(row.orders),
    },
    {
      code: "small",
      label: t("charts.ordersSmall"),
      isNumber: true,
      sortValue: (row) => row.smallOrders,
      cell: (row) => format.count(row.smallOrders),
    },
    {
      code: "sales",
      label: t("charts.salesAll"),
      isNumber: true,
      sortValue: (row) => row.salesCents,
      cell: (row) => format.amount(row.salesCents),
    },
  ];
  const largest = classes.reduce<OrderClass | null>(
    (best, row) => (best === null || row.orders > best.orders ? row : best),
    null,
  );
  return (
    <ChartFrame
      title={t("charts.orderSizes.title")}
      hint={`${t("charts.orderSizes.x")}${currency === null ? "" : ` (${currency})`}. ${t("charts.orderSizes.hint")}`}
      alternative={
        largest === null
          ? ""
          : t("charts.orderSizes.alternative", {
              size: label(largest),
              orders: format.count(largest.orders),
            })
      }
      columns={columns}
      rows={classes}
    >
      <PlotPicture draw={draw} height={240} />
    </ChartFrame>
  );
}
