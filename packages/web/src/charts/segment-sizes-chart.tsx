import type { SegmentRow, SegmentsReport } from "@kleinod/engine/segments/overlays/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

const rowHeight = 30;

/** Share of customers (light) and of sales (dark) per segment, side by side with the size classes. */
export function SegmentSizesChart({ report }: { report: SegmentsReport }) {
  const { t, format, pick } = useTexts();
  const rows = useMemo(() => {
    const base = report.segments.filter((row) => row.kind === "size");
    const customers = base.reduce((sum, row) => sum + row.customers, 0);
    const sales = base.reduce((sum, row) => sum + (row.salesCents ?? 0), 0);
    return report.segments.map((row) => ({
      row,
      label: pick(row.name),
      customers: customers === 0 ? 0 : row.customers / customers,
      sales: sales <= 0 || row.salesCents === null ? null : Math.max(0, row.salesCents / sales),
    }));
  }, [report.segments, pick]);
  type Bar = (typeof rows)[number];
  const draw = useCallback(
    (width: number): Plot.PlotOptions => ({
      marginLeft: Math.min(220, width * 0.4),
      marginRight: 50,
      x: {
        label: null,
        grid: true,
        ticks: width < 480 ? 2 : 4,
        domain: [0, 1],
        tickFormat: (tick: number) => format.percent(tick),
      },
      y: { label: null, domain: rows.map(({ label }) => label), tickSize: 0 },
      marks: [
        Plot.barX(rows, { y: "label", x: "customers", fill: "var(--k-accent-soft)", insetBottom: 8 }),
        Plot.barX(rows, { y: "label", x: "sales", fill: "var(--k-accent)", insetTop: 12 }),
        Plot.text(rows, {
          y: "label",
          x: (bar: Bar) => Math.max(bar.customers, bar.sales ?? 0),
          text: (bar: Bar) => format.count(bar.row.customers),
          textAnchor: "start",
          dx: 6,
          fill: "var(--k-ink)",
        }),
      ],
    }),
    [rows, format],
  );
  const columns: TableColumn<SegmentRow>[] = [
    { code: "name", label: t("segments.name"), cell: (row) => pick(row.name) },
    {
      code: "customers",
      label: t("segments.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "sales",
      label: report.currency === null ? t("segments.sales") : `${t("segments.sales")} (${report.currency})`,
      isNumber: true,
      sortValue: (row) => row.salesCents,
      cell: (row) => (row.salesCents === null ? t("frame.unclear") : format.amount(row.salesCents)),
    },
  ];
  const largest = [...report.segments].sort((a, b) => b.customers - a.customers)[0];
  return (
    <ChartFrame
      title={t("segments.sizes")}
      hint={t("segments.sizesHint")}
      alternative={
        largest === undefined
          ? ""
          : t("segments.sizesAlternative", { name: pick(largest.name), n: format.count(largest.customers) })
      }
      columns={columns}
      rows={report.segments}
    >
      <PlotPicture draw={draw} height={44 + Math.max(1, rows.length) * rowHeight} />
    </ChartFrame>
  );
}
