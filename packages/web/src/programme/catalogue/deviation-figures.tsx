import type { VariantLoad } from "@kleinod/engine/programme/deviations/deviation-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { PartsFigure } from "../../ui/parts-figure.tsx";

/** K26: what variants cost a year and how many deviations there are per 1,000 orders. */
export function DeviationFigures({ load, currency }: { load: VariantLoad; currency: string | null }) {
  const { t, format } = useTexts();
  return (
    <section className="k-figures" aria-label={t("catalogue.deviations.load")}>
      <PartsFigure
        label={t("catalogue.deviations.load")}
        value={format.money(load.cents, currency)}
        more={t("catalogue.deviations.loadMore", {
          variants: format.count(load.liveVariants),
          each: format.money(load.centsPerVariant, currency),
        })}
      />
      <PartsFigure
        label={t("catalogue.deviations.rate")}
        value={
          load.per1000Orders === null ? (
            <span className="k-unclear">{t("frame.unclear")}</span>
          ) : (
            format.number(load.per1000Orders)
          )
        }
        more={t("catalogue.deviations.rateMore", {
          deviations: format.count(load.deviationsLast12),
          orders: format.count(load.ordersLast12),
        })}
      />
      <PartsFigure
        label={t("catalogue.deviations.combinations")}
        value={format.count(load.combinations)}
        more={t("catalogue.deviations.combinationsMore", { offers: format.count(load.liveOffers) })}
      />
    </section>
  );
}
