import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number, numberOf, stated } from "./option-parts.ts";

export const oneToMany: LeverOption = {
  code: "L4d",
  lever: "L4",
  name: { de: "Einer an viele (Webinar, Branchenbrief)", en: "One to many (webinar, trade letter)" },
  description: {
    de: "Fachwissen je Branche in einer Form, die viele zugleich erreicht.",
    en: "Know-how per trade in a form that reaches many at once.",
  },
  params: [
    number("issuesPerYear", "countPerYear", ["Ausgaben", "Issues"], [1, 4, 52]),
    number(
      "centsPerContact",
      "cents",
      ["Kosten je Empfänger und Ausgabe", "Cost per recipient and issue"],
      [0, 80, 5_000],
    ),
    number(
      "contactsPerYearBudget",
      "countPerYear",
      ["Kontaktbudget je Kunde (0 = keines)", "Contact budget per customer (0 = none)"],
      [0, 6, 52],
    ),
    stated("hasLawfulContactBasis", [
      "Rechtsgrundlage für den Kontakt geklärt",
      "Lawful basis of the contact settled",
    ]),
  ],
  assumptions: [
    expected(
      "L4d.salesRatio",
      "ratio",
      ["Veränderung des Umsatzes je Kunde", "Change of sales per customer"],
      [-0.002, 0.005, 0.015],
      "I",
    ),
  ],
  giveTake: () => "neutral",
  customerView: {
    de: "Nützlich, wenn es zur Branche passt; sonst noch eine Zusendung.",
    en: "Useful when it fits the trade; otherwise one more mailing.",
  },
  effects: (params) => [
    {
      kind: "costPerCustomer",
      centsPerYear: numberOf(params, "issuesPerYear") * numberOf(params, "centsPerContact"),
    },
    { kind: "changeSales", ratio: drawn("L4d.salesRatio") },
    { kind: "contactPressure", perYear: numberOf(params, "issuesPerYear") },
  ],
  measures: ["sales"],
  evidence: {
    grade: "I",
    text: {
      de: "Keine Quelle zur Wirkung bei kleinen Geschäftskunden; fast null angenommen.",
      en: "No source on the effect with small business customers; assumed close to zero.",
    },
  },
};
