import type { CustomerDetail } from "@kleinod/engine/measures/reports.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Month = CustomerDetail["months"][number];

/** Sales a month with one customer; credit notes go below the line. */
export function CustomerMonthsChart({
  months,
  currency,
}: {
  months: readonly Month[];
  currency: string | null;
}) {
  const { t, format } = useTexts();
  const shown = useMemo(
    () => months.slice(-36).map((month) => ({ ...month, date: new Date(`${month.month}-15T00:00:00Z`) })),
    [months],
  );
  const draw = useCallback(
    (width: number): Plot.PlotOptions => ({
      marginLeft: 60,
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
          fill: "var(--k-accent)",
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
              `${format.month(month.month)}\n${format.money(month.salesCents, currency)}`,
          }),
        ),
      ],
    }),
    [shown, format, currency],
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
      label: t("charts.sales"),
      isNumber: true,
      sortValue: (row) => row.salesCents,
      cell: (row) => format.amount(row.salesCents),
    },
  ];
  return (
    <ChartFrame
      title={t("charts.customerMonths.title")}
      alternative={shown
        .slice(-12)
        .map((month) => `${format.month(month.month)}: ${format.money(month.salesCents, currency)}`)
        .join("; ")}
      columns={columns}
      rows={shown}
    >
      <PlotPicture draw={draw} height={200} />
    </ChartFrame>
  );
}
