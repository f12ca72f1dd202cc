import type { Text } from "../../measures/measure-contract.ts";
import { moneyText, percentText } from "../figure-text.ts";
import type { ElementRow } from "./element-contract.ts";

/** Use, cost and the proposal with its reason, in a sentence. */
export function elementSentence(row: Omit<ElementRow, "sentence">, currency: string | null): Text {
  const { element, users, proposal } = row;
  if (users === 0) {
    return {
      de: `«${element}» wurde ${row.offered} Kleinkunden angeboten und von keinem genutzt: weglassen.`,
      en: `“${element}” was offered to ${row.offered} small customers and used by none: drop it.`,
    };
  }
  const used = percentText(row.userRatio ?? 0);
  const share = percentText(row.costShareRatio ?? 0);
  const money = moneyText(row.costCents, currency);
  const fact = {
    de: `${used} der Kleinkunden nutzen «${element}»; es verursacht ${share} der Kosten aller Leistungselemente (${money})`,
    en: `${used} of small customers use “${element}”; it causes ${share} of the cost of all service elements (${money})`,
  };
  const named = namedText(row);
  switch (proposal) {
    case "core":
      return { de: `${fact.de}: im Kern behalten.`, en: `${fact.en}: keep it in the core.` };
    case "optIn":
      return {
        de: `${fact.de}${named.de}: zur Wahl stellen.`,
        en: `${fact.en}${named.en}: make it opt-in.`,
      };
    case "drop":
      return { de: `${fact.de}${named.de}: weglassen.`, en: `${fact.en}${named.en}: drop it.` };
    case "keepAsReasonToStay":
      return {
        de: `${fact.de}${named.de}: behalten, es kann der Grund zu bleiben sein.`,
        en: `${fact.en}${named.en}: keep it, it may be the reason to stay.`,
      };
    case "unclear":
      return {
        de: `${fact.de}. Niemand wurde gefragt, ob es der Grund zu bleiben ist: zuerst fragen.`,
        en: `${fact.en}. Nobody was asked whether it is the reason to stay: ask first.`,
      };
  }
}

function namedText({
  reasonToStayRatio,
  reasonToStayLow,
  reasonToStayHigh,
}: Omit<ElementRow, "sentence">): Text {
  if (reasonToStayRatio === null || reasonToStayLow === null || reasonToStayHigh === null)
    return { de: "", en: "" };
  const ratio = percentText(reasonToStayRatio);
  const [low, high] = [Math.round(100 * reasonToStayLow), Math.round(100 * reasonToStayHigh)];
  return {
    de: `; ${ratio} der Nutzer (${low} bis ${high} %) nennen es als Grund zu bleiben`,
    en: `; ${ratio} of its users (${low} to ${high} %) name it as the reason to stay`,
  };
}
