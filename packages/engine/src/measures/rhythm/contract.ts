import type { MeasureContract } from "../measure-contract.ts";

const bought = { de: "ohne positiven Kauf", en: "without a positive purchase" };
const noPeers = {
  de: "ohne positiven Kauf, oder wenn die Daten weniger als 30 Abstände enthalten (tooLittleHistory)",
  en: "without a positive purchase, or when the data hold fewer than 30 gaps (tooLittleHistory)",
};
const never = { de: "nie", en: "never" };

/** Fewest customers with a gap that make a branch its own peer group. */
export const minPeerCustomers = 30;
/** Fewest gaps in all data below which no rhythm is told. */
export const minGaps = 30;
/** Least standard deviation of ln(gap): even the most regular customer is a tenth early or late. */
export const minSpread = 0.1;

/**
 * Relations: `m_history` (one row per customer with a purchase: gaps, sum_ln, sum_ln2, first and last purchase, longest
 * gap that ended within 12 months, value of all purchase days; depends on asOf and facts alone) and `m_rhythm` (state).
 */
export const rhythmContract: MeasureContract = {
  code: "rhythm",
  question: {
    de: "Ist dieser Kunde stiller, als es zu seinem eigenen Kaufrhythmus passt?",
    en: "Is this customer quieter than fits the own purchase rhythm?",
  },
  inputs: ["sale_line_current", "account_current"],
  outputs: [
    {
      code: "rhythmState",
      unit: "state",
      period: "at asOf",
      nullRule: never,
      formula:
        "active ≤ slowingAfterDays < slowing ≤ dormantAfterDays < dormant; lost = dormant with probabilityActive below rhythm.lostProbability; neverBought without a purchase; rhythmUnclear without a peer group",
    },
    {
      code: "isNew",
      unit: "yes or no",
      period: "(asOf − 12 months, asOf]",
      nullRule: never,
      formula: "first purchase lies in the period",
    },
    {
      code: "isReactivated",
      unit: "yes or no",
      period: "(asOf − 12 months, asOf]",
      nullRule: never,
      formula:
        "the longest gap that ended in the period is longer than dormantAfterDays computed without that gap",
    },
    {
      code: "firstPurchase",
      unit: "date",
      period: "all data up to asOf",
      nullRule: bought,
      formula: "earliest order",
    },
    {
      code: "lastPurchase",
      unit: "date",
      period: "all data up to asOf",
      nullRule: bought,
      formula: "latest order",
    },
    {
      code: "daysSinceLast",
      unit: "days",
      period: "at asOf",
      nullRule: bought,
      formula: "asOf − lastPurchase",
    },
    {
      code: "usualGapDays",
      unit: "days",
      period: "all data up to asOf",
      nullRule: noPeers,
      formula: "exp(μ), μ = (Σ ln gap + w · μ of the peers) ÷ (gaps + w), w = rhythm.peerWeight",
    },
    {
      code: "slowingAfterDays",
      unit: "days",
      period: "all data up to asOf",
      nullRule: noPeers,
      formula:
        "exp(μ + z(rhythm.slowingQuantile) · σ), σ² = (Σ (ln gap − own mean)² + w · σ² of the peers) ÷ (gaps + w)",
    },
    {
      code: "dormantAfterDays",
      unit: "days",
      period: "all data up to asOf",
      nullRule: noPeers,
      formula: "exp(μ + z(rhythm.dormantQuantile) · σ)",
    },
  ],
  source: {
    de: "Eigene Rechnung: log-normale Abstände zwischen verschiedenen Kauftagen, gestützt durch gedachte Beobachtungen der Vergleichsgruppe (Branche mit mindestens 30 Kunden, die einen Abstand haben, sonst alle Kunden)",
    en: "Own: log-normal gaps between distinct purchase days, shrunk by pseudo-observations of the peer group (branch with at least 30 customers that have a gap, else all customers)",
  },
  limits: [
    {
      de: "Saison und Ferien sind nicht berücksichtigt: Wer nur im Winter kauft, gilt im Herbst als ruhend.",
      en: "Season and holidays are not considered: who buys in winter only counts as dormant in autumn.",
    },
    {
      de: "Wer nur einmal kaufte, wird an den Abständen der Vergleichsgruppe gemessen, die von Wiederkäufern stammen.",
      en: "One-time buyers are measured by the gaps of the peer group, which come from repeat buyers.",
    },
    {
      de: "«Verloren» stützt sich auf das Kaufmodell, und dieses hält Einmalkäufer immer für aktiv: sie bleiben ruhend.",
      en: "“Lost” relies on the purchase model, which always takes one-time buyers for active: they stay dormant.",
    },
    {
      de: "Die laufende, noch offene Pause geht nicht in den üblichen Abstand ein.",
      en: "The current, still open pause is not part of the usual gap.",
    },
  ],
  parameters: [
    "rhythm.slowingQuantile",
    "rhythm.dormantQuantile",
    "rhythm.lostProbability",
    "rhythm.peerWeight",
    "company.currency",
    "company.rates",
  ],
};
