import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import type { Texts } from "../../i18n/index.ts";

export interface SmallContribution {
  /** Contribution I of all small customers; null while it is unclear. */
  readonly contribution1Cents: number | null;
  readonly fullCents: number | null;
  readonly avoidableCents: number | null;
}

/** K1 of small customers: their contribution I minus their cost to serve, full and avoidable. */
export function smallContribution(
  contribution1Cents: number | null,
  costs: Pick<CostToServeReport, "sizes">,
): SmallContribution {
  const cost = costs.sizes.find((size) => size.sizeClass === "small");
  if (contribution1Cents === null || cost === undefined) {
    return { contribution1Cents, fullCents: null, avoidableCents: null };
  }
  return {
    contribution1Cents,
    fullCents: contribution1Cents - cost.fullCents,
    avoidableCents: contribution1Cents - cost.avoidableCents,
  };
}

/** The answer of the page: what small customers contribute, on both costs. */
export function economicsSentence(
  economics: Economics,
  costs: CostToServeReport,
  contribution: SmallContribution,
  { t, format }: Texts,
): string {
  const money = (cents: number) => format.moneyShort(cents, economics.currency);
  if (economics.hasCostToServe && contribution.avoidableCents !== null && contribution.fullCents !== null) {
    return t("economics.sentence", {
      avoidable: money(contribution.avoidableCents),
      full: money(contribution.fullCents),
      months: format.count(economics.horizonMonths),
    });
  }
  if (contribution.contribution1Cents !== null && !economics.hasCostToServe) {
    return t("economics.sentenceContribution", { contribution: money(contribution.contribution1Cents) });
  }
  const cost = costs.sizes.find((size) => size.sizeClass === "small");
  return t("economics.sentenceCost", {
    small: format.count(economics.customers.small),
    full: money(cost?.fullCents ?? 0),
    avoidable: money(cost?.avoidableCents ?? 0),
  });
}

/** What is uncertain, in words. */
export function economicsNote(economics: Economics, costs: CostToServeReport, { t, format }: Texts): string {
  const { fullRatio, avoidableRatio } = costs.negative;
  return [
    t("overview.dataUpTo", { date: format.date(economics.asOf) }),
    fullRatio === null || avoidableRatio === null
      ? null
      : t("economics.noteNegative", {
          full: format.percent(fullRatio),
          avoidable: format.percent(avoidableRatio),
        }),
    economics.assumed && economics.hasCostToServe ? t("economics.noteAssumed") : null,
  ]
    .filter((part) => part !== null)
    .join(" ");
}
