import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number, numberOf, share } from "./option-parts.ts";

export const pickUpCounter: LeverOption = {
  code: "L5c",
  lever: "L5",
  name: { de: "Abholtheke, Partnershop", en: "Counter, pick-up, partner shop" },
  description: {
    de: "Ware in der Nähe abholen, ohne Mindestmenge.",
    en: "Collect goods nearby, without a minimum.",
  },
  params: [
    number("maxDriveMinutes", "minutes", ["Anfahrt höchstens", "Drive at most"], [1, 10, 90]),
    number("sites", "count", ["Standorte", "Sites"], [1, 1, 1_000]),
    number(
      "centsPerSiteYear",
      "cents",
      ["Kosten je Standort und Jahr", "Cost per site and year"],
      [0, 18_000_000, 500_000_000],
    ),
  ],
  assumptions: [
    expected(
      "L5c.pickUpRatio",
      "ratio",
      ["Bestellungen, die abgeholt werden", "Orders that are collected"],
      [0.02, 0.06, 0.15],
      "I",
      share,
    ),
    expected(
      "L5c.minutesPerOrder",
      "minutes",
      ["Eigene Minuten je Abholung", "Our minutes per collection"],
      [3, 5, 8],
      "I",
      [0, 60],
    ),
    expected(
      "L5c.logisticsRatio",
      "ratio",
      ["Veränderung der Logistik", "Change of logistics"],
      [-0.1, -0.04, 0],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Sofort verfügbar, wenn es auf der Baustelle fehlt.",
    en: "Available at once when it is missing on site.",
  },
  effects: (params) => [
    {
      kind: "moveOrders",
      from: ["phone", "mail", "field", "unknown"],
      to: "counter",
      ratio: drawn("L5c.pickUpRatio"),
      minutesPerOrder: drawn("L5c.minutesPerOrder"),
      customerMinutesBefore: 0,
      customerMinutesAfter: 0,
    },
    { kind: "scaleDriver", driver: "logistics", ratio: drawn("L5c.logisticsRatio") },
    {
      kind: "fixedCost",
      centsPerYear: numberOf(params, "sites") * numberOf(params, "centsPerSiteYear"),
      oneOffCents: 0,
    },
  ],
  measures: ["orders", "costToServe"],
  evidence: {
    grade: "B",
    text: {
      de: "Ein grosser Händler plant Standorte in 5–10 Minuten Fahrt (belegt); der Anteil der Abholungen und der Weg des Kunden sind Annahmen oder offen.",
      en: "A large dealer plans branches within 5–10 minutes' drive (documented); the share of collections is an assumption, the customer's way is left open.",
    },
  },
};
