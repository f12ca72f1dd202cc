import { planningChannels } from "../contracts/drivers.ts";
import type { LeverOption, OptionParams } from "../contracts/option-contract.ts";
import { choice, drawn, expected, number, numberOf, share, textOf } from "./option-parts.ts";

const fee = (params: OptionParams) =>
  numberOf(params, "freightCents") - numberOf(params, "freightTodayCents");

export const freightThreshold: LeverOption = {
  code: "L3c",
  lever: "L3",
  name: {
    de: "Frachtfreigrenze, Frachtpauschale, Jahrespass",
    en: "Free-freight threshold, flat rate, yearly pass",
  },
  description: {
    de: "Fracht als Pauschale unter einer Grenze oder als Jahrespass.",
    en: "Freight as a flat rate below a threshold or as a yearly pass.",
  },
  params: [
    choice(
      "model",
      ["Modell", "Model"],
      {
        threshold: ["Pauschale unter Grenze", "Flat rate below a threshold"],
        pass: ["Jahrespass", "Yearly pass"],
      },
      "threshold",
    ),
    number("freeFromCents", "cents", ["Frachtfrei ab", "Free from"], [0, 15_000, 1_000_000]),
    number("freightCents", "cents", ["Pauschale je Lieferung", "Flat rate per delivery"], [0, 1_500, 20_000]),
    number(
      "freightTodayCents",
      "cents",
      ["Was heute verrechnet wird", "What is charged today"],
      [0, 0, 20_000],
    ),
    number("passCents", "cents", ["Preis des Jahrespasses", "Price of the yearly pass"], [0, 9_000, 200_000]),
  ],
  assumptions: [
    expected(
      "L3c.consolidateRatio",
      "ratio",
      ["Bestellungen, die zusammengelegt werden", "Orders that are put together"],
      [0.1, 0.2, 0.35],
      "I",
      share,
    ),
    expected(
      "L3c.waiveRatio",
      "ratio",
      ["Pauschalen, die erlassen werden", "Flat rates that are waived"],
      [0, 0.05, 0.3],
      "I",
      share,
    ),
    expected(
      "L3c.leaveRatio",
      "ratio",
      ["Betroffene Kunden, die deswegen gehen", "Customers concerned who leave because of it"],
      [0.01, 0.03, 0.08],
      "I",
      share,
    ),
    expected(
      "L3c.passIncomeCents",
      "cents",
      ["Einnahmen aus Pässen je Kunde und Jahr", "Income from passes per customer and year"],
      [100, 500, 1_500],
      "I",
      [0, 200_000],
    ),
  ],
  giveTake: (params) => {
    if (textOf(params, "model") === "pass") return "give";
    const difference = fee(params);
    return difference > 0 ? "take" : difference < 0 ? "give" : "neutral";
  },
  customerView: {
    de: "Fracht wird berechenbar; ob sie dem Kunden nützt, hängt davon ab, was er heute zahlt.",
    en: "Freight becomes predictable; whether it benefits the customer depends on what he pays today.",
  },
  effects: (params) => {
    if (textOf(params, "model") === "pass")
      return [{ kind: "incomePerCustomer", centsPerYear: drawn("L3c.passIncomeCents") }];
    const feeCents = fee(params);
    if (feeCents <= 0)
      return [
        {
          kind: "channelPrice",
          channels: planningChannels,
          centsPerOrder: feeCents,
          moveRatio: 0,
          moveTo: "web",
        },
      ];
    return [
      {
        kind: "orderFee",
        thresholdCents: numberOf(params, "freeFromCents"),
        feeCents,
        exemptChannels: ["counter"],
        consolidateRatio: drawn("L3c.consolidateRatio"),
        moveRatio: 0,
        waiveRatio: drawn("L3c.waiveRatio"),
        leaveRatio: drawn("L3c.leaveRatio"),
      },
    ];
  },
  measures: ["sales", "orders", "costToServe"],
  evidence: {
    grade: "I",
    text: {
      de: "Beispiel: CHF 15 Fracht, frei ab CHF 150, ohne Kleinmengenzuschlag (Schweizer B2B-Preisliste). Für Jahrespässe im B2B fand sich keine gute Quelle; die Antworten sind Annahmen.",
      en: "Example: CHF 15 freight, free from CHF 150, without small-order surcharge (Swiss B2B price list). No solid source was found for yearly passes in B2B; the responses are assumptions.",
    },
  },
};
