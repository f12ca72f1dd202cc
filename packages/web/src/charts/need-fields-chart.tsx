import type { NeedsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Field = NeedsReport["fields"][number];
const shown = 20;
const rowHeight = 24;

/** Share of the customers who cover a need field with us; light behind it, how many it would be with the gaps closed. */
export function NeedFieldsChart({ report }: { report: NeedsReport }) {
  const { t, format } = useTexts();
  const { known, currency } = report;
  const fields = useMemo(
    () => [...report.fields].sort((a, b) => b.customers - a.customers).slice(0, shown),
    [report.fields],
  );
  const shareWithGaps = useCallback(
    (row: Field) => (known === 0 ? 0 : Math.min(1, (row.customers + row.gaps) / known)),
    [known],
  );
  const draw = useCallback(
    (width: number): Plot.PlotOptions => ({
      marginLeft: Math.min(190, width * 0.38),
      marginRight: 50,
      x: {
        label: null,
        grid: true,
        ticks: width < 480 ? 2 : 4,
        domain: [0, Math.max(0.1, ...fields.map((row) => shareWithGaps(row)))],
        tickFormat: (tick: number) => format.percent(tick),
      },
      y: { label: null, domain: fields.map((row) => row.field), tickSize: 0 },
      marks: [
        Plot.barX(fields, {
          y: "field",
          x: shareWithGaps,
          fill: "var(--k-accent-soft)",
        }),
        Plot.barX(fields, { y: "field", x: "customerShare", fill: "var(--k-accent)" }),
        Plot.text(fields, {
          y: "field",
          x: shareWithGaps,
          text: (row: Field) => format.percent(row.customerShare),
          textAnchor: "start",
          dx: 6,
          fill: "var(--k-ink)",
        }),
      ],
    }),
    [fields, shareWithGaps, format],
  );
  const money = (text: string) => (currency === null ? text : `${text} (${currency})`);
  const amount = (cents: number | null) => (cents === null ? t("frame.unclear") : format.amount(cents));
  const columns: TableColumn<Field>[] = [
    {
      code: "field",
      label: t("needs.profile.field"),
      sortValue: (row) => row.field,
      cell: (row) => row.field,
    },
    {
      code: "customers",
      label: t("needs.profile.covered"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "median",
      label: money(t("needs.profile.median")),
      isNumber: true,
      sortValue: (row) => row.medianCents,
      cell: (row) => amount(row.medianCents),
    },
    {
      code: "gaps",
      label: t("needs.profile.gaps"),
      isNumber: true,
      sortValue: (row) => row.gaps,
      cell: (row) => format.count(row.gaps),
    },
    {
      code: "gapMoney",
      label: money(t("needs.profile.gapMoney")),
      isNumber: true,
      sortValue: (row) => row.gapCents,
      cell: (row) => amount(row.gapCents),
    },
  ];
  const first = fields[0];
  return (
    <ChartFrame
      title={t("needs.profile.fields")}
      hint={t("needs.profile.fieldsHint")}
      alternative={
        first === undefined
          ? ""
          : t("needs.profile.fieldsAlternative", {
              field: first.field,
              share: format.percent(first.customerShare),
            })
      }
      columns={columns}
      rows={report.fields}
    >
      <PlotPicture draw={draw} height={40 + Math.max(1, fields.length) * rowHeight} />
    </ChartFrame>
  );
}
