import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number, numberOf } from "./option-parts.ts";

export const startUpConcierge: LeverOption = {
  code: "L2e",
  lever: "L2",
  name: { de: "Einrichten durch uns (Starthilfe)", en: "Set-up done by us (concierge)" },
  description: {
    de: "Wir richten Konto, Listen und Werkzeuge beim Kunden ein, statt ihn vorbereiten zu lassen.",
    en: "We set up account, lists and tools at the customer's instead of letting him prepare.",
  },
  params: [
    number("hoursPerStart", "count", ["Stunden je Einrichtung", "Hours per set-up"], [0.25, 1.5, 40]),
    number("priceCents", "cents", ["Preis für den Kunden", "Price for the customer"], [0, 0, 500_000]),
  ],
  assumptions: [
    expected(
      "L2e.minutesPerCustomerYear",
      "minutes",
      [
        "Eigene Minuten je Kunde und Jahr (Einrichtungen verteilt auf alle)",
        "Our minutes per customer and year (set-ups spread over all)",
      ],
      [3, 8, 15],
      "I",
      [0, 500],
    ),
    expected(
      "L2e.customerMinutes",
      "minutes",
      ["Zeit des Kunden je Jahr (− gewonnen)", "The customer's time per year (− won)"],
      [-30, -15, -5],
      "I",
      [-2_000, 2_000],
    ),
    expected(
      "L2e.churnRatio",
      "ratio",
      ["Veränderung der Abwanderung", "Change of churn"],
      [-0.08, -0.03, 0],
      "I",
    ),
  ],
  giveTake: (params) => (numberOf(params, "priceCents") > 0 ? "neutral" : "give"),
  customerView: {
    de: "Die Vorarbeit, vor der man sich scheut, macht der Lieferant.",
    en: "The supplier does the preparation that one shies away from.",
  },
  effects: () => [
    {
      kind: "addWork",
      role: "generalist",
      driver: "contacts",
      minutesPerCustomerYear: drawn("L2e.minutesPerCustomerYear"),
    },
    { kind: "customerWork", minutesPerYear: drawn("L2e.customerMinutes") },
    { kind: "changeChurn", ratio: drawn("L2e.churnRatio") },
  ],
  measures: ["costToServe", "need"],
  evidence: {
    grade: "I",
    text: {
      de: "Begründet mit der Furcht vor Vorarbeit; keine gemessene Wirkung. Wie viele Kunden es nutzen, steckt in den Minuten je Kunde.",
      en: "Reasoned from the fear of preparatory work; no measured effect. How many customers use it is contained in the minutes per customer.",
    },
  },
};
