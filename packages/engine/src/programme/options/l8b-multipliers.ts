import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, words } from "./option-parts.ts";

export const multipliers: LeverOption = {
  code: "L8b",
  lever: "L8",
  name: {
    de: "Treuhänder, IT-Partner, Verband als Vermittler",
    en: "Accountant, IT partner, association as multiplier",
  },
  description: {
    de: "Wer viele kleine Firmen kennt, empfiehlt und begleitet.",
    en: "Whoever knows many small firms refers and accompanies.",
  },
  params: [words("programme", ["Programm", "Programme"]), ...costParams(4_000_000, 2_000_000)],
  assumptions: [
    expected(
      "L8b.acquisitionRatio",
      "ratio",
      ["Veränderung der Kosten eines neuen Kunden", "Change of the cost of a new customer"],
      [-0.25, -0.1, 0.05],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Rat von jemandem, dem man schon vertraut.",
    en: "Advice from somebody already trusted.",
  },
  effects: (params) => [
    { kind: "changeAcquisitionCost", ratio: drawn("L8b.acquisitionRatio") },
    costEffect(params),
  ],
  measures: ["sales"],
  evidence: {
    grade: "C",
    text: {
      de: "Zugänge für Treuhänder gibt es in Schweizer Software (belegt), Vermittlungsprovisionen von 5 bis 30 % auch. Die Wirkung auf die eigenen Kosten ist Annahme.",
      en: "Accounts for accountants exist in Swiss software (documented), as do referral fees of 5 to 30%. The effect on your own cost is an assumption.",
    },
  },
};
