import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number, numberOf, stated } from "./option-parts.ts";

export const dealerMobilisation: LeverOption = {
  code: "L8a",
  lever: "L8",
  name: { de: "Händler und Agenten mobilisieren", en: "Mobilise dealers and agents" },
  description: {
    de: "Partner werden für Betreuung bezahlt und daran gemessen.",
    en: "Partners are paid for care and measured by it.",
  },
  params: [
    number(
      "careFeeRatio",
      "ratio",
      ["Entgelt für Betreuung, Anteil am Umsatz", "Care fee, share of sales"],
      [0, 0.05, 0.4],
    ),
    number(
      "answerHours",
      "count",
      ["Antwort des Partners innert Stunden", "The partner answers within hours"],
      [1, 24, 240],
    ),
    stated("keepsFullRange", ["Händler führen das volle Sortiment", "Dealers keep the full range"]),
    stated("reportsCustomerSales", ["Händler melden Umsatz je Kunde", "Dealers report sales per customer"]),
    stated("hasOwnDirectSales", [
      "Eigener Direktverkauf im selben Segment",
      "Own direct sales in the same segment",
    ]),
  ],
  assumptions: [
    expected(
      "L8a.salesRatio",
      "ratio",
      ["Veränderung des Umsatzes je Kunde", "Change of sales per customer"],
      [-0.02, 0.03, 0.08],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: { de: "Ein Partner in der Nähe kümmert sich.", en: "A partner nearby takes care." },
  effects: (params) => [
    { kind: "changeSales", ratio: drawn("L8a.salesRatio") },
    { kind: "changeMargin", ratioOfSales: -numberOf(params, "careFeeRatio") },
  ],
  measures: ["sales", "responsibility"],
  evidence: {
    grade: "C",
    text: {
      de: "Provisionen 3–10 % für Konsumgüter, 5–15 % für Investitionsgüter; Schweizer Makler 7,5–18 % der Prämie. Was Betreuung durch Partner bewirkt: Annahme.",
      en: "Commissions 3–10% for consumer goods, 5–15% for capital goods; Swiss brokers 7.5–18% of the premium. What care by partners brings about: an assumption.",
    },
  },
};
