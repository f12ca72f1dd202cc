import type { MeasureContract } from "../measure-contract.ts";

/** Normal quantile of the 80 % intervals (10 % on either side). */
export const intervalZ = 1.2815515655446004;

const last12 = "(asOf − 12 months, asOf]";
const noField = {
  de: "ohne Bedarfsfeld: kein Kauf mit Warengruppe und kein Fall oder Kontakt, der ein Feld nennt (productGroupMissing)",
  en: "without a need field: no purchase with a product group and no case or contact that names a field (productGroupMissing)",
};

/**
 * Relations: `m_need` (one row per customer), `m_need_field` (customer_id, field, sales_cents > 0: what the customer covers
 * with us), `m_need_gap` (customer_id, field, peer_level 0 … 3, peers, peers_buying, peer_share, share_low, share_high,
 * worth_cents, worth_low_cents, worth_high_cents, expected_cents), `m_firm` (customer_id, branch, staff, staff_class,
 * region) and `m_peer` (keys of comparable firms).
 */
export const needContract: MeasureContract = {
  code: "need",
  question: {
    de: "Wie breit, tief, vielfältig und dringend ist der Bedarf dieses Kunden, und welche Betreuung passt dazu?",
    en: "How broad, deep, varied and urgent is this customer's need, and which support fits it?",
  },
  inputs: [
    "sale_line_current",
    "product_current",
    "account_current",
    "activity_current",
    "service_case_current",
    "order_header_current",
  ],
  outputs: [
    {
      code: "needBreadth",
      unit: "need fields (effective number)",
      period: last12,
      nullRule: noField,
      formula:
        "exp(−Σ w ln w) over need fields; w = (1 − contactWeight) · share of positive product sales + contactWeight · share of cases and contacts that name a field; one of the two alone where the other is unknown",
    },
    {
      code: "needFields",
      unit: "need fields",
      period: last12,
      nullRule: noField,
      formula: "number of fields with positive sales or named by a case or contact",
    },
    {
      code: "needDepth",
      unit: "ratio",
      period: last12,
      nullRule: {
        de: "ohne gedecktes Bedarfsfeld oder ohne genügend vergleichbare Betriebe",
        en: "without a covered need field or without enough comparable firms",
      },
      formula:
        "sales per covered field ÷ median of the same among comparable firms (branch × staff × region, else branch × staff, branch, all)",
    },
    {
      code: "needVariety",
      unit: "fields and reasons",
      period: last12,
      nullRule: noField,
      formula: "need fields + distinct reasons of cases and contacts",
    },
    {
      code: "needUrgency",
      unit: "ratio",
      period: last12,
      nullRule: {
        de: "ohne Bestellköpfe und ohne Servicefälle",
        en: "without order headers and without service cases",
      },
      formula: "(expedited orders + urgent cases) ÷ (orders + cases)",
    },
    {
      code: "supportBreadth",
      unit: "class",
      period: last12,
      nullRule: noField,
      formula:
        "by needBreadth at three borders; one step wider with many distinct reasons or much urgency; size plays no part",
    },
    {
      code: "supportForm",
      unit: "class",
      period: last12,
      nullRule: noField,
      formula:
        "partner where a partner looks after the customer; else field, namedGeneralist, portal or poolGeneralist by breadth, contribution, size, order channel and urgency",
    },
  ],
  source: {
    de: "Belz & Schmitz 2013, Aussagen 1 und 2: die Breite folgt dem Bedarf, die Form der Grösse und der Wirtschaftlichkeit",
    en: "Belz & Schmitz 2013, statements 1 and 2: breadth follows need, form follows size and economics",
  },
  limits: [
    {
      de: "Nur was bei uns gekauft oder gefragt wird, ist sichtbar; wer anderswo kauft, sieht schmal aus. Dafür gibt es die Bedarfslücken.",
      en: "Only what is bought from us or asked of us is visible; who buys elsewhere looks narrow. The need gaps are there for that.",
    },
    {
      de: "Ein Bedarfsfeld ist so grob oder fein wie die Warengruppen; Waren ohne Gruppe zählen nicht.",
      en: "A need field is as coarse or fine as the product groups; goods without a group do not count.",
    },
    {
      de: "Eine Lücke sagt, was ähnliche Betriebe tun, nicht, was dieser braucht: ein guter Grund für ein Gespräch.",
      en: "A gap says what similar firms do, not what this one needs: a good reason for a talk.",
    },
    {
      de: "Lücken gibt es nur für Kunden, die in den letzten 12 Monaten kauften; die übrigen stehen auf der Liste der Stillen.",
      en: "Gaps exist for customers who bought within the last 12 months only; the others are on the list of the quiet ones.",
    },
  ],
  parameters: [
    "company.currency",
    "company.rates",
    "needs.fieldByGroup",
    "needs.contactWeight",
    "needs.leastPeers",
    "needs.gapShare",
    "needs.urgentPriorities",
    "serviceForm.extendedFrom",
    "serviceForm.broadFrom",
    "serviceForm.comprehensiveFrom",
    "serviceForm.variedReasons",
    "serviceForm.urgentRatio",
    "serviceForm.electronicRatio",
    "serviceForm.fieldFromCents",
  ],
};
