import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number, share } from "./option-parts.ts";

export const minimumCustomerValue: LeverOption = {
  code: "L1e",
  lever: "L1",
  name: { de: "Mindestumsatz pro Jahr", en: "Minimum sales per year" },
  description: {
    de: "Kunden unter einem Jahresumsatz werden nach einer Frist nicht mehr direkt beliefert.",
    en: "Customers below yearly sales are no longer supplied directly after a period of grace.",
  },
  params: [
    number(
      "thresholdCents",
      "cents",
      ["Jahresumsatz mindestens", "Yearly sales at least"],
      [0, 20_000, 10_000_000],
    ),
    number("graceMonths", "months", ["Frist", "Period of grace"], [0, 12, 60]),
  ],
  assumptions: [
    expected(
      "L1e.closedRatio",
      "ratio",
      ["Kunden, die danach nicht mehr kaufen", "Customers who no longer buy afterwards"],
      [0.03, 0.08, 0.2],
      "I",
      share,
    ),
  ],
  giveTake: () => "take",
  customerView: {
    de: "Wer wenig kauft, wird nicht mehr beliefert.",
    en: "Whoever buys little is no longer supplied.",
  },
  effects: () => [{ kind: "handOver", ratio: drawn("L1e.closedRatio"), keptMarginRatio: 0 }],
  measures: ["sales", "costToServe"],
  evidence: {
    grade: "I",
    text: {
      de: "Keine Quelle zur Wirkung. Der Anteil ist eine Annahme und hängt vom Betrag ab; bitte für die eigene Firma setzen.",
      en: "No source on the effect. The share is an assumption and depends on the amount; please set it for your own company.",
    },
  },
};
