import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, flag, number } from "./option-parts.ts";

export const referral: LeverOption = {
  code: "L4e",
  lever: "L4",
  name: { de: "Kunden werben Kunden", en: "Customers refer customers" },
  description: {
    de: "Eine Belohnung für den, der empfiehlt, und für den, der kommt.",
    en: "A reward for whoever refers and for whoever comes.",
  },
  params: [
    number("rewardCents", "cents", ["Belohnung je Empfehlung", "Reward per referral"], [0, 10_000, 200_000]),
    flag("rewardsBoth", ["Für beide Seiten", "For both sides"], true),
    ...costParams(1_500_000, 1_000_000),
  ],
  assumptions: [
    expected(
      "L4e.acquisitionRatio",
      "ratio",
      [
        "Veränderung der Kosten eines neuen Kunden, Belohnung eingerechnet",
        "Change of the cost of a new customer, reward included",
      ],
      [-0.65, -0.5, -0.2],
      "C",
    ),
  ],
  giveTake: () => "give",
  customerView: { de: "Wer empfiehlt, wird belohnt.", en: "Whoever refers is rewarded." },
  effects: (params) => [
    { kind: "changeAcquisitionCost", ratio: drawn("L4e.acquisitionRatio") },
    costEffect(params),
  ],
  measures: ["sales"],
  evidence: {
    grade: "C",
    text: {
      de: "Eine Schweizer Software gibt CHF 100 Guthaben, in Aktionen CHF 250 und dem Geworbenen 33 % im ersten Jahr. In der Beispielwelt fällt der Aufwand je neuen Kunden von CHF 320 auf 140.",
      en: "A Swiss software firm gives CHF 100 credit, CHF 250 in campaigns and the friend 33% in the first year. In the example world the cost of a new customer falls from CHF 320 to 140.",
    },
  },
};
