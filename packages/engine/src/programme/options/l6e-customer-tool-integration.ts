import type { LeverOption } from "../contracts/option-contract.ts";
import { choices, costEffect, costParams, drawn, expected, share, words } from "./option-parts.ts";

export const customerToolIntegration: LeverOption = {
  code: "L6e",
  lever: "L6",
  name: { de: "Anbindung an das Werkzeug des Kunden", en: "Integration into the customer's tool" },
  description: {
    de: "Bestellung, Lieferschein und Rechnung direkt in der Software des Kunden.",
    en: "Order, delivery note and invoice directly in the customer's software.",
  },
  params: [
    choices(
      "objects",
      ["Was ausgetauscht wird", "What is exchanged"],
      {
        order: ["Bestellung", "Order"],
        deliveryNote: ["Lieferschein", "Delivery note"],
        invoice: ["Rechnung", "Invoice"],
        prices: ["Preise", "Prices"],
        stock: ["Verfügbarkeit", "Availability"],
      },
      ["order", "invoice"],
    ),
    words("tools", ["Werkzeuge", "Tools"], "bexio, Abacus"),
    ...costParams(5_000_000, 8_000_000),
  ],
  assumptions: [
    expected(
      "L6e.adoptionRatio",
      "ratio",
      ["Bestellungen, die so kommen", "Orders that come this way"],
      [0.02, 0.06, 0.15],
      "I",
      share,
    ),
    expected(
      "L6e.customerMinutesBefore",
      "minutes",
      [
        "Minuten des Kunden je Bestellung heute, Ablage eingerechnet",
        "The customer's minutes per order today, filing included",
      ],
      [8, 12, 20],
      "I",
      [0, 240],
    ),
    expected(
      "L6e.churnRatio",
      "ratio",
      ["Veränderung der Abwanderung", "Change of churn"],
      [-0.08, -0.03, 0],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: { de: "Nichts mehr doppelt erfassen.", en: "Nothing has to be keyed twice." },
  effects: (params) => [
    {
      kind: "moveOrders",
      from: ["phone", "mail", "web", "field", "unknown"],
      to: "edi",
      ratio: drawn("L6e.adoptionRatio"),
      minutesPerOrder: 0.5,
      customerMinutesBefore: drawn("L6e.customerMinutesBefore"),
      customerMinutesAfter: 2,
    },
    { kind: "changeChurn", ratio: drawn("L6e.churnRatio") },
    costEffect(params),
  ],
  measures: ["orders", "costToServe"],
  evidence: {
    grade: "I",
    text: {
      de: "Keine Quelle zur Nutzung bei kleinen Kunden; Annahme.",
      en: "No source on use by small customers; an assumption.",
    },
  },
};
