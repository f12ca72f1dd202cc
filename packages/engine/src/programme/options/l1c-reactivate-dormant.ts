import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, flag, number, numberOf, share, stated } from "./option-parts.ts";

export const reactivateDormant: LeverOption = {
  code: "L1c",
  lever: "L1",
  name: { de: "Ruhende Kunden zurückholen", en: "Win dormant customers back" },
  description: {
    de: "Kunden, deren Kaufrhythmus abgerissen ist, persönlich ansprechen und den Grund erfragen.",
    en: "Speak to customers whose purchase rhythm has broken off, and ask for the reason.",
  },
  params: [
    number(
      "attemptsPerYear",
      "countPerYear",
      ["Versuche je ruhenden Kunden", "Attempts per dormant customer"],
      [1, 2, 6],
    ),
    number(
      "centsPerCustomer",
      "cents",
      ["Aufwand je ruhenden Kunden", "Effort per dormant customer"],
      [0, 2_500, 50_000],
    ),
    flag("asksReason", ["Grund wird erfragt und erfasst", "The reason is asked and noted"], true),
    stated("hasLawfulContactBasis", [
      "Rechtsgrundlage für den Kontakt geklärt",
      "Lawful basis of the contact settled",
    ]),
  ],
  assumptions: [
    expected(
      "L1c.returnRatio",
      "ratio",
      [
        "Ruhende Kunden, die innert eines Jahres wieder kaufen",
        "Dormant customers who buy again within a year",
      ],
      [0.03, 0.07, 0.15],
      "I",
      share,
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Der Kunde wird gefragt, was gefehlt hat, statt vergessen zu werden.",
    en: "The customer is asked what was missing instead of being forgotten.",
  },
  effects: (params) => [
    {
      kind: "reactivate",
      ratioPerYear: drawn("L1c.returnRatio"),
      centsPerCustomer: numberOf(params, "centsPerCustomer"),
    },
  ],
  measures: ["rhythm", "expectation", "sales"],
  evidence: {
    grade: "I",
    text: {
      de: "In einer Befragung von 300 Führungskräften holten 12 % der Firmen planmässig Kunden zurück, 35 % taten nichts. Wie viele zurückkommen, sagt keine dieser Quellen: eigene Annahme.",
      en: "In a survey of 300 managers 12% of firms won customers back systematically, 35% did nothing. How many return none of these sources says: our own assumption.",
    },
  },
};
