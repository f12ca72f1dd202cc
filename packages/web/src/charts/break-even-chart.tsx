import type { BreakEven } from "@kleinod/engine/measures/economics/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

interface Known extends BreakEven {
  readonly fullCents: number;
  readonly avoidableCents: number;
}

/** Per channel, from which goods value an order carries itself: full and avoidable cost as two dots on a line. */
export function BreakEvenChart({
  channels,
  currency,
}: {
  channels: readonly BreakEven[];
  currency: string | null;
}) {
  const { t, format, pick } = useTexts();
  const known = knownOnly(channels);
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const rows = knownOnly(channels);
      const money = (cents: number) => format.count(Math.round(cents / 100));
      return {
        marginLeft: width < 420 ? 96 : 130,
        marginRight: 46,
        marginTop: 4,
        marginBottom: 36,
        x: {
          domain: [0, Math.max(1, ...rows.map((row) => row.fullCents)) * 1.08],
          label: currency,
          labelAnchor: "right",
          labelArrow: "none",
          grid: true,
          ticks: width < 420 ? 3 : 5,
          tickFormat: (tick: number) => format.moneyTick(tick),
        },
        y: { type: "band", domain: rows.map((row) => row.channel), label: null, padding: 0.5 },
        marks: [
          Plot.axisY({
            tickSize: 0,
            tickFormat: (code: string) => {
              const row = rows.find((one) => one.channel === code);
              return row === undefined ? code : pick(row.label);
            },
          }),
          Plot.link(rows, {
            x1: "avoidableCents",
            x2: "fullCents",
            y1: "channel",
            y2: "channel",
            stroke: "var(--k-accent-soft)",
            strokeWidth: 4,
          }),
          Plot.dot(rows, {
            x: "avoidableCents",
            y: "channel",
            r: 5,
            fill: "var(--k-surface)",
            stroke: "var(--k-accent)",
            strokeWidth: 2,
          }),
          Plot.dot(rows, { x: "fullCents", y: "channel", r: 5.5, fill: "var(--k-accent)" }),
          Plot.text(rows, {
            x: "fullCents",
            y: "channel",
            text: (row: Known) => money(row.fullCents),
            dx: 10,
            textAnchor: "start",
            fontWeight: 600,
          }),
          Plot.tip(
            rows,
            Plot.pointerY({
              x: "fullCents",
              y: "channel",
              fill: "var(--k-surface)",
              title: (row: Known) =>
                t("economicsCharts.breakEven.tip", {
                  channel: pick(row.label),
                  full: format.moneyExact(row.fullCents, currency),
                  avoidable: format.moneyExact(row.avoidableCents, currency),
                }),
            }),
          ),
        ],
      };
    },
    [channels, currency, format, pick, t],
  );
  const columns: TableColumn<Known>[] = [
    {
      code: "channel",
      label: t("economicsCharts.breakEven.channel"),
      sortValue: (row) => pick(row.label),
      cell: (row) => pick(row.label),
    },
    {
      code: "orders",
      label: t("economicsCharts.breakEven.orders"),
      isNumber: true,
      sortValue: (row) => row.orders,
      cell: (row) => format.count(row.orders),
    },
    {
      code: "full",
      label: t("economicsCharts.breakEven.full"),
      isNumber: true,
      sortValue: (row) => row.fullCents,
      cell: (row) => format.amount(row.fullCents),
    },
    {
      code: "avoidable",
      label: t("economicsCharts.breakEven.avoidable"),
      isNumber: true,
      sortValue: (row) => row.avoidableCents,
      cell: (row) => format.amount(row.avoidableCents),
    },
  ];
  return (
    <ChartFrame
      title={t("economicsCharts.breakEven.title")}
      hint={t("economicsCharts.breakEven.hint")}
      alternative={known
        .map((row) =>
          t("economicsCharts.breakEven.alternative", {
            channel: pick(row.label),
            full: format.money(row.fullCents, currency),
            avoidable: format.money(row.avoidableCents, currency),
          }),
        )
        .join("; ")}
      columns={columns}
      rows={known}
    >
      <PlotPicture draw={draw} height={Math.max(120, known.length * 40 + 44)} />
    </ChartFrame>
  );
}

/** Channels whose margin is known, the dearest first. */
function knownOnly(channels: readonly BreakEven[]): readonly Known[] {
  return channels
    .flatMap((row) => {
      const { full, avoidable } = row.breakEvenCents;
      return full === null || avoidable === null
        ? []
        : [{ ...row, fullCents: full, avoidableCents: avoidable }];
    })
    .sort((a, b) => b.fullCents - a.fullCents);
}
