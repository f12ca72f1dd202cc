import type { LeverOption } from "../contracts/option-contract.ts";
import { choice, drawn, expected, number, numberOf, words } from "./option-parts.ts";

export const handOver: LeverOption = {
  code: "L1d",
  lever: "L1",
  name: { de: "Übergeben an Partner", en: "Hand over to a partner" },
  description: {
    de: "Einen Teil der Kunden nach Prüfung der anderen Wege einem Partner übergeben, angekündigt und mit Rückweg.",
    en: "Hand a part of the customers to a partner after the other ways were tried, announced and with a way back.",
  },
  params: [
    number("shareRatio", "ratio", ["Anteil der Kunden", "Share of the customers"], [0.01, 0.2, 1]),
    number(
      "commissionRatio",
      "ratio",
      ["Provision auf deren Umsatz", "Commission on their sales"],
      [0, 0.03, 0.5],
    ),
    number("noticeDays", "days", ["Ankündigung vorher", "Announced before"], [0, 90, 730]),
    words("partner", ["Partner", "Partner"]),
    choice(
      "partnerCare",
      ["Betreuung durch den Partner laut Bewertung", "The partner's care according to its scorecard"],
      {
        sufficient: ["genügt", "sufficient"],
        insufficient: ["unter dem Minimum", "below the minimum"],
        unknown: ["unklar", "unclear"],
      },
      "unknown",
    ),
  ],
  assumptions: [
    expected(
      "L1d.customerMinutes",
      "minutes",
      ["Aufwand des Kunden für die Umstellung", "The customer's effort for the change"],
      [20, 45, 120],
      "I",
      [0, 2_000],
    ),
  ],
  giveTake: () => "take",
  customerView: {
    de: "Der Kunde verliert den direkten Lieferanten und muss sich umstellen.",
    en: "The customer loses the direct supplier and has to adapt.",
  },
  effects: (params) => [
    {
      kind: "handOver",
      ratio: numberOf(params, "shareRatio"),
      keptMarginRatio: numberOf(params, "commissionRatio"),
    },
    { kind: "customerWork", minutesPerYear: drawn("L1d.customerMinutes") },
  ],
  measures: ["sales", "costToServe", "responsibility"],
  evidence: {
    grade: "D",
    text: {
      de: "In der Praxisliteratur der letzte Schritt nach Prüfen, Anleiten, Neuverhandeln und Umstellen. Zur Wirkung auf die übergebenen Kunden fehlen Zahlen.",
      en: "In the practitioners' literature the last step after reassessing, educating, renegotiating and migrating. There are no figures on what becomes of those handed over.",
    },
  },
};
