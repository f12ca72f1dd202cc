import type { NeedGapsReport, NeedsReport } from "@kleinod/engine/measures/need/report-contract.ts";
import type { PotentialReport } from "@kleinod/engine/measures/potential/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { KeyFigure } from "../../ui/key-figure.tsx";
import { Unclear } from "../../ui/unclear.tsx";

/** Share of wallet, gaps, whether breadth follows need, and what stays unclear. */
export function NeedFigures({
  needs,
  gaps,
  potential,
}: {
  needs: NeedsReport;
  gaps: NeedGapsReport;
  potential: PotentialReport;
}) {
  const { t, format } = useTexts();
  const { currency } = potential;
  const { isInvariant, partialCorrelation } = needs.sizeDependence;
  return (
    <section className="k-figures" aria-label={t("needs.figures")}>
      <KeyFigure
        code="shareOfWallet"
        label={t("needs.figure.share")}
        value={
          potential.shareOfWallet === null ? (
            <Unclear reason={potential.unclear[0]?.reason ?? null} />
          ) : (
            format.percent(potential.shareOfWallet)
          )
        }
        more={
          potential.salesCents === null || potential.potentialCents === null
            ? undefined
            : t("needs.figure.shareMore", {
                sales: format.moneyShort(potential.salesCents, currency),
                potential: format.moneyShort(potential.potentialCents, currency),
              })
        }
      />
      <KeyFigure
        code="needFields"
        label={t("needs.figure.gaps")}
        value={format.count(gaps.total)}
        more={t("needs.figure.gapsMore", { customers: format.count(gaps.customers) })}
      />
      <KeyFigure
        code="supportBreadth"
        label={t("needs.figure.breadth")}
        value={
          isInvariant === null ? (
            <Unclear reason={needs.unclear[0]?.reason ?? null} />
          ) : isInvariant ? (
            t("needs.figure.breadthYes")
          ) : (
            t("needs.figure.breadthNo")
          )
        }
        more={
          partialCorrelation === null
            ? undefined
            : t("needs.figure.breadthMore", { r: format.number(partialCorrelation, 2) })
        }
      />
      <KeyFigure
        code="potentialIsUnclear"
        label={t("needs.figure.unclear")}
        value={format.count(potential.unclearCustomers)}
        more={t("needs.figure.unclearMore", { total: format.count(potential.customersTotal) })}
      />
    </section>
  );
}
