import { moneyText, percentRangeText, percentText } from "../../figure-text.ts";
import type { Text } from "../../measures/measure-contract.ts";
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
    de: `${used.de} der Kleinkunden nutzen «${element}»; es verursacht ${share.de} der Kosten aller Leistungselemente (${money.de})`,
    en: `${used.en} of small customers use “${element}”; it causes ${share.en} of the cost of all service elements (${money.en})`,
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
  const range = percentRangeText(reasonToStayLow, reasonToStayHigh);
  return {
    de: `; ${ratio.de} der Nutzer (${range.de}) nennen es als Grund zu bleiben`,
    en: `; ${ratio.en} of its users (${range.en}) name it as the reason to stay`,
  };
}
