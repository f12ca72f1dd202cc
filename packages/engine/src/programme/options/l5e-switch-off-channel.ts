import type { LeverOption } from "../contracts/option-contract.ts";
import { channelChoice, channelOf } from "./channel-params.ts";
import { drawn, expected, flag, share } from "./option-parts.ts";

export const switchOffChannel: LeverOption = {
  code: "L5e",
  lever: "L5",
  name: { de: "Einen Kanal schliessen", en: "Switch off a channel" },
  description: {
    de: "Ein Bestellkanal endet an einem Tag; Ausnahmen sind geregelt.",
    en: "A channel of orders ends on a day; exceptions are regulated.",
  },
  params: [
    channelChoice("channel", ["Kanal, der endet", "Channel that ends"], "mail"),
    channelChoice("moveTo", ["Wohin die Bestellungen gehen", "Where the orders go"], "web"),
    flag(
      "hasExceptions",
      ["Ausnahmen für Kunden ohne anderen Weg", "Exceptions for customers without another way"],
      true,
    ),
  ],
  assumptions: [
    expected(
      "L5e.moveRatio",
      "ratio",
      ["Bestellungen, die wechseln", "Orders that move"],
      [0.75, 0.88, 0.95],
      "I",
      share,
    ),
    expected(
      "L5e.minutesPerOrder",
      "minutes",
      ["Eigene Minuten je gewechselte Bestellung", "Our minutes per moved order"],
      [1.5, 3, 6],
      "C",
      [0, 60],
    ),
    expected(
      "L5e.customerMinutesAfter",
      "minutes",
      ["Minuten des Kunden je Bestellung danach", "The customer's minutes per order afterwards"],
      [3, 6, 12],
      "I",
      [0, 240],
    ),
    expected(
      "L5e.churnRatio",
      "ratio",
      ["Veränderung der Abwanderung", "Change of churn"],
      [0, 0.08, 0.25],
      "I",
    ),
  ],
  giveTake: () => "take",
  customerView: { de: "Der gewohnte Weg fällt weg.", en: "The accustomed way goes." },
  effects: (params) => [
    {
      kind: "moveOrders",
      from: [channelOf(params, "channel")],
      to: channelOf(params, "moveTo"),
      ratio: drawn("L5e.moveRatio"),
      minutesPerOrder: drawn("L5e.minutesPerOrder"),
      customerMinutesBefore: 5,
      customerMinutesAfter: drawn("L5e.customerMinutesAfter"),
    },
    { kind: "changeChurn", ratio: drawn("L5e.churnRatio") },
  ],
  measures: ["orders", "costToServe"],
  evidence: {
    grade: "I",
    text: { de: "Keine Quelle zur Wirkung; Annahme.", en: "No source on the effect; an assumption." },
  },
};
