import { planningChannels } from "../contracts/drivers.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import { channelList, channelsOf } from "./channel-params.ts";
import { choice, drawn, expected, number, numberOf, share, textOf } from "./option-parts.ts";

export const channelPrice: LeverOption = {
  code: "L3d",
  lever: "L3",
  name: { de: "Kanalpreis (Bonus oder Gebühr)", en: "Channel price (bonus or fee)" },
  description: {
    de: "Ein Bonus für den günstigen oder eine Gebühr für den aufwendigen Kanal.",
    en: "A bonus for the economical or a fee for the elaborate channel.",
  },
  params: [
    choice("model", ["Modell", "Model"], { bonus: ["Bonus", "Bonus"], fee: ["Gebühr", "Fee"] }, "bonus"),
    channelList(
      "channels",
      ["Kanäle, für die der Bonus oder die Gebühr gilt", "Channels of the bonus or fee"],
      ["web"],
    ),
    number("centsPerOrder", "cents", ["Betrag je Bestellung", "Amount per order"], [0, 300, 10_000]),
  ],
  assumptions: [
    expected(
      "L3d.moveRatio",
      "ratio",
      ["Bestellungen, die deswegen wechseln", "Orders that move because of it"],
      [0.03, 0.1, 0.2],
      "I",
      share,
    ),
    expected(
      "L3d.minutesPerOrder",
      "minutes",
      ["Eigene Minuten je gewechselte Bestellung", "Our minutes per moved order"],
      [1.5, 3, 5],
      "C",
      [0, 60],
    ),
  ],
  giveTake: (params) => (textOf(params, "model") === "bonus" ? "give" : "take"),
  customerView: {
    de: "Wer einfach bestellt, zahlt weniger, oder wer aufwendig bestellt, mehr.",
    en: "Ordering simply costs less, or ordering elaborately costs more.",
  },
  effects: (params) => {
    const channels = channelsOf(params, "channels");
    const cents = numberOf(params, "centsPerOrder");
    if (textOf(params, "model") === "fee")
      return [
        {
          kind: "channelPrice",
          channels,
          centsPerOrder: cents,
          moveRatio: drawn("L3d.moveRatio"),
          moveTo: "web",
        },
      ];
    const from = planningChannels.filter((channel) => !channels.includes(channel));
    // Whoever moves takes the bonus too, so orders move first.
    return [
      {
        kind: "moveOrders",
        from,
        to: channels[0] ?? "web",
        ratio: drawn("L3d.moveRatio"),
        minutesPerOrder: drawn("L3d.minutesPerOrder"),
        customerMinutesBefore: 0,
        customerMinutesAfter: 0,
      },
      { kind: "channelPrice", channels, centsPerOrder: -cents, moveRatio: 0, moveTo: channels[0] ?? "web" },
    ];
  },
  measures: ["orders", "costToServe"],
  evidence: {
    grade: "I",
    text: {
      de: "Keine Zahl zur Wechselquote im B2B gefunden; Annahme.",
      en: "No figure on the share that moves in B2B was found; an assumption.",
    },
  },
};
