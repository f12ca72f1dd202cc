import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { heatOpacity } from "./heat-cells.ts";
import { PlotPicture } from "./plot-picture.tsx";

type SizePotential = NonNullable<Economics["sizePotential"]>;
type Bin = SizePotential["bins"][number];

/** Sales against potential in classes of a 1-2-5 scale; the darker, the more customers. */
export function SizePotentialChart({ map, currency }: { map: SizePotential; currency: string | null }) {
  const { t, format } = useTexts();
  const { bins } = map;
  const range = useCallback(
    (from: number, to: number | null) =>
      to === null
        ? t("economicsCharts.potential.from", { from: format.moneyTick(from) })
        : t("economicsCharts.potential.range", { from: format.moneyTick(from), to: format.moneyTick(to) }),
    [t, format],
  );
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const largest = Math.max(0, ...bins.map((bin) => bin.customers));
      const xs = steps(bins.map((bin) => bin.salesFromCents));
      const ys = steps(bins.map((bin) => bin.potentialFromCents));
      const sparse = Math.max(1, Math.ceil(xs.length / (width / 64)));
      const diagonal = xs.filter((step) => ys.includes(step));
      return {
        marginLeft: 62,
        marginBottom: 42,
        marginTop: 24,
        padding: 0,
        x: {
          type: "band",
          domain: xs,
          label: t("economicsCharts.potential.x"),
          labelArrow: "none",
          labelAnchor: "center",
          tickSize: 0,
          ticks: xs.filter((_, index) => index % sparse === 0),
          tickFormat: (tick: number) => format.moneyTick(tick),
        },
        y: {
          type: "band",
          domain: [...ys].reverse(),
          label: t("economicsCharts.potential.y"),
          labelArrow: "none",
          tickSize: 0,
          tickFormat: (tick: number) => format.moneyTick(tick),
        },
        marks: [
          Plot.cell(bins, {
            x: "salesFromCents",
            y: "potentialFromCents",
            fill: (bin: Bin) => (bin.small >= bin.large ? "var(--k-small)" : "var(--k-large)"),
            fillOpacity: (bin: Bin) => 0.08 + 1.6 * heatOpacity(bin.customers, largest),
            inset: 1,
            rx: 2,
          }),
          Plot.line(
            diagonal.map((step) => ({ step })),
            { x: "step", y: "step", stroke: "var(--k-ink)", strokeOpacity: 0.6, strokeDasharray: "3 3" },
          ),
          Plot.tip(
            bins,
            Plot.pointer({
              x: "salesFromCents",
              y: "potentialFromCents",
              fill: "var(--k-surface)",
              title: (bin: Bin) =>
                t("economicsCharts.potential.tip", {
                  sales: range(bin.salesFromCents, bin.salesToCents),
                  potential: range(bin.potentialFromCents, bin.potentialToCents),
                  customers: format.count(bin.customers),
                  small: format.count(bin.small),
                }),
            }),
          ),
        ],
      };
    },
    [bins, format, range, t],
  );
  const most = bins.reduce<Bin | null>(
    (best, bin) => (best === null || bin.customers > best.customers ? bin : best),
    null,
  );
  const columns: TableColumn<Bin>[] = [
    {
      code: "sales",
      label: t("economicsCharts.potential.sales"),
      isNumber: true,
      sortValue: (row) => row.salesFromCents,
      cell: (row) => range(row.salesFromCents, row.salesToCents),
    },
    {
      code: "potential",
      label: t("economicsCharts.potential.potential"),
      isNumber: true,
      sortValue: (row) => row.potentialFromCents,
      cell: (row) => range(row.potentialFromCents, row.potentialToCents),
    },
    {
      code: "customers",
      label: t("economicsCharts.potential.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "small",
      label: t("economicsCharts.potential.small"),
      isNumber: true,
      sortValue: (row) => row.small,
      cell: (row) => format.count(row.small),
    },
  ];
  return (
    <ChartFrame
      title={t("economicsCharts.potential.title")}
      hint={[
        t("economicsCharts.potential.hint"),
        map.unclear === 0 ? "" : t("economicsCharts.potential.unclear", { n: format.count(map.unclear) }),
      ].join(" ")}
      alternative={
        most === null
          ? ""
          : t("economicsCharts.potential.alternative", {
              customers: format.count(bins.reduce((sum, bin) => sum + bin.customers, 0)),
              sales: `${range(most.salesFromCents, most.salesToCents)} ${currency ?? ""}`.trim(),
              potential: `${range(most.potentialFromCents, most.potentialToCents)} ${currency ?? ""}`.trim(),
            })
      }
      columns={columns}
      rows={bins}
    >
      <PlotPicture draw={draw} height={340} />
    </ChartFrame>
  );
}

/** Every class that occurs, smallest first, once. */
function steps(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
