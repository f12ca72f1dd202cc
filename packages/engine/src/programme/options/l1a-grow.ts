import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, number, numberOf } from "./option-parts.ts";

export const grow: LeverOption = {
  code: "L1a",
  lever: "L1",
  name: { de: "Wachsen (Zahl erhöhen, verdoppeln)", en: "Grow (raise or double the number)" },
  description: {
    de: "Neue kleine Kunden gewinnen, bis ihre Zahl um den Anteil gewachsen ist.",
    en: "Win new small customers until their number has grown by the share.",
  },
  params: [
    number(
      "growthRatio",
      "ratio",
      ["Wachstum der Kundenzahl (1 = verdoppeln)", "Growth of the number (1 = double)"],
      [0.01, 1, 19],
    ),
    number("overMonths", "months", ["Innert", "Within"], [1, 24, 120]),
  ],
  assumptions: [],
  giveTake: () => "neutral",
  customerView: {
    de: "Für heutige Kunden ändert sich nichts, solange die Kapazität mitwächst.",
    en: "Nothing changes for today's customers as long as capacity grows along.",
  },
  effects: (params) => [
    {
      kind: "acquire",
      growthRatio: numberOf(params, "growthRatio"),
      overMonths: numberOf(params, "overMonths"),
      centsPerCustomer: drawn("world.acquisitionCents"),
      salesRatio: drawn("world.newCustomerSalesRatio"),
    },
  ],
  measures: ["sales", "orders", "costToServe", "lifetime"],
  evidence: {
    grade: "C",
    text: {
      de: "Was ein neuer Kunde kostet und kauft, sind Annahmen der Firma (programme.world). Anhaltspunkt: eine Schweizer Software zahlt CHF 100 je Empfehlung, in Aktionen CHF 250.",
      en: "What a new customer costs and buys are assumptions of the company (programme.world). Point of reference: a Swiss software firm pays CHF 100 per referral, CHF 250 in campaigns.",
    },
  },
};
