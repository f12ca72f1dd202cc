import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, number, words } from "./option-parts.ts";

export const tradePackage: LeverOption = {
  code: "L2b",
  lever: "L2",
  name: { de: "Paket je Branche", en: "Package per trade" },
  description: {
    de: "Ein fertiges Paket (Starter-Set, Rundum-Angebot) je Branche statt vieler Einzelentscheide.",
    en: "A ready package (starter set, all-in) per trade instead of many single decisions.",
  },
  params: [
    words("trade", ["Branche", "Trade"]),
    number("priceCents", "cents", ["Preis des Pakets", "Price of the package"], [0, 49_000, 10_000_000]),
    number("termMonths", "months", ["Laufzeit (0 = keine)", "Term (0 = none)"], [0, 0, 60]),
    ...costParams(1_000_000, 3_000_000),
  ],
  assumptions: [
    expected(
      "L2b.salesRatio",
      "ratio",
      ["Veränderung des Umsatzes je Kunde", "Change of sales per customer"],
      [0, 0.02, 0.06],
      "I",
    ),
    expected(
      "L2b.customerMinutes",
      "minutes",
      ["Zeit des Kunden je Jahr (− gewonnen)", "The customer's time per year (− won)"],
      [-60, -30, 0],
      "I",
      [-2_000, 2_000],
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Ein Entscheid statt zehn; weniger Auswahlarbeit.",
    en: "One decision instead of ten; less work of choosing.",
  },
  effects: (params) => [
    { kind: "changeSales", ratio: drawn("L2b.salesRatio") },
    { kind: "customerWork", minutesPerYear: drawn("L2b.customerMinutes") },
    costEffect(params),
  ],
  measures: ["sales", "need"],
  evidence: {
    grade: "I",
    text: {
      de: "Inhaber kleiner Firmen sind Generalisten und brauchen umfassende Unterstützung; zur Wirkung von Paketen auf den Umsatz fehlt eine Zahl.",
      en: "Owners of small firms are generalists and need comprehensive support; there is no figure on what packages do to sales.",
    },
  },
};
