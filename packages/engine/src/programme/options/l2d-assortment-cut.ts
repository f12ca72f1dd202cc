import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, flag, number } from "./option-parts.ts";

export const assortmentCut: LeverOption = {
  code: "L2d",
  lever: "L2",
  name: { de: "Sortiment straffen", en: "Cut the assortment" },
  description: {
    de: "Kleinen Kunden nur Standardvarianten anbieten; Ausnahmen sind geregelt.",
    en: "Offer standard variants only; exceptions are regulated.",
  },
  params: [
    number(
      "cutRatio",
      "ratio",
      ["Anteil Artikel, der wegfällt", "Share of articles that goes"],
      [0.01, 0.3, 0.95],
    ),
    flag("hasExceptions", ["Ausnahmen auf Anfrage", "Exceptions on request"], true),
  ],
  assumptions: [
    expected(
      "L2d.salesRatio",
      "ratio",
      ["Veränderung des Umsatzes je Kunde", "Change of sales per customer"],
      [-0.08, -0.03, 0],
      "I",
    ),
    expected(
      "L2d.logisticsRatio",
      "ratio",
      ["Veränderung der Logistik", "Change of logistics"],
      [-0.1, -0.05, 0],
      "I",
    ),
  ],
  giveTake: () => "take",
  customerView: {
    de: "Weniger Auswahl; Besonderes muss anderswo gesucht werden.",
    en: "Less choice; the special has to be looked for elsewhere.",
  },
  effects: () => [
    { kind: "changeSales", ratio: drawn("L2d.salesRatio") },
    { kind: "scaleDriver", driver: "logistics", ratio: drawn("L2d.logisticsRatio") },
  ],
  measures: ["sales", "costToServe", "need"],
  evidence: {
    grade: "I",
    text: {
      de: "Keine Quelle zur Wirkung auf kleine Kunden; Annahme.",
      en: "No source on the effect on small customers; an assumption.",
    },
  },
};
