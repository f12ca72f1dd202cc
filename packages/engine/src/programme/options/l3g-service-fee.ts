import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, flag, flagOf, number } from "./option-parts.ts";

export const serviceFee: LeverOption = {
  code: "L3g",
  lever: "L3",
  name: { de: "Preis für Besuch, Express, Sonderwunsch", en: "Price of visit, express, special request" },
  description: {
    de: "Besondere Leistungen haben einen Preis nach Preisliste.",
    en: "Special services have a price of the price list.",
  },
  params: [
    number("feeCents", "cents", ["Preis je Leistung", "Price per service"], [0, 9_000, 200_000]),
    flag("isOptIn", ["Nur auf Wunsch; der Kern bleibt gratis", "On request only; the core stays free"], true),
  ],
  assumptions: [
    expected(
      "L3g.visitsRatio",
      "ratio",
      ["Veränderung der Besuche", "Change of visits"],
      [-0.35, -0.15, -0.03],
      "I",
    ),
    expected(
      "L3g.incomeCents",
      "cents",
      ["Einnahmen je Kunde und Jahr", "Income per customer and year"],
      [0, 200, 800],
      "I",
      [0, 200_000],
    ),
  ],
  giveTake: (params) => (flagOf(params, "isOptIn") ? "neutral" : "take"),
  customerView: {
    de: "Besonderes kostet; wer es nicht braucht, zahlt es nicht mit.",
    en: "The special costs; whoever does not need it does not pay for it.",
  },
  effects: () => [
    { kind: "scaleDriver", driver: "fieldVisits", ratio: drawn("L3g.visitsRatio") },
    { kind: "incomePerCustomer", centsPerYear: drawn("L3g.incomeCents") },
  ],
  measures: ["costToServe"],
  evidence: {
    grade: "I",
    text: {
      de: "Keine Quelle zur Wirkung; Annahme. Einnahmen hängen vom Preis ab: bitte zusammen ändern.",
      en: "No source on the effect; an assumption. Income depends on the price: please change both together.",
    },
  },
};
