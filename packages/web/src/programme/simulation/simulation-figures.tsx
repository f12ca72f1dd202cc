import type { SimulationReport } from "@kleinod/engine/programme/simulation/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { PartsFigure } from "../../ui/parts-figure.tsx";
import { SumLines } from "../../ui/sum-lines.tsx";

const costLines = [
  "contribution1",
  "fees",
  "orderEntry",
  "logistics",
  "fieldVisits",
  "experts",
  "contacts",
  "other",
  "acquisition",
  "programme",
  "capacity",
] as const;

/** Five figures of the plan against today. */
export function SimulationFigures({ report }: { report: SimulationReport }) {
  const { t, format } = useTexts();
  const { headline, currency } = report;
  const money = (cents: number) => format.moneyShort(cents, currency);
  const band = ({ lowCents, highCents }: { lowCents: number; highCents: number }) =>
    t("planParts.interval", { low: money(lowCents), high: money(highCents) });
  const lastYear = Math.max(...report.lines.map(({ year }) => year));
  const partsOf = (year: number) =>
    costLines.flatMap((line) => {
      const row = report.lines.find((one) => one.segment === null && one.year === year && one.line === line);
      return row === undefined || row.difference.meanCents === 0
        ? []
        : [{ code: line, label: t(`simulation.lineNames.${line}`), value: money(row.difference.meanCents) }];
    });
  const work = report.customerWork.find((row) => row.segment === null && row.year === lastYear);
  const hours = work === undefined ? 0 : Math.round(work.minutes.mean / 60);
  const payback =
    headline.paybackQuarter === null ? null : (report.quarters[headline.paybackQuarter] ?? null);
  return (
    <section className="k-figures" aria-label={t("planParts.plan")}>
      <PartsFigure
        label={t("simulation.yearly")}
        value={money(headline.yearlyDifference.meanCents)}
        exact={format.moneyExact(headline.yearlyDifference.meanCents, currency)}
        more={band(headline.yearlyDifference)}
      />
      <PartsFigure
        label={t("simulation.lastYear")}
        value={money(headline.lastYearDifference.meanCents)}
        more={band(headline.lastYearDifference)}
        madeOf={
          <SumLines
            lines={[
              ...partsOf(lastYear),
              {
                code: "sum",
                label: t("simulation.lastYear"),
                value: money(headline.lastYearDifference.meanCents),
                isTotal: true,
              },
            ]}
          />
        }
      />
      <PartsFigure
        label={t("simulation.presentValue")}
        value={money(headline.presentValueDifference.meanCents)}
        more={band(headline.presentValueDifference)}
      />
      <PartsFigure
        label={t("simulation.chance")}
        value={format.percent(headline.chanceOfGain)}
        more={`${t("simulation.payback")}: ${payback === null ? t("simulation.paybackNever") : t("simulation.paybackAt", { month: format.month(payback) })}`}
      />
      <PartsFigure
        label={t("simulation.work")}
        value={`${hours > 0 ? "+" : ""}${format.count(hours)} h`}
        {...(work === undefined ? {} : { more: money(work.money.meanCents) })}
      />
    </section>
  );
}
