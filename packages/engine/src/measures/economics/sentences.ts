import { moneyText } from "../../figure-text.ts";
import type { Text } from "../measure-contract.ts";
import type { LossesBySize } from "./report-contract.ts";

/**
 * Both facts of finding 4 in one breath: who stands in the list of the lowest contributions, and where the sum of all losses
 * lies. Neither alone is the truth.
 */
export function worstSentence(
  rows: readonly { readonly sizeClass: string }[],
  losses: LossesBySize,
  currency: string | null,
): Text {
  const large = rows.filter(({ sizeClass }) => sizeClass === "large").length;
  const small = rows.filter(({ sizeClass }) => sizeClass === "small").length;
  const unclear = rows.length - large - small;
  const money = (cents: number) => moneyText(cents, currency);
  const rest = (count: number) => ({
    de: unclear === 0 ? "" : `, bei ${count} ist die Grösse unklar`,
    en: unclear === 0 ? "" : `, the size of ${count} is unclear`,
  });
  return {
    de: `Unter den ${rows.length} Kunden mit dem tiefsten Beitrag sind ${large} gross und ${small} klein${rest(unclear).de}. Über alle Kunden liegen die negativen Beiträge bei ${money(losses.large.lossCents).de} (gross) und ${money(losses.small.lossCents).de} (klein).`,
    en: `Among the ${rows.length} customers with the lowest contribution ${large} are large and ${small} are small${rest(unclear).en}. Over all customers the negative contributions add up to ${money(losses.large.lossCents).en} (large) and ${money(losses.small.lossCents).en} (small).`,
  };
}

export const scaleAssumptions: readonly Text[] = [
  {
    de: "Jeder weitere Kunde ist wie der heutige Durchschnitt.",
    en: "Every further customer is like today's average.",
  },
  {
    de: "Kapazität kommt und geht in ganzen Blöcken, so viel wie gebraucht wird; heute ungenutzte zählt nicht mit.",
    en: "Capacity comes and goes in whole blocks, as much as is needed; what is unused today does not count.",
  },
  {
    de: "Minuten je Kunde, Sätze und Wege bleiben, wie sie sind; Lernen und andere Bedienmodelle sind nicht eingerechnet.",
    en: "Minutes per customer, rates and channels stay as they are; learning and other service models are not included.",
  },
];

export const scaleAssumedPools: Text = {
  de: "Für Rollen ohne Kostenpool ist die Kapazität aus den Minuten und dem angenommenen Satz gerechnet.",
  en: "For roles without a cost pool the capacity is computed from the minutes and the assumed rate.",
};
