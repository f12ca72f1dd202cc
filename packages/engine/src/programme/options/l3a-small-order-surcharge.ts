import type { LeverOption } from "../contracts/option-contract.ts";
import { channelList, channelsOf } from "./channel-params.ts";
import { drawn, expected, number, numberOf } from "./option-parts.ts";

export const smallOrderSurcharge: LeverOption = {
  code: "L3a",
  lever: "L3",
  name: { de: "Mindermengenzuschlag", en: "Small-order surcharge" },
  description: {
    de: "Bestellungen unter einem Betrag tragen einen Zuschlag; über die befreiten Kanäle lässt er sich vermeiden.",
    en: "Orders below an amount carry a surcharge; it can be avoided through the exempt channels.",
  },
  params: [
    number(
      "thresholdCents",
      "cents",
      ["Zuschlag unter Bestellwert von", "Surcharge below an order value of"],
      [100, 10_000, 100_000],
    ),
    number("feeCents", "cents", ["Zuschlag je Bestellung", "Surcharge per order"], [0, 1_500, 10_000]),
    channelList("exemptChannels", ["Befreite Kanäle", "Exempt channels"], ["web", "edi", "counter"]),
  ],
  assumptions: [
    expected(
      "L3a.consolidateRatio",
      "ratio",
      ["Bestellungen, die zusammengelegt werden", "Orders that are put together"],
      [0.18, 0.28, 0.4],
      "C",
      [0, 1],
    ),
    expected(
      "L3a.moveRatio",
      "ratio",
      ["Bestellungen, die in einen befreiten Kanal wechseln", "Orders that move to an exempt channel"],
      [0, 0, 0.2],
      "I",
      [0, 1],
    ),
    expected(
      "L3a.waiveRatio",
      "ratio",
      ["Zuschläge, die eigene Leute erlassen", "Surcharges that our own people waive"],
      [0, 0.1, 0.4],
      "I",
      [0, 1],
    ),
    expected(
      "L3a.leaveRatio",
      "ratio",
      ["Betroffene Kunden, die deswegen gehen", "Customers concerned who leave because of it"],
      [0.04, 0.1, 0.18],
      "C",
      [0, 1],
    ),
  ],
  giveTake: () => "take",
  customerView: {
    de: "Kleine Bestellungen werden teurer, ausser über einen befreiten Kanal.",
    en: "Small orders become dearer, except through an exempt channel.",
  },
  effects: (params) => [
    {
      kind: "orderFee",
      thresholdCents: numberOf(params, "thresholdCents"),
      feeCents: numberOf(params, "feeCents"),
      exemptChannels: channelsOf(params, "exemptChannels"),
      consolidateRatio: drawn("L3a.consolidateRatio"),
      moveRatio: drawn("L3a.moveRatio"),
      waiveRatio: drawn("L3a.waiveRatio"),
      leaveRatio: drawn("L3a.leaveRatio"),
    },
  ],
  measures: ["sales", "orders", "costToServe"],
  evidence: {
    grade: "C",
    text: {
      de: "Preislisten: CHF 9 unter CHF 50 (Schweizer Onlinehandel), EUR 10 unter 25, EUR 5 unter 10. Dass 62 % zahlen, 28 % zusammenlegen und 10 % der Betroffenen gehen, ist eine Annahme der Beispielwelt; ein eigener Versuch soll sie ersetzen.",
      en: "Price lists: CHF 9 below CHF 50 (Swiss online trade), EUR 10 below 25, EUR 5 below 10. That 62% pay, 28% put orders together and 10% of those concerned leave is an assumption of the example world; an experiment of your own should replace it.",
    },
  },
};
