import type { Overview } from "@kleinod/engine/measures/reports.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Month = Overview["months"][number];

/** Sales a month of the last three years; the part of small customers in amber below. */
export function MonthsChart({ months, currency }: { months: readonly Month[]; currency: string | null }) {
  const { t, format } = useTexts();
  const shown = useMemo(
    () => months.slice(-36).map((month) => ({ ...month, date: new Date(`${month.month}-15T00:00:00Z`) })),
    [months],
  );
  const draw = useCallback(
    (width: number): Plot.PlotOptions => ({
      marginLeft: 60,
      marginRight: 4,
      x: { type: "utc", label: null, ticks: width < 420 ? 3 : 6, tickFormat: format.axisMonth },
      y: {
        label: null,
        grid: true,
        ticks: 4,
        zero: true,
        tickFormat: (tick: number) => format.moneyTick(tick),
      },
      marks: [
        Plot.rectY(shown, {
          x: "date",
          y: "salesCents",
          interval: "month",
          fill: "var(--k-accent-soft)",
          inset: 1,
        }),
        Plot.rectY(shown, {
          x: "date",
          y: "smallSalesCents",
          interval: "month",
          fill: "var(--k-small)",
          inset: 1,
        }),
        Plot.ruleY([0], { stroke: "var(--k-line-strong)" }),
        Plot.tip(
          shown,
          Plot.pointerX({
            x: "date",
            y: "salesCents",
            fill: "var(--k-surface)",
            title: (month: Month) =>
              t("charts.months.tip", {
                month: format.month(month.month),
                sales: format.money(month.salesCents, currency),
                small: format.money(month.smallSalesCents, currency),
                orders: format.count(month.orders),
              }),
          }),
        ),
      ],
    }),
    [shown, format, t, currency],
  );
  const columns: TableColumn<Month>[] = [
    {
      code: "month",
      label: t("charts.month"),
      sortValue: (row) => row.month,
      cell: (row) => format.month(row.month),
    },
    {
      code: "sales",
      label: t("charts.salesAll"),
      isNumber: true,
      sortValue: (row) => row.salesCents,
      cell: (row) => format.amount(row.salesCents),
    },
    {
      code: "small",
      label: t("charts.salesSmall"),
      isNumber: true,
      sortValue: (row) => row.smallSalesCents,
      cell: (row) => format.amount(row.smallSalesCents),
    },
    {
      code: "orders",
      label: t("charts.orders"),
      isNumber: true,
      sortValue: (row) => row.orders,
      cell: (row) => format.count(row.orders),
    },
  ];
  const last = shown.at(-1);
  return (
    <ChartFrame
      title={t("charts.months.title")}
      hint={t("charts.months.hint")}
      alternative={
        last === undefined
          ? ""
          : t("charts.months.tip", {
              month: format.month(last.month),
              sales: format.money(last.salesCents, currency),
              small: format.money(last.smallSalesCents, currency),
              orders: format.count(last.orders),
            })
      }
      columns={columns}
      rows={shown}
    >
      <PlotPicture draw={draw} height={220} />
    </ChartFrame>
  );
}
