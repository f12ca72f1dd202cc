import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import type { CostBar } from "../../charts/cost-bars-chart.tsx";
import type { Texts } from "../../i18n/index.ts";

const shown = 14;

/** One bar an activity, whoever does it, dearest first; the smallest together as the last. */
export function costBars(
  report: Pick<CostToServeReport, "activities">,
  economics: Pick<Economics, "activities">,
  { t, format, pick }: Texts,
): readonly CostBar[] {
  const rolesOf = (activity: string) => [
    ...new Set(
      report.activities.filter((one) => one.activity === activity).map((one) => pick(one.roleLabel)),
    ),
  ];
  const bars = economics.activities
    .filter((activity) => activity.fullCents > 0)
    .sort((a, b) => b.fullCents - a.fullCents)
    .map(
      (activity): CostBar => ({
        activity: activity.activity,
        label: pick(activity.label),
        role: rolesOf(activity.activity).join(", "),
        events: activity.events,
        minutes: activity.minutes,
        fullCents: activity.fullCents,
        avoidableCents: activity.avoidableCents,
        perSmallCents: activity.perCustomer.small,
        isAssumption: activity.isAssumption,
      }),
    );
  if (bars.length <= shown + 1) return bars;
  const rest = bars.slice(shown);
  const sum = (of: (bar: CostBar) => number) => rest.reduce((total, bar) => total + of(bar), 0);
  return [
    ...bars.slice(0, shown),
    {
      activity: "others",
      label: t("economicsCharts.costBars.others", { n: format.count(rest.length) }),
      role: "",
      events: sum((bar) => bar.events),
      minutes: sum((bar) => bar.minutes),
      fullCents: sum((bar) => bar.fullCents),
      avoidableCents: sum((bar) => bar.avoidableCents),
      perSmallCents: null,
      isAssumption: rest.some((bar) => bar.isAssumption),
    },
  ];
}
