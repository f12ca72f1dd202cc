import type { Forecast } from "@kleinod/engine/measures/expectation/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Interval = NonNullable<Forecast["holdout"]>["interval"];
const columnsOfHundred = 20;
const rowsOfHundred = 5;
const hundred = Array.from({ length: columnsOfHundred * rowsOfHundred }, (_, index) => index);

/** A hundred customers: as many are filled as lay inside the interval of their forecast; the line is what it promises. */
export function ForecastBandChart({ interval: { level, insideRatio } }: { interval: Interval }) {
  const { t, format } = useTexts();
  const inside = Math.round(insideRatio * 100);
  const promised = format.number(level * 100, 0);
  const draw = useCallback((): Plot.PlotOptions => {
    const column = (index: number) => Math.floor(index / rowsOfHundred) + 0.5;
    const row = (index: number) => (index % rowsOfHundred) + 0.5;
    return {
      marginLeft: 4,
      marginRight: 4,
      marginTop: 26,
      marginBottom: 4,
      x: { axis: null, domain: [0, columnsOfHundred] },
      y: { axis: null, domain: [rowsOfHundred, 0] },
      marks: [
        Plot.dot(hundred, {
          x: column,
          y: row,
          r: 7,
          fill: (index: number) => (index < inside ? "var(--k-accent-soft)" : "var(--k-surface)"),
          stroke: (index: number) => (index < inside ? "var(--k-accent)" : "var(--k-line-strong)"),
        }),
        Plot.ruleX([level * columnsOfHundred], { stroke: "var(--k-ink)", strokeDasharray: "3 3" }),
        Plot.text([level * columnsOfHundred], {
          x: (position: number) => position,
          frameAnchor: "top",
          text: () => t("forecast.band.least", { level: promised }),
          textAnchor: "end",
          dx: 4,
          dy: -16,
          fill: "var(--k-muted)",
        }),
      ],
    };
  }, [inside, level, promised, t]);
  const rows = [
    { code: "inside", ratio: insideRatio },
    { code: "outside", ratio: 1 - insideRatio },
  ] as const;
  const columns: TableColumn<(typeof rows)[number]>[] = [
    { code: "group", label: t("forecast.band.group"), cell: (part) => t(`forecast.band.${part.code}`) },
    {
      code: "share",
      label: t("forecast.band.share"),
      isNumber: true,
      cell: (part) => format.percent(part.ratio),
    },
  ];
  return (
    <ChartFrame
      title={t("forecast.band.title")}
      hint={t("forecast.band.hint", { inside, level: promised })}
      alternative={t("forecast.band.alternative", { inside })}
      columns={columns}
      rows={rows}
    >
      <PlotPicture draw={draw} height={180} />
    </ChartFrame>
  );
}
