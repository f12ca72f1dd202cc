import type { CatalogueReport } from "@kleinod/engine/programme/offers/catalogue-contract.ts";
import { useTexts } from "../../i18n/index.ts";
import { PartsFigure } from "../../ui/parts-figure.tsx";

/** What the service elements cost, what would be opted into, and what became of the catalogue. */
export function CatalogueFigures({ report }: { report: CatalogueReport }) {
  const { t, format } = useTexts();
  const { elements, offers, transfers } = report;
  const { currency } = elements;
  const sum = (of: (row: (typeof elements.elements)[number]) => number) =>
    elements.elements.reduce((total, row) => total + of(row), 0);
  const moved = elements.elements.filter(({ proposal }) => proposal === "optIn" || proposal === "drop");
  const movedCents = moved.reduce((total, { costCents }) => total + costCents, 0);
  return (
    <section className="k-figures" aria-label={t("catalogue.figures.label")}>
      <PartsFigure
        label={t("catalogue.figures.cost")}
        value={format.money(elements.costCents, currency)}
        exact={format.moneyExact(elements.costCents, currency)}
        more={t("catalogue.figures.costMore", {
          low: format.money(
            sum(({ costLowCents }) => costLowCents),
            null,
          ),
          high: format.money(
            sum(({ costHighCents }) => costHighCents),
            null,
          ),
        })}
      />
      <PartsFigure
        label={t("catalogue.figures.optIn")}
        value={format.money(movedCents, currency)}
        exact={format.moneyExact(movedCents, currency)}
        more={t("catalogue.figures.optInMore", {
          n: format.count(moved.length),
          share: format.percent(elements.costCents === 0 ? 0 : movedCents / elements.costCents),
        })}
      />
      <PartsFigure
        label={t("catalogue.figures.offers")}
        value={format.count(offers.filter(({ published }) => published !== null).length)}
        more={t("catalogue.figures.offersMore", {
          n: format.count(offers.filter(({ draft }) => draft !== null).length),
        })}
      />
      <PartsFigure
        label={t("catalogue.figures.transfers")}
        value={format.count(transfers.moved.length)}
        more={t("catalogue.figures.transfersMore", { n: format.count(transfers.unknownEffect) })}
      />
    </section>
  );
}
