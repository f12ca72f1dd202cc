import type { LeverEffect } from "../contracts/effect-contract.ts";
import type { LeverOption } from "../contracts/option-contract.ts";
import { drawn, expected, number, numberOf, share, stated } from "./option-parts.ts";

/** Every order has an invoice, so every order lies below. */
const anyOrderCents = 1_000_000_000_000;

export const paymentPrice: LeverOption = {
  code: "L3e",
  lever: "L3",
  name: { de: "Preis für die Zahlungsart", en: "Price of the way of payment" },
  description: {
    de: "Gebühr für Papierrechnung oder Zahlung auf Rechnung, Bonus für E-Rechnung und Lastschrift.",
    en: "A fee for paper invoices or payment on invoice, a bonus for e-bill and direct debit.",
  },
  params: [
    number("feeCents", "cents", ["Gebühr je Rechnung auf Papier", "Fee per paper invoice"], [0, 290, 5_000]),
    number(
      "bonusCentsPerYear",
      "cents",
      ["Bonus je Kunde und Jahr, als nähmen ihn alle", "Bonus per customer and year, as if all took it"],
      [0, 0, 50_000],
    ),
    stated("hasPathWithoutEBanking", [
      "Gebührenfreier Weg auch ohne E-Banking",
      "Free path without e-banking too",
    ]),
  ],
  assumptions: [
    expected(
      "L3e.avoidRatio",
      "ratio",
      ["Rechnungen, die die Gebühr vermeiden", "Invoices that avoid the fee"],
      [0.4, 0.6, 0.8],
      "I",
      share,
    ),
    expected(
      "L3e.leaveRatio",
      "ratio",
      ["Kunden, die deswegen gehen", "Customers who leave because of it"],
      [0, 0.005, 0.02],
      "I",
      share,
    ),
  ],
  giveTake: (params) => {
    if (numberOf(params, "feeCents") > 0) return "take";
    return numberOf(params, "bonusCentsPerYear") > 0 ? "give" : "neutral";
  },
  customerView: {
    de: "Papier und Rechnung kosten; elektronisch ist gratis oder wird belohnt.",
    en: "Paper and invoice cost; electronic is free or rewarded.",
  },
  effects: (params) => {
    const feeCents = numberOf(params, "feeCents");
    const bonus = numberOf(params, "bonusCentsPerYear");
    const effects: LeverEffect[] = [];
    if (feeCents > 0)
      effects.push({
        kind: "orderFee",
        thresholdCents: anyOrderCents,
        feeCents,
        exemptChannels: [],
        consolidateRatio: 0,
        moveRatio: 0,
        waiveRatio: drawn("L3e.avoidRatio"),
        leaveRatio: drawn("L3e.leaveRatio"),
      });
    if (bonus > 0) effects.push({ kind: "incomePerCustomer", centsPerYear: -bonus });
    return effects;
  },
  measures: ["sales", "costToServe"],
  evidence: {
    grade: "B",
    text: {
      de: "Gebühren sind belegt: Papierrechnung CHF 2–3 bei Schweizer Telekomfirmen, CHF 12.50 auf Rechnung statt Vorauszahlung bei einer Druckerei. Konsumentenmedien rieten zum Widerspruch. Der Anteil, der ausweicht, ist Annahme.",
      en: "Fees are documented: paper bill CHF 2–3 at Swiss telecoms, CHF 12.50 on invoice instead of prepayment at a printer's. Consumer media advised objecting. The share that avoids it is an assumption.",
    },
  },
};
