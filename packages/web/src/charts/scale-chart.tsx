import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

type Scale = NonNullable<Economics["scale"]>;
type ScalePoint = Scale["points"][number];

const parts = ["variable", "step", "fixed"] as const;
type Part = (typeof parts)[number];
const partColours: Record<Part, string> = {
  variable: "var(--k-accent)",
  step: "var(--k-accent-soft)",
  fixed: "var(--k-large)",
};

/** Cost per customer against their number, in three layers; dashed, because it is a projection. */
export function ScaleChart({ scale, currency }: { scale: Scale; currency: string | null }) {
  const { t, format, pick } = useTexts();
  const { points } = scale;
  const layers = useMemo(() => points.flatMap((point) => layersOf(point)), [points]);
  const today = points.find((point) => point.ratio === 1) ?? null;
  const doubled = points.find((point) => point.ratio === 2) ?? null;
  const money = useCallback(
    (cents: number) => format.money(Math.round(cents / 100) * 100, currency),
    [format, currency],
  );
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const labelled = points[Math.floor(points.length * 0.72)];
      const named = [today, doubled].filter((point) => point !== null);
      return {
        marginLeft: 58,
        marginBottom: 40,
        marginRight: 16,
        marginTop: 36,
        x: {
          label: t("economicsCharts.scale.x"),
          labelArrow: "none",
          labelAnchor: "center",
          ticks: width < 480 ? 3 : 6,
          tickFormat: (tick: number) => format.count(tick),
        },
        y: {
          label: null,
          grid: true,
          zero: true,
          ticks: 5,
          tickFormat: (tick: number) => format.moneyTick(tick),
        },
        marks: [
          ...parts.map((part) =>
            Plot.areaY(
              layers.filter((layer) => layer.part === part),
              {
                x: "customers",
                y1: "from",
                y2: "to",
                fill: partColours[part],
                fillOpacity: part === "variable" ? 0.55 : 0.4,
              },
            ),
          ),
          Plot.lineY(points, {
            x: "customers",
            y: "perCustomerCents",
            stroke: "var(--k-ink)",
            strokeWidth: 1.75,
            strokeDasharray: "6 4",
          }),
          ...(labelled === undefined
            ? []
            : [
                Plot.text(layersOf(labelled), {
                  x: "customers",
                  y: (layer: Layer) => (layer.from + layer.to) / 2,
                  text: (layer: Layer) =>
                    (layer.to - layer.from) / Math.max(1, labelled.perCustomerCents) < 0.08
                      ? ""
                      : t(`economicsCharts.scale.${layer.part}`),
                  textAnchor: "middle",
                }),
              ]),
          Plot.ruleX(named, {
            x: "customers",
            y1: 0,
            y2: "perCustomerCents",
            stroke: "var(--k-ink)",
            strokeOpacity: 0.5,
          }),
          Plot.dot(named, { x: "customers", y: "perCustomerCents", r: 4, fill: "var(--k-ink)" }),
          ...named.map((point) =>
            Plot.text([point], {
              x: "customers",
              y: "perCustomerCents",
              text: () =>
                `${point === today ? t("economicsCharts.scale.today") : t("economicsCharts.scale.doubled")}: ${money(point.perCustomerCents)}`,
              dy: -22,
              textAnchor: point === today ? "middle" : "end",
              fontWeight: 600,
              stroke: "var(--k-surface)",
              fill: "var(--k-ink)",
            }),
          ),
          Plot.tip(
            points,
            Plot.pointerX({
              x: "customers",
              y: "perCustomerCents",
              fill: "var(--k-surface)",
              title: (point: ScalePoint) =>
                t("economicsCharts.scale.tip", {
                  customers: format.count(point.customers),
                  perCustomer: money(point.perCustomerCents),
                  total: format.moneyShort(point.totalCents, currency),
                }),
            }),
          ),
        ],
      };
    },
    [points, layers, today, doubled, money, currency, format, t],
  );
  const perCustomer = (cents: number, point: ScalePoint) =>
    format.amount(cents / Math.max(1, point.customers));
  const columns: TableColumn<ScalePoint>[] = [
    {
      code: "customers",
      label: t("economicsCharts.scale.customers"),
      isNumber: true,
      sortValue: (row) => row.customers,
      cell: (row) => format.count(row.customers),
    },
    {
      code: "perCustomer",
      label: t("economicsCharts.scale.perCustomer"),
      isNumber: true,
      sortValue: (row) => row.perCustomerCents,
      cell: (row) => format.amount(row.perCustomerCents),
    },
    ...parts.map(
      (part): TableColumn<ScalePoint> => ({
        code: part,
        label: t(`economicsCharts.scale.${part}`),
        isNumber: true,
        sortValue: (row) => row[`${part}Cents`] / Math.max(1, row.customers),
        cell: (row) => perCustomer(row[`${part}Cents`], row),
      }),
    ),
    {
      code: "total",
      label: t("economicsCharts.scale.totalCost"),
      isNumber: true,
      sortValue: (row) => row.totalCents,
      cell: (row) => format.amount(row.totalCents),
    },
  ];
  const factor =
    today === null || doubled === null || today.totalCents <= 0
      ? null
      : doubled.totalCents / today.totalCents;
  return (
    <ChartFrame
      title={t("economicsCharts.scale.title")}
      hint={
        <>
          {factor === null
            ? ""
            : `${t("economicsCharts.scale.elasticity", { factor: format.number(factor, 2) })} `}
          {t("economicsCharts.scale.hint")}
          {scale.assumptions.length === 0 ? null : (
            <details>
              <summary style={{ cursor: "pointer" }}>{t("economicsCharts.scale.assumptions")}</summary>
              {scale.assumptions.map((text) => pick(text)).join(" ")}
            </details>
          )}
        </>
      }
      alternative={t("economicsCharts.scale.alternative", {
        today: today === null ? t("frame.unclear") : money(today.perCustomerCents),
        doubled: doubled === null ? t("frame.unclear") : money(doubled.perCustomerCents),
      })}
      columns={columns}
      rows={points}
    >
      <PlotPicture draw={draw} height={320} />
    </ChartFrame>
  );
}

interface Layer {
  readonly part: Part;
  readonly customers: number;
  readonly from: number;
  readonly to: number;
}

/** Cost per customer of one point, one layer above the other. */
function layersOf(point: ScalePoint): readonly Layer[] {
  let from = 0;
  return parts.map((part) => {
    const layer = {
      part,
      customers: point.customers,
      from,
      to: from + point[`${part}Cents`] / Math.max(1, point.customers),
    };
    from = layer.to;
    return layer;
  });
}
