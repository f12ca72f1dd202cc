import { useTexts } from "../../i18n/index.ts";

/** The value of customers that grow large: beside the result, never in it. */
export function GrowthOption({ cents, currency }: { cents: number; currency: string | null }) {
  const { t, format } = useTexts();
  return (
    <section className="k-card" aria-label={t("doubling.growthOption")}>
      <strong>
        {t("doubling.growthOption")}: {format.money(cents, currency)}
      </strong>
      <p className="k-note">{t("doubling.growthOptionHint")}</p>
    </section>
  );
}
