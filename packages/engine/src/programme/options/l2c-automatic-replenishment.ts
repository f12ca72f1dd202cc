import type { LeverOption } from "../contracts/option-contract.ts";
import { costEffect, costParams, drawn, expected, flag, number, share } from "./option-parts.ts";

export const automaticReplenishment: LeverOption = {
  code: "L2c",
  lever: "L2",
  name: { de: "Automatischer Nachschub, Abo", en: "Automatic replenishment, subscription" },
  description: {
    de: "Wiederkehrender Bedarf kommt von selbst, mit klarer Regel zum Anhalten.",
    en: "Recurring need comes by itself, with a clear rule for stopping.",
  },
  params: [
    number("cycleDays", "days", ["Rhythmus", "Cycle"], [1, 28, 365]),
    number(
      "typicalOrderCents",
      "cents",
      ["Üblicher Wert einer Lieferung", "Usual value of a delivery"],
      [0, 8_000, 10_000_000],
    ),
    flag("canStopAnyTime", ["Jederzeit anhaltbar", "Can be stopped at any time"], true),
    ...costParams(3_000_000, 4_000_000),
  ],
  assumptions: [
    expected(
      "L2c.automaticRatio",
      "ratio",
      ["Bestellungen, die automatisch werden", "Orders that become automatic"],
      [0.08, 0.15, 0.3],
      "I",
      share,
    ),
    expected(
      "L2c.minutesPerOrder",
      "minutes",
      ["Eigene Minuten je automatische Bestellung", "Our minutes per automatic order"],
      [0.3, 0.5, 1.5],
      "I",
      [0, 60],
    ),
    expected(
      "L2c.customerMinutesBefore",
      "minutes",
      ["Minuten des Kunden je Bestellung heute", "The customer's minutes per order today"],
      [8, 12, 20],
      "C",
      [0, 240],
    ),
    expected(
      "L2c.churnRatio",
      "ratio",
      ["Veränderung der Abwanderung", "Change of churn"],
      [-0.15, -0.05, 0],
      "I",
    ),
  ],
  giveTake: () => "give",
  customerView: {
    de: "Nicht mehr daran denken müssen; der Nachschub kommt.",
    en: "No longer having to think of it; supplies come.",
  },
  effects: (params) => [
    {
      kind: "moveOrders",
      from: ["phone", "mail", "field", "web", "unknown"],
      to: "edi",
      ratio: drawn("L2c.automaticRatio"),
      minutesPerOrder: drawn("L2c.minutesPerOrder"),
      customerMinutesBefore: drawn("L2c.customerMinutesBefore"),
      customerMinutesAfter: 1,
    },
    { kind: "changeChurn", ratio: drawn("L2c.churnRatio") },
    costEffect(params),
  ],
  measures: ["orders", "costToServe", "rhythm"],
  evidence: {
    grade: "C",
    text: {
      de: "Nachschub von C-Teilen wird Schweizer Schreinern als Dienst angeboten (belegt). Dass eine Bestellung den Kunden «bis EUR 150» kostet, ist eine Beraterzahl; hier zählen nur Minuten.",
      en: 'Replenishment of C-parts is offered to Swiss joiners as a service (documented). That an order costs the customer "up to EUR 150" is a consultants\' figure; only minutes count here.',
    },
  },
};
