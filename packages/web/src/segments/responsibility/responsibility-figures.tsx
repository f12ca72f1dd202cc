import type { ResponsibilityReport } from "@kleinod/engine/segments/responsibility/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { KeyFigure } from "../../ui/key-figure.tsx";
import { Unclear } from "../../ui/unclear.tsx";

/** Coverage, gaps, leak with its interval, and attention minutes. */
export function ResponsibilityFigures({ report }: { report: ResponsibilityReport }) {
  const { t, format } = useTexts();
  const { coverage, leak, attention, currency } = report;
  const perCustomer =
    attention.usedMinutes === null || coverage.customers === 0
      ? null
      : attention.usedMinutes / coverage.customers;
  return (
    <section className="k-figures" aria-label={t("responsibility.figures")}>
      <KeyFigure
        code="responsible"
        label={t("responsibility.figure.covered")}
        value={
          coverage.customers === 0
            ? "–"
            : format.percent((coverage.customers - coverage.gaps) / coverage.customers)
        }
        more={t("responsibility.figure.coveredMore", {
          person: format.count(coverage.person),
          pool: format.count(coverage.pool),
          partner: format.count(coverage.partner),
          ownUnit: format.count(coverage.ownUnit),
        })}
      />
      <KeyFigure
        code="responsible"
        label={t("responsibility.figure.gaps")}
        value={format.count(coverage.gaps)}
        more={t("responsibility.figure.gapsMore")}
      />
      <KeyFigure
        code="costMinutes"
        label={t("responsibility.figure.leak")}
        value={leak.ratio === null ? <Unclear reason="activitiesMissing" /> : format.percent(leak.ratio)}
        more={
          leak.ratio === null || leak.low === null || leak.high === null
            ? undefined
            : t("responsibility.figure.leakMore", {
                hours: format.count(Math.round(leak.hours)),
                money: format.moneyShort(leak.costCents, currency),
                low: format.percent(leak.low),
                high: format.percent(leak.high),
              })
        }
      />
      <KeyFigure
        code="costMinutes"
        label={t("responsibility.figure.attention")}
        value={
          perCustomer === null ? (
            <Unclear reason="activitiesMissing" />
          ) : (
            format.count(Math.round(perCustomer))
          )
        }
        more={
          attention.capacityPerCustomer === null
            ? undefined
            : t("responsibility.figure.attentionMore", {
                capacity: format.count(Math.round(attention.capacityPerCustomer)),
              })
        }
      />
    </section>
  );
}
