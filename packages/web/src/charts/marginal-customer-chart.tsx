import type { DoublingPart, DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";
import { Swatch } from "./swatch.tsx";

interface Row {
  readonly part: DoublingPart;
  readonly label: string;
  readonly todayCents: number;
  readonly planCents: number | null;
}

/** What a new customer brings and costs a year: today as a dot, the plan as a diamond, the way between as a line. */
export function MarginalCustomerChart({ report }: { report: DoublingReport }) {
  const { t, format, pick } = useTexts();
  const { today, plan, currency } = report;
  const money = useCallback((cents: number) => format.money(cents, currency), [format, currency]);
  const rows = useMemo<Row[]>(() => {
    const planOf = new Map(plan?.parts.map(({ part, cents }) => [part, cents]));
    const todayOf = new Map(today.parts.map(({ part, cents }) => [part, cents]));
    const labels = new Map([...today.parts, ...(plan?.parts ?? [])].map(({ part, label }) => [part, label]));
    return [...labels].map(([part, label]) => ({
      part,
      label: pick(label),
      todayCents: todayOf.get(part) ?? 0,
      planCents: plan === null ? null : (planOf.get(part) ?? 0),
    }));
  }, [today, plan, pick]);
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const changed = rows.filter((row) => row.planCents !== null && row.planCents !== row.todayCents);
      return {
        marginLeft: Math.min(150, width * 0.34),
        marginRight: 64,
        x: {
          label: null,
          grid: true,
          ticks: width < 480 ? 3 : 6,
          nice: true,
          tickFormat: (tick: number) => format.moneyTick(tick),
        },
        y: { label: null, domain: rows.map(({ label }) => label), tickSize: 0 },
        marks: [
          Plot.barX(rows, {
            y: "label",
            x: "todayCents",
            fill: (row: Row) => (row.todayCents >= 0 ? "var(--k-accent-soft)" : "var(--k-line-strong)"),
            fillOpacity: 0.7,
            insetTop: 7,
            insetBottom: 7,
          }),
          Plot.ruleX([0], { stroke: "var(--k-ink)", strokeOpacity: 0.5 }),
          Plot.ruleY(changed, {
            y: "label",
            x1: "todayCents",
            x2: "planCents",
            stroke: "var(--k-accent)",
            strokeWidth: 2,
          }),
          Plot.dot(changed, {
            y: "label",
            x: "planCents",
            symbol: "diamond",
            r: 6,
            fill: "var(--k-accent)",
            stroke: "var(--k-surface)",
          }),
          Plot.text(rows, {
            y: "label",
            x: (row: Row) => Math.max(0, row.todayCents, row.planCents ?? 0),
            text: (row: Row) => money(row.planCents ?? row.todayCents),
            textAnchor: "start",
            dx: 10,
            fill: "var(--k-ink)",
          }),
        ],
      };
    },
    [rows, format, money],
  );
  const columns: TableColumn<Row>[] = [
    { code: "part", label: t("doubling.part"), cell: (row) => row.label },
    { code: "today", label: t("planParts.today"), isNumber: true, cell: (row) => money(row.todayCents) },
    ...(plan === null
      ? []
      : [
          {
            code: "plan",
            label: t("planParts.plan"),
            isNumber: true,
            cell: (row: Row) => (row.planCents === null ? "" : money(row.planCents)),
          },
          {
            code: "change",
            label: t("doubling.goalChange"),
            isNumber: true,
            cell: (row: Row) => money((row.planCents ?? row.todayCents) - row.todayCents),
          },
        ]),
  ];
  const after = (cents: number | undefined) => (cents === undefined ? "" : money(cents));
  return (
    <ChartFrame
      title={t("doubling.partsTitle")}
      hint={
        <>
          {t("doubling.partsHint")}{" "}
          {plan === null ? null : (
            <span>
              <Swatch color="var(--k-line-strong)" /> {t("planParts.today")}{" "}
              <span aria-hidden="true" style={{ color: "var(--k-accent)" }}>
                ◆
              </span>{" "}
              {t("planParts.plan")}
            </span>
          )}
        </>
      }
      alternative={t(plan === null ? "doubling.partsAlternativeToday" : "doubling.partsAlternative", {
        today: after(today.marginalAfterAcquisitionPerCustomerYearCents),
        plan: after(plan?.marginalAfterAcquisitionPerCustomerYearCents),
      })}
      columns={columns}
      rows={rows}
    >
      <PlotPicture draw={draw} height={40 + rows.length * 34} />
    </ChartFrame>
  );
}
