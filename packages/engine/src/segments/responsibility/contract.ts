import type { MeasureContract } from "../../measures/measure-contract.ts";

/**
 * Relation `m_responsibility`: one row for every customer. responsible_type, responsible, responsibility_origin and rule_code are
 * NULL for a gap (is_gap); service_category never is. `has_ended_partner`: a partner looked after the customer until before asOf. For
 * reports: size_class, branch, region (as stated, else the first two digits of the postcode), is_active (not lost by its own
 * rhythm and not deleted).
 */
export const responsibilityContract: MeasureContract = {
  code: "responsibility",
  question: {
    de: "Wer ist für diesen Kunden zuständig, und worauf kann sich der Kunde verlassen?",
    en: "Who is responsible for this customer, and what can the customer rely on?",
  },
  inputs: ["account_current", "partner_current", "partner_customer_current"],
  outputs: [
    {
      code: "responsible",
      unit: "name",
      period: "as of asOf",
      nullRule: {
        de: "null, wenn weder Ausnahme noch Regel noch Stammdaten jemanden nennen (Lücke)",
        en: "null when neither exception nor rule nor master data name anybody (gap)",
      },
      formula: "newest standing exception of an account of the customer, else the first rule that matches",
    },
    {
      code: "responsibleType",
      unit: "person | pool | partner | ownUnit",
      period: "as of asOf",
      nullRule: { de: "null bei einer Lücke", en: "null for a gap" },
      formula: "as the exception or the rule says; a covering partner of type ownUnit is an own unit",
    },
    {
      code: "responsibilityOrigin",
      unit: "rule | exception | masterData | partner",
      period: "as of asOf",
      nullRule: { de: "null bei einer Lücke", en: "null for a gap" },
      formula: "where the name comes from",
    },
    {
      code: "isGap",
      unit: "yes or no",
      period: "as of asOf",
      nullRule: { de: "nie", en: "never" },
      formula: "responsible is null",
    },
    {
      code: "serviceCategory",
      unit: "category",
      period: "as of asOf",
      nullRule: {
        de: "nie; die letzte Kategorie gilt für alle übrigen",
        en: "never; the last category holds for all others",
      },
      formula: "category of the exception or rule where it names one, else the first promise that matches",
    },
  ],
  source: {
    de: "Belz & Schmitz 2013, Aussage 2: jede Kategorie braucht professionelle Betreuung, kein Kunde bleibt ohne Zuständige",
    en: "Belz & Schmitz 2013, statement 2: every category needs professional service, no customer stays without a responsible",
  },
  limits: [
    {
      de: "Wer im Kundenstamm steht, muss den Kunden nicht betreuen; Regeln und Ausnahmen gehen vor, wenn sie zuoberst stehen.",
      en: "Who stands in the master data need not look after the customer; rules and exceptions go first when they stand on top.",
    },
  ],
  parameters: ["responsibility.rules", "promises"],
};
