import type { DoublingPoint, DoublingReport } from "@kleinod/engine/programme/doubling/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo, useState } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";
import { RangeSwitch } from "./range-switch.tsx";

/** Change of the yearly result against the number of customers, today dashed and with the plan in full. */
export function GrowthCurveChart({ report }: { report: DoublingReport }) {
  const { t, format } = useTexts();
  const { curve, currency, plan } = report;
  const [upTo, setUpTo] = useState<3 | 20>(3);
  const points = useMemo(() => curve.filter(({ ratio }) => ratio <= upTo), [curve, upTo]);
  const money = useCallback((cents: number) => format.moneyShort(cents, currency), [format, currency]);
  const doubled = curve.find(({ ratio }) => ratio === 2) ?? null;
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const last = points.at(-1);
      const planned = points.filter((point) => point.plan !== null);
      const breaks = [...new Set([...report.today.breakEvenN, ...(report.plan?.breakEvenN ?? [])])].filter(
        (n) => n <= (last?.customers ?? 0),
      );
      return {
        marginLeft: 68,
        marginRight: 20,
        marginBottom: 40,
        marginTop: 28,
        x: {
          label: t("doubling.curveX"),
          labelArrow: "none",
          labelAnchor: "center",
          ticks: width < 480 ? 3 : 6,
          tickFormat: (tick: number) => format.count(tick),
        },
        y: {
          label: null,
          grid: true,
          zero: true,
          nice: true,
          ticks: 5,
          tickFormat: (tick: number) => format.moneyTick(tick),
        },
        marks: [
          Plot.ruleY([0], { stroke: "var(--k-ink)", strokeOpacity: 0.5 }),
          Plot.lineY(points, {
            x: "customers",
            y: (point: DoublingPoint) => point.today.resultCents,
            stroke: "var(--k-large)",
            strokeWidth: 2,
            strokeDasharray: "6 4",
          }),
          Plot.lineY(planned, {
            x: "customers",
            y: (point: DoublingPoint) => point.plan?.resultCents ?? null,
            stroke: "var(--k-accent)",
            strokeWidth: 2.25,
          }),
          Plot.dot(breaks, { x: (n: number) => n, y: 0, r: 4, fill: "var(--k-small)" }),
          ...(doubled === null
            ? []
            : [
                Plot.ruleX([doubled.customers], { stroke: "var(--k-line-strong)", strokeDasharray: "2 3" }),
                Plot.text([doubled], {
                  x: "customers",
                  frameAnchor: "top",
                  text: () => t("doubling.curveDouble"),
                  dy: -14,
                  fill: "var(--k-muted)",
                }),
              ]),
          ...(last === undefined
            ? []
            : [
                Plot.text([last], {
                  x: "customers",
                  y: (point: DoublingPoint) => point.today.resultCents,
                  text: () => t("doubling.curveToday"),
                  textAnchor: "end",
                  dy: plan !== null && (last.plan?.resultCents ?? 0) < last.today.resultCents ? -10 : 12,
                  fill: "var(--k-large)",
                  stroke: "var(--k-surface)",
                  strokeWidth: 4,
                }),
                ...(last.plan === null
                  ? []
                  : [
                      Plot.text([last], {
                        x: "customers",
                        y: (point: DoublingPoint) => point.plan?.resultCents ?? 0,
                        text: () => t("doubling.curvePlan"),
                        textAnchor: "end",
                        dy: last.plan.resultCents < last.today.resultCents ? 12 : -10,
                        fontWeight: 600,
                        fill: "var(--k-accent)",
                        stroke: "var(--k-surface)",
                        strokeWidth: 4,
                      }),
                    ]),
              ]),
          Plot.tip(
            points,
            Plot.pointerX({
              x: "customers",
              y: (point: DoublingPoint) => (point.plan ?? point.today).resultCents,
              fill: "var(--k-surface)",
              title: (point: DoublingPoint) =>
                [
                  t("doubling.breakEvenN", { n: format.count(point.customers) }),
                  `${t("planParts.today")}: ${money(point.today.resultCents)}`,
                  ...(point.plan === null
                    ? []
                    : [`${t("planParts.plan")}: ${money(point.plan.resultCents)}`]),
                ].join("\n"),
            }),
          ),
        ],
      };
    },
    [points, report, doubled, plan, money, format, t],
  );
  const columns: TableColumn<DoublingPoint>[] = [
    {
      code: "customers",
      label: t("doubling.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    { code: "ratio", label: t("doubling.ratio"), isNumber: true, cell: (row) => format.number(row.ratio, 2) },
    ...(["today", "plan"] as const).flatMap((side): TableColumn<DoublingPoint>[] =>
      side === "plan" && plan === null
        ? []
        : [
            {
              code: `${side}Result`,
              label: `${t("doubling.goalChange")} (${t(`planParts.${side}`)})`,
              isNumber: true,
              cell: (row) => money(row[side]?.resultCents ?? 0),
            },
            {
              code: `${side}Steps`,
              label: `${t("doubling.steps")} (${t(`planParts.${side}`)})`,
              isNumber: true,
              cell: (row) => money(row[side]?.stepCents ?? 0),
            },
            {
              code: `${side}Waiting`,
              label: `${t("doubling.waiting")} (${t(`planParts.${side}`)})`,
              isNumber: true,
              cell: (row) => {
                const ratio = row[side]?.waitingRatio ?? null;
                return ratio === null ? "–" : format.percent(ratio);
              },
            },
          ],
    ),
  ];
  return (
    <ChartFrame
      title={t("doubling.curveTitle")}
      hint={t("doubling.curveHint")}
      alternative={t(plan === null ? "doubling.curveAlternativeToday" : "doubling.curveAlternative", {
        today: doubled === null ? "" : money(doubled.today.resultCents),
        plan: doubled?.plan == null ? "" : money(doubled.plan.resultCents),
      })}
      columns={columns}
      rows={points}
      extra={<RangeSwitch value={upTo} onChange={setUpTo} label={t("doubling.ratio")} />}
    >
      <PlotPicture draw={draw} height={320} />
    </ChartFrame>
  );
}
