import type { Interaction } from "@kleinod/engine/programme/simulation/report-contract.ts";
import * as Plot from "@observablehq/plot";
import { useCallback, useMemo } from "react";
import { useTexts } from "../i18n/index.ts";
import type { TableColumn } from "../ui/table-column.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { PlotPicture } from "./plot-picture.tsx";

interface Step {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly kind: "single" | "sum" | "interaction";
  readonly low: number | null;
  readonly high: number | null;
}

/** The options one by one, what they do to each other, and the bundle: a bridge of amounts. */
export function InteractionChart({
  interaction,
  currency,
}: {
  interaction: Interaction;
  currency: string | null;
}) {
  const { t, format, pick } = useTexts();
  const money = useCallback((cents: number) => format.moneyShort(cents, currency), [format, currency]);
  const steps = useMemo(() => bridgeOf(interaction, pick, t), [interaction, pick, t]);
  const draw = useCallback(
    (width: number): Plot.PlotOptions => ({
      marginLeft: Math.min(340, width * 0.42),
      marginRight: 64,
      x: {
        label: null,
        grid: true,
        nice: true,
        ticks: width < 480 ? 2 : 6,
        tickFormat: (tick: number) => format.moneyTick(tick),
      },
      y: {
        label: null,
        domain: steps.map(({ label }) => label),
        tickSize: 0,
        tickFormat: (text: string) => {
          const most = Math.floor((width * 0.42) / 6.5);
          return text.length > most ? `${text.slice(0, most - 1)}…` : text;
        },
      },
      marks: [
        Plot.barX(steps, {
          y: "label",
          x1: "from",
          x2: "to",
          fill: (step: Step) =>
            step.kind === "sum"
              ? "var(--k-accent)"
              : step.kind === "interaction"
                ? "var(--k-small-soft)"
                : "var(--k-accent-soft)",
          insetTop: 5,
          insetBottom: 5,
        }),
        Plot.ruleX([0], { stroke: "var(--k-ink)", strokeOpacity: 0.5 }),
        Plot.text(steps, {
          y: "label",
          x: (step: Step) => Math.max(step.from, step.to),
          text: (step: Step) => money(step.kind === "sum" ? step.to : step.to - step.from),
          textAnchor: "start",
          dx: 8,
          fill: "var(--k-ink)",
        }),
      ],
    }),
    [steps, format, money],
  );
  const columns: TableColumn<Step>[] = [
    { code: "label", label: t("doubling.part"), cell: (row) => row.label },
    {
      code: "amount",
      label: t("simulation.effect"),
      isNumber: true,
      cell: (row) => money(row.kind === "sum" ? row.to : row.to - row.from),
    },
    {
      code: "interval",
      label: t("simulation.range"),
      isNumber: true,
      cell: (row) =>
        row.low === null || row.high === null
          ? ""
          : t("planParts.interval", { low: money(row.low), high: money(row.high) }),
    },
  ];
  return (
    <ChartFrame
      title={t("simulation.interactionTitle")}
      hint={`${t("simulation.interactionHint")} ${t("simulation.interaction")}: ${money(interaction.interactionCents)} (${t("planParts.interval", { low: money(interaction.lowCents), high: money(interaction.highCents) })})`}
      alternative={t("simulation.interactionAlternative", {
        sum: money(interaction.sumOfSinglesCents),
        bundle: money(interaction.bundleCents),
        interaction: money(interaction.interactionCents),
      })}
      columns={columns}
      rows={steps}
    >
      <PlotPicture draw={draw} height={40 + steps.length * 32} />
    </ChartFrame>
  );
}

type Pick = ReturnType<typeof useTexts>["pick"];
type Translate = ReturnType<typeof useTexts>["t"];

function bridgeOf(interaction: Interaction, pick: Pick, t: Translate): Step[] {
  let at = 0;
  const singles = interaction.singles.map((single): Step => {
    const from = at;
    at += single.effectCents;
    return {
      // Names alone may repeat where an option stands in several segments.
      label: `${single.option} ${pick(single.label)}${interaction.singles.some((other) => other !== single && other.option === single.option) ? ` (${single.segment})` : ""}`,
      from,
      to: at,
      kind: "single",
      low: single.lowCents,
      high: single.highCents,
    };
  });
  const { sumOfSinglesCents, bundleCents, lowCents, highCents } = interaction;
  return [
    ...singles,
    {
      label: t("simulation.sumOfSingles"),
      from: 0,
      to: sumOfSinglesCents,
      kind: "sum",
      low: null,
      high: null,
    },
    {
      label: t("simulation.interaction"),
      from: sumOfSinglesCents,
      to: bundleCents,
      kind: "interaction",
      low: lowCents,
      high: highCents,
    },
    { label: t("simulation.bundle"), from: 0, to: bundleCents, kind: "sum", low: null, high: null },
  ];
}
