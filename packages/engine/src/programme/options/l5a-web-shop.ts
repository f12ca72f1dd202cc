import type { LeverOption } from "../contracts/option-contract.ts";
import {
  choice,
  costEffect,
  costParams,
  drawn,
  expected,
  flag,
  number,
  numberOf,
  share,
} from "./option-parts.ts";

export const webShop: LeverOption = {
  code: "L5a",
  lever: "L5",
  name: { de: "Webshop, App, Scan-Nachbestellung", en: "Web shop, app, scan reorder" },
  description: {
    de: "Bestellen in wenigen Minuten, mit Hilfe am Telefon für den, der sie braucht.",
    en: "Order within a few minutes, with help on the phone for whoever needs it.",
  },
  params: [
    number(
      "targetMinutesPerOrder",
      "minutes",
      ["Minuten des Kunden je Bestellung höchstens", "The customer's minutes per order at most"],
      [0.5, 3, 30],
    ),
    flag("isAssisted", ["Mit begleiteter Bestellung", "With assisted ordering"], true),
    number(
      "centsPerCustomerYear",
      "cents",
      ["Laufende Kosten je Kunde", "Running cost per customer"],
      [0, 800, 20_000],
    ),
    choice(
      "priceAgainstDealer",
      [
        "Preis im Shop gegenüber dem Nettopreis der Händler",
        "Price in the shop against the dealers' net price",
      ],
      {
        atLeast: ["gleich oder höher", "equal or higher"],
        below: ["tiefer", "lower"],
        noDealers: ["keine Händler", "no dealers"],
        unknown: ["unklar", "unclear"],
      },
      "unknown",
    ),
    ...costParams(12_000_000, 15_000_000),
  ],
  assumptions: [
    expected(
      "L5a.adoptionRatio",
      "ratio",
      ["Bestellungen per Telefon und E-Mail, die wechseln", "Orders by phone and e-mail that move"],
      [0.42, 0.6, 0.72],
      "C",
      share,
    ),
    expected(
      "L5a.minutesPerOrder",
      "minutes",
      ["Eigene Minuten je Bestellung danach", "Our minutes per order afterwards"],
      [1.5, 3, 5],
      "C",
      [0, 60],
    ),
    expected(
      "L5a.customerMinutesBefore",
      "minutes",
      ["Minuten des Kunden je Bestellung heute", "The customer's minutes per order today"],
      [6, 9, 14],
      "I",
      [0, 240],
    ),
    expected(
      "L5a.customerMinutesAfter",
      "minutes",
      ["Minuten des Kunden je Bestellung danach", "The customer's minutes per order afterwards"],
      [2, 3, 5],
      "I",
      [0, 240],
    ),
    expected(
      "L5a.salesRatio",
      "ratio",
      ["Veränderung des Umsatzes je Kunde", "Change of sales per customer"],
      [-0.01, 0.01, 0.03],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Rund um die Uhr, in wenigen Minuten, mit Preis und Verfügbarkeit.",
    en: "Around the clock, within minutes, with price and availability.",
  },
  effects: (params) => [
    {
      kind: "moveOrders",
      from: ["phone", "mail"],
      to: "web",
      ratio: drawn("L5a.adoptionRatio"),
      minutesPerOrder: drawn("L5a.minutesPerOrder"),
      customerMinutesBefore: drawn("L5a.customerMinutesBefore"),
      customerMinutesAfter: drawn("L5a.customerMinutesAfter"),
    },
    { kind: "changeSales", ratio: drawn("L5a.salesRatio") },
    { kind: "costPerCustomer", centsPerYear: numberOf(params, "centsPerCustomerYear") },
    costEffect(params),
  ],
  measures: ["orders", "costToServe", "sales"],
  evidence: {
    grade: "C",
    text: {
      de: "Bestellung von Hand USD 26–34, digital unter 5 (über einen Anbieter); E-Mail-Bestellung etwa 5 Minuten. Anbieterzahlen: bitte durch die eigene Zeitaufnahme ersetzen.",
      en: "Manual order USD 26–34, digital below 5 (through a vendor); an e-mail order about 5 minutes. Vendors' numbers: please replace them by your own time study.",
    },
  },
};
