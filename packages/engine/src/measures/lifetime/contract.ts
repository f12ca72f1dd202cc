import type { MeasureContract } from "../measure-contract.ts";

const period = "(asOf, asOf + lifetime.months]";
const nullRule = {
  de: "ohne Kauf und Vertrag, ohne Modell (tooLittleHistory) oder solange Warenkosten fehlen (costOfGoodsMissing)",
  en: "without a purchase and a contract, without a model (tooLittleHistory), or while cost of goods is missing (costOfGoodsMissing)",
};

/**
 * Relation `m_lifetime`: one row per customer with a purchase while the purchase model could be fitted, and per customer with running
 * contracts that never bought. Besides the outputs: lifetime_orders (expected purchase days, discounted), lifetime_active_years (discounted), and per purchase day
 * contribution_per_order_cents and cost_per_order_cents, upkeep_cents (avoidable cost of a year besides orders), contract_ratio (what
 * running contracts explain of the last 12 months' sales, 0…1), lifetime_contract_years (expected years under contract,
 * discounted), contract_contribution_cents and contract_cost_cents (of the contracts, within the reach).
 */
export const lifetimeContract: MeasureContract = {
  code: "lifetime",
  question: {
    de: "Was bleibt von diesem Kunden in den nächsten Jahren, wenn er bedient wird wie heute?",
    en: "What will be left of this customer over the next years if we serve it as we do today?",
  },
  inputs: [
    "sale_line_current",
    "customer_contract_current",
    "order_header_current",
    "activity_current",
    "service_case_current",
  ],
  outputs: [
    {
      code: "lifetimeNetCents",
      unit: "cents",
      period,
      nullRule,
      formula:
        "expected purchase days (the purchase model that holds, each year discounted at its middle) × (contribution I − avoidable order cost, per purchase day) − expected active years × avoidable upkeep per year; with running contracts their expected income (see the contracts measure) × contribution ratio, less the cost of the orders they explain, and only the part of purchases that they do not explain: 1 − min(1, contract income ÷ sales of 12 months); active for the longer of both",
    },
    {
      code: "lifetimeNetLowCents",
      unit: "cents",
      period,
      nullRule,
      formula:
        "the least of both ends of the number of purchase days and of contract income (10 % and 90 %) at the upper end of cost",
    },
    {
      code: "lifetimeNetHighCents",
      unit: "cents",
      period,
      nullRule,
      formula:
        "the greatest of both ends of the number of purchase days and of contract income at the lower end of cost",
    },
  ],
  source: {
    de: "Fader, Hardie & Lee 2005, Marketing Science 24(2) 275-284 (BG/NBD) und 2005, RFM and CLV; der Abzug der Bedienkosten ist eigene Rechnung",
    en: "Fader, Hardie & Lee 2005, Marketing Science 24(2) 275-284 (BG/NBD) and 2005, RFM and CLV; taking off the cost to serve is our own",
  },
  limits: [
    {
      de: "Ein negativer Wert heisst: so bedient kostet der Kunde mehr, als er bringt. Er ist ein Befund über das Bedienmodell, kein Urteil über den Kunden.",
      en: "A negative value means: served this way the customer costs more than it brings. It is a finding about the service model, no verdict on the customer.",
    },
    {
      de: "Kosten und Marge je Kauf bleiben wie in den letzten 12 Monaten; ohne Kauf darin gilt der Durchschnitt der Kundschaft.",
      en: "Cost and margin per purchase stay as in the last 12 months; without a purchase in them the average of the base holds.",
    },
    {
      de: "Wer laufende Verträge hat, deren Betrag fehlt, oder solange zu wenige endeten (tooFewEnded), wird nur nach Käufen beurteilt.",
      en: "Who has running contracts without an amount, or while too few have ended (tooFewEnded), is judged by purchases alone.",
    },
    {
      de: "Ohne Wert späteren Wachstums und ohne Gewinnungskosten.",
      en: "Without any value of later growth, and without cost of acquisition.",
    },
  ],
  parameters: [
    "lifetime.months",
    "lifetime.discountRatioPerYear",
    "contracts.areInvoiced",
    "costToServe.activities",
  ],
};
