import type { ElementRow } from "@kleinod/engine/programme/offers/element-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { PlotPicture } from "../../charts/plot-picture.tsx";
import { useTexts } from "../../i18n/index.ts";
import type { TableColumn } from "../../ui/table-column.ts";

const rowHeight = 56;
/** Elements in the picture; the table has them all. */
const most = 12;

/** Share of users against share of cost, an element a row: what is dear for its use reaches far to the right. */
export function ElementUseChart({ elements }: { elements: readonly ElementRow[] }) {
  const { t, format } = useTexts();
  const rows = elements.slice(0, most);
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const shown = elements.slice(0, most);
      const use = (row: ElementRow) => row.userRatio ?? 0;
      const cost = (row: ElementRow) => row.costShareRatio ?? 0;
      const end = (row: ElementRow) => Math.max(use(row), cost(row));
      const largest = Math.max(0.01, ...shown.map(end));
      const words = (row: ElementRow) =>
        t("catalogue.elements.valueLabel", {
          users: format.percent(use(row)),
          cost: format.percent(cost(row)),
        });
      const name = (row: ElementRow) => `${row.element} – ${t(`catalogue.proposals.${row.proposal}`)}`;
      // A label of about 170 pixels must find room to the right of its mark, or it goes to the left of the line's end.
      const fits = (row: ElementRow) => (end(row) / largest) * (width - 24) + 175 < width;
      const label = (isRight: boolean): Plot.Markish =>
        Plot.text(
          shown.filter((row) => fits(row) === isRight),
          {
            x: isRight ? end : largest,
            y: "element",
            text: words,
            textAnchor: isRight ? "start" : "end",
            dx: isRight ? 12 : 0,
            dy: isRight ? 0 : 15,
            fill: "var(--k-muted)",
          },
        );
      return {
        marginLeft: 8,
        marginRight: 16,
        marginBottom: 28,
        marginTop: 8,
        x: {
          domain: [0, largest],
          label: null,
          tickFormat: (tick: number) => format.percent(tick),
          ticks: 5,
          grid: true,
        },
        y: { type: "point", domain: shown.map(({ element }) => element), axis: null, padding: 0.6 },
        marks: [
          Plot.link(shown, {
            x1: use,
            x2: cost,
            y1: "element",
            y2: "element",
            stroke: "var(--k-line-strong)",
            strokeWidth: 3,
          }),
          Plot.dot(shown, { x: use, y: "element", r: 5.5, fill: "var(--k-accent)", symbol: "circle" }),
          Plot.dot(shown, { x: cost, y: "element", r: 6.5, fill: "var(--k-small)", symbol: "diamond" }),
          Plot.text(shown, {
            x: 0,
            y: "element",
            text: name,
            textAnchor: "start",
            dy: -16,
            fontWeight: 600,
            fill: "var(--k-ink)",
          }),
          label(true),
          label(false),
        ],
      };
    },
    [elements, format, t],
  );
  const columns: TableColumn<ElementRow>[] = [
    {
      code: "element",
      label: t("catalogue.elements.element"),
      sortValue: (row) => row.element,
      cell: (row) => row.element,
    },
    {
      code: "use",
      label: t("catalogue.elements.userRatio"),
      isNumber: true,
      sortValue: (row) => row.userRatio,
      cell: (row) => format.percent(row.userRatio ?? 0),
    },
    {
      code: "cost",
      label: t("catalogue.elements.costShare"),
      isNumber: true,
      sortValue: (row) => row.costShareRatio,
      cell: (row) => format.percent(row.costShareRatio ?? 0),
    },
  ];
  const dearest = elements[0];
  return (
    <ChartFrame
      title={t("catalogue.elements.chart")}
      hint={t("catalogue.elements.chartHint")}
      alternative={
        dearest === undefined
          ? ""
          : t("catalogue.elements.chartAlternative", {
              n: format.count(elements.length),
              element: dearest.element,
              share: format.percent(dearest.costShareRatio ?? 0),
              users: format.percent(dearest.userRatio ?? 0),
            })
      }
      columns={columns}
      rows={elements}
    >
      <PlotPicture draw={draw} height={rows.length * rowHeight + 36} />
    </ChartFrame>
  );
}
