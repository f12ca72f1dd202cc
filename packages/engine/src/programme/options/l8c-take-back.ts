import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number, numberOf, stated } from "./option-parts.ts";

export const takeBack: LeverOption = {
  code: "L8c",
  lever: "L8",
  name: { de: "Vergessene Kunden zurücknehmen", en: "Take forgotten customers back" },
  description: {
    de: "Kunden, die beim Händler niemand betreut, wieder direkt bedienen.",
    en: "Serve customers directly again whom nobody at the dealer cares for.",
  },
  params: [
    number(
      "growthRatio",
      "ratio",
      ["Zahl zurückgenommener gegenüber heutigen Kunden", "Customers taken back against today's number"],
      [0.001, 0.05, 5],
    ),
    number("overMonths", "months", ["Innert", "Within"], [1, 12, 120]),
    number("centsPerCustomer", "cents", ["Aufwand je Kunde", "Effort per customer"], [0, 8_000, 1_000_000]),
    stated("hasLegalItemsSettled", [
      "Rechtliche Punkte mit dem Händler geregelt",
      "Legal items with the dealer settled",
    ]),
  ],
  assumptions: [
    expected(
      "L8c.salesRatio",
      "ratio",
      ["Umsatz gegenüber heutigen Kunden", "Sales against today's customers"],
      [0.3, 0.6, 0.9],
      "I",
      [0, 5],
    ),
  ],
  giveTake: () => "give",
  customerView: { de: "Wieder ein Lieferant, der sich meldet.", en: "A supplier who gets in touch again." },
  effects: (params) => [
    {
      kind: "acquire",
      growthRatio: numberOf(params, "growthRatio"),
      overMonths: numberOf(params, "overMonths"),
      centsPerCustomer: numberOf(params, "centsPerCustomer"),
      salesRatio: drawn("L8c.salesRatio"),
    },
  ],
  measures: ["sales", "responsibility"],
  evidence: {
    grade: "D",
    text: {
      de: "Ein Sensorhersteller nahm vergessene Kunden von Händlern zurück (Einzelfall ohne veröffentlichte Zahl). Umsatz: Annahme.",
      en: "A maker of sensors took forgotten customers back from dealers (a single case without published figures). Sales: an assumption.",
    },
  },
};
