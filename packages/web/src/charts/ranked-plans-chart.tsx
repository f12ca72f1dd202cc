import type { OptimisationReport, RankedPlan } from "@kleinod/engine/programme/optimiser/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { type ReactNode, useCallback } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

interface RankedPlansChartProps {
  report: OptimisationReport;
  /** What one can do with a plan of the table. */
  action: (plan: RankedPlan) => ReactNode;
}

/** The best plans in the full simulation: mean as a dot, the bad tenth as the end of its line, the linear view as a ring. */
export function RankedPlansChart({ report, action }: RankedPlansChartProps) {
  const { t, format, pick } = useTexts();
  const { runnersUp, currency } = report;
  const money = useCallback((cents: number) => format.moneyShort(cents, currency), [format, currency]);
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const simulated = runnersUp.filter((row) => row.simulatedMeanCents !== null);
      return {
        marginLeft: 44,
        marginRight: 64,
        x: {
          label: null,
          grid: true,
          nice: true,
          ticks: width < 480 ? 3 : 6,
          tickFormat: (tick: number) => format.moneyTick(tick),
        },
        y: { label: null, domain: runnersUp.map(({ rank }) => rank), tickSize: 0, type: "band" },
        marks: [
          Plot.ruleX([0], { stroke: "var(--k-ink)", strokeOpacity: 0.5 }),
          Plot.ruleY(simulated, {
            y: "rank",
            x1: "simulatedLow10Cents",
            x2: "simulatedMeanCents",
            stroke: "var(--k-accent-soft)",
            strokeWidth: 5,
          }),
          Plot.dot(simulated, { y: "rank", x: "simulatedMeanCents", r: 5, fill: "var(--k-accent)" }),
          Plot.dot(runnersUp, {
            y: "rank",
            x: "linearCents",
            r: 4,
            stroke: "var(--k-large)",
            strokeWidth: 1.5,
          }),
          Plot.text(simulated, {
            y: "rank",
            x: "simulatedMeanCents",
            text: (row: RankedPlan) => money(row.simulatedMeanCents ?? 0),
            textAnchor: "start",
            dx: 9,
            fill: "var(--k-ink)",
            stroke: "var(--k-surface)",
            strokeWidth: 4,
          }),
        ],
      };
    },
    [runnersUp, format, money],
  );
  const simulated = (cents: number | null) =>
    cents === null ? <span className="k-unclear">{t("optimiser.notSimulated")}</span> : money(cents);
  const columns: TableColumn<RankedPlan>[] = [
    {
      code: "rank",
      label: t("optimiser.rank"),
      isNumber: true,
      sortValue: (row) => row.rank,
      cell: (row) => format.count(row.rank),
    },
    { code: "difference", label: t("optimiser.difference"), cell: (row) => pick(row.difference) },
    {
      code: "linear",
      label: t("optimiser.linear"),
      isNumber: true,
      sortValue: (row) => row.linearCents,
      cell: (row) => money(row.linearCents),
    },
    {
      code: "mean",
      label: t("optimiser.mean"),
      isNumber: true,
      sortValue: (row) => row.simulatedMeanCents,
      cell: (row) => simulated(row.simulatedMeanCents),
    },
    {
      code: "low10",
      label: t("optimiser.low10"),
      isNumber: true,
      sortValue: (row) => row.simulatedLow10Cents,
      cell: (row) => simulated(row.simulatedLow10Cents),
    },
    {
      code: "cautious",
      label: t("optimiser.rankCautious"),
      isNumber: true,
      sortValue: (row) => row.rankByLow10,
      cell: (row) => (row.rankByLow10 === null ? "" : format.count(row.rankByLow10)),
    },
    { code: "action", label: "", cell: action },
  ];
  const best = runnersUp[0];
  return (
    <ChartFrame
      title={t("optimiser.runnersTitle")}
      hint={
        <>
          {t("optimiser.runnersHint")} <span style={{ color: "var(--k-accent)" }}>●</span>{" "}
          {t("optimiser.mean")} <span style={{ color: "var(--k-accent-soft)" }}>▬</span>{" "}
          {t("optimiser.low10")} <span style={{ color: "var(--k-large)" }}>○</span> {t("optimiser.linear")}
        </>
      }
      alternative={
        best?.simulatedMeanCents == null || best.simulatedLow10Cents === null
          ? ""
          : t("optimiser.runnersAlternative", {
              mean: money(best.simulatedMeanCents),
              low: money(best.simulatedLow10Cents),
            })
      }
      columns={columns}
      rows={runnersUp}
    >
      <PlotPicture draw={draw} height={48 + runnersUp.length * 26} />
    </ChartFrame>
  );
}
