import type { SimulationReport, TornadoBar } from "@kleinod/engine/programme/simulation/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

const shown = 10;

/** Which expectation moves the result most: each one alone from its low to its high value. */
export function TornadoChart({ report }: { report: SimulationReport }) {
  const { t, format, pick } = useTexts();
  const { currency } = report;
  const money = useCallback((cents: number) => format.moneyShort(cents, currency), [format, currency]);
  const bars = useMemo(() => report.tornado.slice(0, shown), [report]);
  const middle = report.headline.yearlyDifference.meanCents;
  const draw = useCallback(
    (width: number): Plot.PlotOptions => {
      const names = new Map(bars.map((bar) => [bar.key, nameOf(bar, pick)]));
      const most = Math.floor((width * 0.42) / 6.5);
      const side = (end: "low" | "high"): Plot.Markish[] => [
        Plot.barX(bars, {
          y: "key",
          x1: middle,
          x2: `${end}ResultCents`,
          fill: end === "low" ? "var(--k-small-soft)" : "var(--k-accent-soft)",
          insetTop: 5,
          insetBottom: 5,
        }),
      ];
      return {
        marginLeft: Math.min(380, width * 0.42),
        marginRight: 24,
        x: {
          label: null,
          grid: true,
          nice: true,
          ticks: width < 480 ? 2 : 6,
          tickFormat: (tick: number) => format.moneyTick(tick),
        },
        y: {
          label: null,
          domain: bars.map(({ key }) => key),
          tickSize: 0,
          tickFormat: (key: string) => {
            const name = names.get(key) ?? key;
            return name.length > most ? `${name.slice(0, most - 1)}…` : name;
          },
        },
        marks: [
          ...side("low"),
          ...side("high"),
          Plot.ruleX([middle], { stroke: "var(--k-ink)" }),
          Plot.tip(
            bars,
            Plot.pointerY({
              y: "key",
              x: "highResultCents",
              fill: "var(--k-surface)",
              title: (bar: TornadoBar) =>
                `${nameOf(bar, pick)}\n${t("planParts.interval", { low: money(bar.lowResultCents), high: money(bar.highResultCents) })}`,
            }),
          ),
        ],
      };
    },
    [bars, middle, format, money, pick, t],
  );
  const value = (bar: TornadoBar, number: number) => {
    if (bar.unit === "cents") return format.money(number, currency);
    if (bar.unit === "ratio") return format.percent(number);
    return format.number(number);
  };
  const columns: TableColumn<TornadoBar>[] = [
    { code: "label", label: t("doubling.assumption"), cell: (row) => nameOf(row, pick) },
    { code: "lowValue", label: t("doubling.low"), isNumber: true, cell: (row) => value(row, row.lowValue) },
    {
      code: "highValue",
      label: t("doubling.high"),
      isNumber: true,
      cell: (row) => value(row, row.highValue),
    },
    {
      code: "lowResult",
      label: t("simulation.lowResult"),
      isNumber: true,
      sortValue: (row) => row.lowResultCents,
      cell: (row) => money(row.lowResultCents),
    },
    {
      code: "highResult",
      label: t("simulation.highResult"),
      isNumber: true,
      sortValue: (row) => row.highResultCents,
      cell: (row) => money(row.highResultCents),
    },
  ];
  const first = bars[0];
  return (
    <ChartFrame
      title={t("simulation.tornadoTitle")}
      hint={
        <>
          {t("simulation.tornadoHint")} <span style={{ color: "var(--k-small-soft)" }}>■</span>{" "}
          {t("doubling.low")} <span style={{ color: "var(--k-accent-soft)" }}>■</span> {t("doubling.high")}
        </>
      }
      alternative={
        first === undefined
          ? ""
          : t("simulation.tornadoAlternative", {
              label: nameOf(first, pick),
              low: money(first.lowResultCents),
              high: money(first.highResultCents),
            })
      }
      columns={columns}
      rows={report.tornado}
    >
      <PlotPicture draw={draw} height={48 + bars.length * 30} />
    </ChartFrame>
  );
}

type Pick = ReturnType<typeof useTexts>["pick"];

/** Expectations of two options may bear the same name: the option's code tells them apart. */
function nameOf({ key, label }: TornadoBar, pick: Pick): string {
  const option = key.split(".")[0] ?? "";
  return /^L\d/.test(option) ? `${option} ${pick(label)}` : pick(label);
}
