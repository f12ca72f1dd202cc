import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, flag, number } from "./option-parts.ts";

export const customersHelpCustomers: LeverOption = {
  code: "L8d",
  lever: "L8",
  name: { de: "Kunden helfen Kunden", en: "Customers help customers" },
  description: {
    de: "Betreute Räume je Branche, in denen Kunden und Fachleute antworten.",
    en: "Moderated rooms per trade in which customers and experts answer.",
  },
  params: [
    number(
      "expectedContributors",
      "count",
      ["Erwartete aktive Beitragende", "Expected active contributors"],
      [0, 60, 1_000_000],
    ),
    flag("hasExperts", ["Mit eigenen Fachleuten in den Räumen", "With own experts in the rooms"], true),
    ...costParams(6_000_000, 3_000_000),
  ],
  assumptions: [
    expected(
      "L8d.contactsRatio",
      "ratio",
      ["Veränderung von Gesprächen und Fällen", "Change of talks and cases"],
      [-0.06, -0.02, 0],
      "D",
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Antwort von jemandem mit demselben Handwerk.",
    en: "An answer from somebody of the same trade.",
  },
  effects: (params) => [
    { kind: "scaleDriver", driver: "contacts", ratio: drawn("L8d.contactsRatio") },
    costEffect(params),
  ],
  measures: ["costToServe"],
  evidence: {
    grade: "D",
    text: {
      de: "Bei einem britischen Telekomanbieter antworten Kunden im Mittel in 90 Sekunden; in Schweizer Beispielen gegen CHF 30–50 je Stunde. 10 % der Beitragenden schreiben 56 % der Inhalte. Für kleine Lieferanten: kaum Wirkung angenommen.",
      en: "At a British telecom customers answer within 90 seconds on average; in Swiss examples for CHF 30–50 an hour. 10% of contributors write 56% of the content. For small suppliers: hardly any effect assumed.",
    },
  },
};
