import type { Text } from "@kleinod/engine/measures/measure-contract.ts";
import type { Whale } from "@kleinod/engine/measures/reports.ts";
import type { Io } from "../output/io.ts";
import { formatCount, formatMoney, formatPercent } from "../output/language.ts";
import { tableText } from "../output/table.ts";

export const basisLabels = {
  sales: { de: "Umsatz", en: "Sales" },
  contribution1: { de: "Deckungsbeitrag I", en: "Contribution I" },
  full: { de: "Beitrag bei Vollkosten", en: "Contribution at full cost" },
  avoidable: { de: "Beitrag bei vermeidbaren Kosten", en: "Contribution at avoidable cost" },
} as const satisfies Record<Whale["basis"], Text>;

/** The curve in words: who holds which share. */
export function whaleText(whale: Whale, io: Io): string {
  const { language } = io;
  const money = (cents: number) => formatMoney(cents, whale.currency, language);
  const basis = io.text(basisLabels[whale.basis]);
  return [
    io.text({
      de: `${basis} aller ${formatCount(whale.customers, language)} Kunden bis ${whale.asOf}: ${money(whale.totalCents)}, höchster Stand der Kurve ${money(whale.peakCents)}.`,
      en: `${basis} of all ${formatCount(whale.customers, language)} customers up to ${whale.asOf}: ${money(whale.totalCents)}, highest point of the curve ${money(whale.peakCents)}.`,
    }),
    tableText(
      [
        {
          title: io.text({ de: "die grössten", en: "the largest" }),
          value: (row) => formatPercent(row.topRatio, language),
          align: "right",
        },
        {
          title: io.text({ de: "Kunden", en: "customers" }),
          value: (row) => formatCount(row.customers, language),
          align: "right",
        },
        {
          title: io.text({ de: "Anteil", en: "share" }),
          value: (row) => formatPercent(row.shareRatio, language),
          align: "right",
        },
      ],
      whale.topShares,
    ),
    ...whale.unclear.map(
      ({ field, reason }) => `${io.text({ de: "Unklar", en: "Unclear" })}: ${field} (${reason})`,
    ),
  ].join("\n");
}
