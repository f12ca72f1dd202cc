import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number } from "./option-parts.ts";

export const simpleNetPrice: LeverOption = {
  code: "L3f",
  lever: "L3",
  name: { de: "Einfacher Nettopreis", en: "Simple net price" },
  description: {
    de: "Eine Nettopreisliste für kleine Geschäfte, ohne Verhandeln.",
    en: "One net price list for small business, without negotiating.",
  },
  params: [
    number("discountBands", "count", ["Rabattstufen", "Discount bands"], [0, 1, 20]),
    number("highestDiscountRatio", "ratio", ["Höchster Rabatt", "Highest discount"], [0, 0.05, 0.5]),
  ],
  assumptions: [
    expected(
      "L3f.marginRatio",
      "ratio",
      ["Veränderung der Marge, Anteil am Umsatz", "Change of margin, share of sales"],
      [-0.005, 0.003, 0.012],
      "C",
      [-0.3, 0.3],
    ),
    expected(
      "L3f.contactsRatio",
      "ratio",
      ["Veränderung von Gesprächen und Fällen", "Change of talks and cases"],
      [-0.1, -0.04, 0],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Der Preis steht fest und ist für alle gleich; kein Verhandeln.",
    en: "The price is fixed and the same for all; no negotiating.",
  },
  effects: () => [
    { kind: "changeMargin", ratioOfSales: drawn("L3f.marginRatio") },
    { kind: "scaleDriver", driver: "contacts", ratio: drawn("L3f.contactsRatio") },
  ],
  measures: ["sales", "costToServe"],
  evidence: {
    grade: "C",
    text: {
      de: "In einem Fall erhielten kleine Kunden im Mittel 1 % Rabatt, grosse 18 %: bei den kleinen ist wenig zu holen, der Gewinn liegt in der Einfachheit.",
      en: "In one case small customers got 1% discount on average, large ones 18%: there is little to gain from the small ones, the gain is simplicity.",
    },
  },
};
