import type { MeasureContract } from "../measure-contract.ts";

const last12 = "(asOf − 12 months, asOf]";
const never = {
  de: "nie: ohne Ereignis null Rappen",
  en: "never: without an event it is zero cents",
};
const withContribution = {
  de: "solange Deckungsbeitrag I unbekannt ist (costOfGoodsMissing)",
  en: "while contribution I is unknown (costOfGoodsMissing)",
};

/**
 * Relation `m_effort`: one row per customer (NULL: events without one), activity, role ('direct': money that a file states),
 * pool_code (NULL: assumed rate) and channel, with events, logged_events, minutes_milli (thousandths of a minute), cost_cents
 * and avoidable_cents. Relation `m_cost_to_serve`: one row per customer. Pools, reconciliation and problems are in the details
 * of the step.
 */
export const costToServeContract: MeasureContract = {
  code: "costToServe",
  question: {
    de: "Was kostet uns die Bedienung dieses Kunden in zwölf Monaten, und wie viel davon fiele weg?",
    en: "What does serving this customer cost us in twelve months, and how much of it would disappear?",
  },
  inputs: [
    "sale_line_current",
    "order_header_current",
    "delivery_current",
    "return_current",
    "activity_current",
    "service_case_current",
    "dunning_current",
    "cost_pool_current",
  ],
  outputs: [
    {
      code: "costFullCents",
      unit: "cents",
      period: last12,
      nullRule: never,
      formula:
        "Σ minutes × (cost of the role's pools ÷ their practical capacity), split by largest remainder; role without a pool: assumed rate; plus freight and return cost as files state them",
    },
    {
      code: "costAvoidableCents",
      unit: "cents",
      period: last12,
      nullRule: never,
      formula: "Σ cost of activity × its avoidable ratio at the horizon (costToServe.horizonMonths)",
    },
    {
      code: "costLowCents",
      unit: "cents",
      period: last12,
      nullRule: never,
      formula:
        "full − √Σ(uncertainty ratio × cost that was not logged)²; orders of unknown channel: down to the cheapest",
    },
    {
      code: "costHighCents",
      unit: "cents",
      period: last12,
      nullRule: never,
      formula:
        "full + √Σ(uncertainty ratio × cost that was not logged)² + cost of activities and cases × (1 ÷ logged ratio of the role − 1); orders of unknown channel: up to the dearest",
    },
    {
      code: "costMinutes",
      unit: "minutes",
      period: last12,
      nullRule: { de: "nie", en: "never" },
      formula: "Σ minutes of our people; logged ones, else by time equation",
    },
    {
      code: "costTier",
      unit: "T0 … T3",
      period: last12,
      nullRule: { de: "nie", en: "never" },
      formula:
        "T0 when unclear; else T3 with cases, returns or reminders in the data, T2 with activities, T1",
    },
    {
      code: "costIsUnclear",
      unit: "yes or no",
      period: last12,
      nullRule: { de: "nie", en: "never" },
      formula: "no activity or case of the customer, and the channel of most of its orders is unknown",
    },
    {
      code: "contribution2Cents",
      unit: "cents",
      period: last12,
      nullRule: withContribution,
      formula: "contribution I − cost of activities that the customer causes directly",
    },
    {
      code: "contribution3Cents",
      unit: "cents",
      period: last12,
      nullRule: withContribution,
      formula: "contribution I − full cost to serve",
    },
    {
      code: "contributionAvoidableCents",
      unit: "cents",
      period: last12,
      nullRule: withContribution,
      formula: "contribution I − avoidable cost to serve",
    },
    {
      code: "servableContributionCents",
      unit: "cents",
      period: last12,
      nullRule: withContribution,
      formula:
        "contribution at avoidable cost + Σ feasible ratio × (avoidable cost of the activity − avoidable cost of the lighter one)",
    },
    {
      code: "servableLowCents",
      unit: "cents",
      period: last12,
      nullRule: withContribution,
      formula: "the same at the upper end of cost and the low feasible ratio",
    },
    {
      code: "servableHighCents",
      unit: "cents",
      period: last12,
      nullRule: withContribution,
      formula: "the same at the lower end of cost and the high feasible ratio",
    },
  ],
  source: "Kaplan & Anderson, Time-Driven Activity-Based Costing, Harvard Business Review, November 2004",
  limits: [
    {
      de: "Ungenutzte Kapazität trägt niemand; ist ein Pool überlastet, verteilt er seine ganzen Kosten auf die gebrauchten Minuten.",
      en: "Nobody bears unused capacity; an overloaded pool spreads all of its cost over the minutes used.",
    },
    {
      de: "Wo Auftragsköpfe, Lieferungen oder Retouren fehlen, steht je Rechnung bzw. Gutschrift eine; ab dem ersten Tag, an dem ein System sie nennt, zählen nur noch dessen Einträge.",
      en: "Where order headers, deliveries or returns are missing each invoice or credit note stands for one; from the first day on which a system names them only its entries count.",
    },
    {
      de: "Kleine Besuche werden selten erfasst: Aufwand von Rollen, die nicht alles erfassen, ist eher zu tief; das Intervall öffnet sich nach oben.",
      en: "Small visits are seldom logged: effort of roles that do not log everything is rather too low; the interval opens upwards.",
    },
    {
      de: "Die mitgelieferten Minuten, Sätze und Anteile sind Annahmen (Evidenzgrad C bis D), bis eigene gelten.",
      en: "The shipped minutes, rates and shares are assumptions (evidence grade C to D) until your own hold.",
    },
    {
      de: "Der Beitrag im besten Bedienmodell ist eine Annahme über machbare Anteile, keine gemessene Wirkung.",
      en: "Contribution under the best service model assumes feasible shares; it is no measured effect.",
    },
  ],
  parameters: [
    "costToServe.roles",
    "costToServe.activities",
    "costToServe.horizonMonths",
    "company.currency",
    "company.rates",
  ],
};
