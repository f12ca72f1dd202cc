import type { LeverOption } from "../contracts/option-contract.ts";
import { channelList, channelsOf } from "./channel-params.ts";
import { drawn, expected, number, numberOf, share } from "./option-parts.ts";

export const minimumOrderValue: LeverOption = {
  code: "L3b",
  lever: "L3",
  name: { de: "Mindestbestellwert", en: "Minimum order value" },
  description: {
    de: "Unter dem Betrag ist keine Bestellung möglich.",
    en: "Below the amount no order is possible.",
  },
  params: [
    number("minimumCents", "cents", ["Mindestbestellwert", "Minimum order value"], [100, 10_000, 1_000_000]),
    channelList("exemptChannels", ["Befreite Kanäle", "Exempt channels"], ["counter"]),
  ],
  assumptions: [
    expected(
      "L3b.consolidateRatio",
      "ratio",
      ["Bestellungen, die zusammengelegt werden", "Orders that are put together"],
      [0.3, 0.5, 0.65],
      "I",
      share,
    ),
    expected(
      "L3b.leaveRatio",
      "ratio",
      ["Betroffene Kunden, die deswegen gehen", "Customers concerned who leave because of it"],
      [0.08, 0.15, 0.3],
      "I",
      share,
    ),
  ],
  giveTake: () => "take",
  customerView: {
    de: "Kleiner Bedarf lässt sich nicht mehr bestellen.",
    en: "Small needs can no longer be ordered.",
  },
  effects: (params) => [
    {
      kind: "minimumOrder",
      minimumCents: numberOf(params, "minimumCents"),
      exemptChannels: channelsOf(params, "exemptChannels"),
      consolidateRatio: drawn("L3b.consolidateRatio"),
      leaveRatio: drawn("L3b.leaveRatio"),
    },
  ],
  measures: ["sales", "orders", "costToServe"],
  evidence: {
    grade: "I",
    text: {
      de: "Üblich (Bestellungen per Telefon erst ab EUR 50 bei einem Händler), rechtlich und psychologisch anders als ein Zuschlag. Wie Kunden antworten, sagt keine Quelle.",
      en: "Common (telephone orders only from EUR 50 at one dealer), legally and psychologically different from a surcharge. No source says how customers respond.",
    },
  },
};
