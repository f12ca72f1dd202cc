import type { DoublingOutcome } from "@kleinod/engine/programme/doubling/report-contract.ts";
import { useTexts } from "../../i18n/index.ts";

/** How the pages of the doubling test say amounts. */
export function useDoublingWords(currency: string | null) {
  const { t, format, pick } = useTexts();
  const short = (cents: number) => format.moneyShort(cents, currency);
  return {
    short,
    exact: (cents: number) => format.moneyExact(cents, currency),
    perCustomer: (cents: number) => format.money(cents, currency),
    interval: ({ lowCents, highCents }: DoublingOutcome) =>
      t("planParts.interval", { low: short(lowCents), high: short(highCents) }),
    /** The number from which on growing never stops paying; before it there may be gaps between whole positions. */
    breakEven: ({ breakEvenN }: DoublingOutcome) => {
      const [first] = breakEvenN;
      const last = breakEvenN.at(-1);
      if (first === undefined || last === undefined) return t("doubling.breakEvenNone");
      const n = format.count(last);
      return first === last
        ? t("doubling.breakEvenN", { n })
        : t("doubling.breakEvenGaps", { n, first: format.count(first) });
    },
    /** Name of the driver that flips the sign. */
    flipName: ({ flipRanking, flipDriver }: DoublingOutcome) => {
      const driver = flipRanking.find((row) => row.driver === flipDriver);
      return driver === undefined ? flipDriver : pick(driver.label);
    },
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
