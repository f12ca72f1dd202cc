import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { KeyFigure } from "../../ui/key-figure.tsx";
import { Unclear } from "../../ui/unclear.tsx";

/** What serving costs, what of it is avoidable, what is unused, what is assumed, and our time. */
export function CostFigures({ report }: { report: CostToServeReport }) {
  const { t, format } = useTexts();
  const { currency, totals, reconciliation, horizonMonths, pools } = report;
  const short = (cents: number) => format.moneyShort(cents, currency);
  const exact = (cents: number) => ({ exact: format.moneyExact(cents, currency) });
  const unusedMinutes = pools.reduce((sum, pool) => sum + pool.unusedMinutes, 0);
  const hasPools = pools.length > 0;
  return (
    <section className="k-figures" aria-label={t("overview.figures")}>
      <KeyFigure
        code="costFullCents"
        label={t("costToServe.full")}
        value={short(totals.fullCents)}
        {...exact(totals.fullCents)}
        more={t("costToServe.fullMore", { low: short(totals.lowCents), high: short(totals.highCents) })}
      />
      <KeyFigure
        code="costAvoidableCents"
        label={t("costToServe.avoidable")}
        value={short(totals.avoidableCents)}
        {...exact(totals.avoidableCents)}
        more={
          totals.fullCents === 0
            ? undefined
            : t("costToServe.avoidableMore", {
                share: format.percent(totals.avoidableCents / totals.fullCents),
                months: format.count(horizonMonths),
              })
        }
      />
      <KeyFigure
        code="costFullCents"
        label={t("costToServe.unused")}
        value={hasPools ? short(reconciliation.unusedCents) : <Unclear reason={null} />}
        {...(hasPools ? exact(reconciliation.unusedCents) : {})}
        more={
          hasPools
            ? t("costToServe.unusedMore", { hours: format.count(Math.round(unusedMinutes / 60)) })
            : t("economics.noPools")
        }
      />
      <KeyFigure
        code="costFullCents"
        label={t("costToServe.assumed")}
        value={short(reconciliation.assumedCents)}
        {...exact(reconciliation.assumedCents)}
        more={t("costToServe.assumedMore")}
      />
      <KeyFigure
        code="costMinutes"
        label={t("costToServe.attention")}
        value={t("costToServe.attentionValue", { n: format.count(Math.round(totals.minutes / 60)) })}
        more={t("costToServe.attentionMore")}
      />
    </section>
  );
}
