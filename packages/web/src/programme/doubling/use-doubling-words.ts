import type { DoublingOutcome } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";

/** How the pages of the doubling test say amounts. */
export function useDoublingWords(currency: string | null) {
  const { t, format } = useTexts();
  const short = (cents: number) => format.moneyShort(cents, currency);
  return {
    short,
    exact: (cents: number) => format.moneyExact(cents, currency),
    /** One customer's year: whole francs. */
    perCustomer: (cents: number) => format.money(Math.round(cents / 100) * 100, currency),
    interval: ({ lowCents, highCents }: DoublingOutcome) =>
      t("planParts.interval", { low: short(lowCents), high: short(highCents) }),
    breakEven: ({ breakEvenN }: DoublingOutcome) =>
      breakEvenN.length === 0
        ? t("doubling.breakEvenNone")
        : breakEvenN.map((n) => t("doubling.breakEvenN", { n: format.count(n) })).join(" · "),
    flip: ({ flipRanking }: DoublingOutcome, hasPlan: boolean): string => {
      const first = flipRanking[0];
      if (first === undefined) return t("doubling.flipNone");
      if (hasPlan && first.shareOfDifference !== null) {
        return t("doubling.flipShare", { share: format.percent(first.shareOfDifference) });
      }
      return first.relativeChangeToZero === null
        ? t("doubling.flipNone")
        : t("doubling.flipChange", { change: format.change(first.relativeChangeToZero) });
    },
  };
}
