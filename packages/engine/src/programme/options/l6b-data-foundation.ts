import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, number } from "./option-parts.ts";

export const dataFoundation: LeverOption = {
  code: "L6b",
  lever: "L6",
  name: {
    de: "Datengrundlage (UID, Dubletten, Einwilligung)",
    en: "Data foundation (UID, duplicates, consent)",
  },
  description: {
    de: "Jede Firma einmal, mit Kennung, Ansprechpartner und bekannter Einwilligung.",
    en: "Every firm once, with identifier, contact and known consent.",
  },
  params: [
    number("targetDuplicateRatio", "ratio", ["Dubletten höchstens", "Duplicates at most"], [0, 0.03, 0.5]),
    number(
      "targetConsentRatio",
      "ratio",
      ["Einwilligung bekannt bei mindestens", "Consent known of at least"],
      [0, 0.8, 1],
    ),
    ...costParams(3_000_000, 5_000_000),
  ],
  assumptions: [],
  giveTake: () => "neutral",
  customerView: {
    de: "Nicht mehr doppelt angesprochen und nicht mehr nach Bekanntem gefragt werden.",
    en: "No longer being addressed twice or asked what is known.",
  },
  effects: (params) => [costEffect(params)],
  measures: ["responsibility"],
  evidence: {
    grade: "I",
    text: {
      de: "Voraussetzung für anderes; ihre eigene Wirkung auf Umsatz und Aufwand kennt niemand, deshalb zählen hier nur die Kosten.",
      en: "A condition for other options; nobody knows its own effect on sales and effort, so only the cost counts here.",
    },
  },
};
