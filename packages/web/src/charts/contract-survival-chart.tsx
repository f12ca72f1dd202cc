import type { ContractsReport } from "@kleinod/engine/measures/renewal/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Point = ContractsReport["survival"][number];

/** Standard errors on both sides of what was observed that make an 80 % interval. */
const standardErrors = 1.2816;
const monthsOfYear = 12;
const within = (ratio: number) => Math.min(1, Math.max(0, ratio));

interface ContractSurvivalChartProps {
  survival: readonly Point[];
  periodMonths: number;
}

/** How many contracts are still there: observed as steps with their interval, expected dashed, beyond what is known too. */
export function ContractSurvivalChart({ survival, periodMonths }: ContractSurvivalChartProps) {
  const { t, format } = useTexts();
  const inYears = periodMonths % monthsOfYear === 0;
  const observed = useMemo(
    () =>
      survival.flatMap((point) =>
        point.observed === null
          ? []
          : [
              {
                ...point,
                observed: point.observed,
                low: within(point.observed - standardErrors * (point.standardError ?? 0)),
                high: within(point.observed + standardErrors * (point.standardError ?? 0)),
              },
            ],
      ),
    [survival],
  );
  const lastObserved = observed.at(-1);
  const expected = useMemo(() => survival.filter((point) => point.expected !== null), [survival]);
  const share = useCallback(
    (ratio: number | null) => (ratio === null ? t("contracts.survival.unknown") : format.percent(ratio)),
    [t, format],
  );
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const ahead = expected.filter(
        (point) => point.period >= (lastObserved?.period ?? 0) && point.expectedLow !== null,
      );
      const middle = observed[Math.floor(observed.length / 2)];
      const label = { fontWeight: 600, stroke: "var(--k-surface)", strokeWidth: 4 } as const;
      return {
        marginLeft: 46,
        marginRight: 16,
        marginBottom: 44,
        x: {
          label: t(inYears ? "contracts.survival.years" : "contracts.survival.months"),
          labelArrow: "none",
          labelAnchor: "center",
          ticks: survival
            .filter((_, index) => index % Math.max(1, Math.ceil(survival.length / (width / 40))) === 0)
            .map((point) => point.months),
          tickFormat: (months: number) => format.count(inYears ? months / monthsOfYear : months),
        },
        y: {
          label: null,
          grid: true,
          domain: [0, 1],
          ticks: 5,
          tickFormat: (tick: number) => format.percent(tick),
        },
        marks: [
          Plot.areaY(observed, {
            x: "months",
            y1: "low",
            y2: "high",
            curve: "step-after",
            fill: "var(--k-accent-soft)",
            fillOpacity: 0.6,
          }),
          Plot.areaY(ahead, {
            x: "months",
            y1: "expectedLow",
            y2: "expectedHigh",
            fill: "var(--k-accent-soft)",
            fillOpacity: 0.35,
          }),
          Plot.lineY(observed, {
            x: "months",
            y: "observed",
            curve: "step-after",
            stroke: "var(--k-ink)",
            strokeWidth: 1.75,
          }),
          Plot.lineY(expected, {
            x: "months",
            y: "expected",
            stroke: "var(--k-accent)",
            strokeWidth: 2.25,
            strokeDasharray: "6 4",
          }),
          ...(middle === undefined
            ? []
            : [
                Plot.text([middle], {
                  x: "months",
                  y: "high",
                  text: () => t("contracts.survival.observed"),
                  textAnchor: "start",
                  dx: 6,
                  dy: -10,
                  fill: "var(--k-ink)",
                  ...label,
                }),
              ]),
          Plot.text(expected.slice(-1), {
            x: "months",
            y: "expected",
            text: () => t("contracts.survival.expected"),
            textAnchor: "end",
            dy: 18,
            fill: "var(--k-accent)",
            ...label,
          }),
          Plot.tip(
            survival,
            Plot.pointerX({
              x: "months",
              y: (point: Point) => point.observed ?? point.expected ?? 0,
              fill: "var(--k-surface)",
              title: (point: Point) =>
                t("contracts.survival.tip", {
                  months: format.count(point.months),
                  observed: share(point.observed),
                  expected: share(point.expected),
                }),
            }),
          ),
        ],
      };
    },
    [survival, observed, expected, lastObserved, inYears, share, format, t],
  );
  return (
    <ChartFrame
      title={t("contracts.survival.title")}
      hint={t(expected.length === 0 ? "contracts.survival.hintObserved" : "contracts.survival.hint")}
      alternative={
        lastObserved === undefined
          ? ""
          : t("contracts.survival.alternative", {
              months: format.count(lastObserved.months),
              observed: format.percent(lastObserved.observed),
            })
      }
      columns={useSurvivalColumns(share)}
      rows={survival}
    >
      <PlotPicture draw={draw} height={300} />
    </ChartFrame>
  );
}

function useSurvivalColumns(share: (ratio: number | null) => string): TableColumn<Point>[] {
  const { t, format } = useTexts();
  const number = (code: string, label: string, cell: (row: Point) => string): TableColumn<Point> => ({
    code,
    label,
    isNumber: true,
    cell,
  });
  return [
    number("months", t("contracts.survival.period"), (row) => format.count(row.months)),
    number("atRisk", t("contracts.survival.atRisk"), (row) => format.count(row.atRisk)),
    number("ended", t("contracts.survival.ended"), (row) => format.count(row.ended)),
    number("observed", t("contracts.survival.observedColumn"), (row) => share(row.observed)),
    number("error", t("contracts.survival.standardError"), (row) => share(row.standardError)),
    number("expected", t("contracts.survival.expectedColumn"), (row) => share(row.expected)),
    number("range", t("contracts.survival.expectedRange"), (row) =>
      row.expectedLow === null || row.expectedHigh === null
        ? t("contracts.survival.unknown")
        : t("contracts.survival.range", { low: share(row.expectedLow), high: share(row.expectedHigh) }),
    ),
  ];
}
