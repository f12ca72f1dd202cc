import type { PotentialReport } from "@kleinod/engine/measures/potential/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Branch = PotentialReport["branches"][number];
const shown = 16;
const rowHeight = 24;

/** Potential by branch: solid what we sell, light what is bought elsewhere. */
export function PotentialChart({
  branches,
  currency,
}: {
  branches: readonly Branch[];
  currency: string | null;
}) {
  const { t, format } = useTexts();
  const label = useCallback((row: Branch) => row.branch ?? t("needs.potential.noBranch"), [t]);
  const drawn = useMemo(
    () => branches.filter((row) => row.potentialCents !== null && row.salesCents !== null).slice(0, shown),
    [branches],
  );
  const open = (row: Branch) => Math.max(0, (row.potentialCents ?? 0) - (row.salesCents ?? 0));
  const draw = useCallback(
    (width: number): Plot.PlotOptions => ({
      marginLeft: Math.min(190, width * 0.38),
      marginRight: 60,
      x: {
        label: null,
        grid: true,
        ticks: width < 480 ? 2 : 4,
        tickFormat: (tick: number) => format.moneyTick(tick),
      },
      y: { label: null, domain: drawn.map(label), tickSize: 0 },
      marks: [
        Plot.barX(drawn, { y: label, x: "potentialCents", fill: "var(--k-accent-soft)" }),
        Plot.barX(drawn, { y: label, x: "salesCents", fill: "var(--k-accent)" }),
        Plot.text(drawn, {
          y: label,
          x: (row: Branch) => Math.max(row.potentialCents ?? 0, row.salesCents ?? 0),
          text: (row: Branch) => (row.shareOfWallet === null ? "" : format.percent(row.shareOfWallet)),
          textAnchor: "start",
          dx: 6,
          fill: "var(--k-ink)",
        }),
      ],
    }),
    [drawn, label, format],
  );
  const money = (text: string) => (currency === null ? text : `${text} (${currency})`);
  const amount = (cents: number | null) => (cents === null ? t("frame.unclear") : format.amount(cents));
  const columns: TableColumn<Branch>[] = [
    { code: "branch", label: t("needs.potential.branch"), sortValue: label, cell: label },
    {
      code: "customers",
      label: t("needs.potential.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "sales",
      label: money(t("needs.potential.sales")),
      isNumber: true,
      sortValue: (row) => row.salesCents,
      cell: (row) => amount(row.salesCents),
    },
    {
      code: "potential",
      label: money(t("needs.potential.potentialLabel")),
      isNumber: true,
      sortValue: (row) => row.potentialCents,
      cell: (row) => amount(row.potentialCents),
    },
    {
      code: "share",
      label: t("needs.potential.shareOfWallet"),
      isNumber: true,
      sortValue: (row) => row.shareOfWallet,
      cell: (row) => (row.shareOfWallet === null ? t("frame.unclear") : format.percent(row.shareOfWallet)),
    },
  ];
  const first = drawn[0];
  return (
    <ChartFrame
      title={t("needs.potential.branches")}
      hint={t("needs.potential.branchesHint")}
      alternative={
        first === undefined
          ? ""
          : t("needs.potential.branchesAlternative", {
              branch: label(first),
              open: format.moneyShort(open(first), currency),
            })
      }
      columns={columns}
      rows={branches}
    >
      <PlotPicture draw={draw} height={40 + Math.max(1, drawn.length) * rowHeight} />
    </ChartFrame>
  );
}
