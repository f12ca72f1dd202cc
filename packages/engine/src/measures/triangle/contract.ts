import type { MeasureContract } from "../measure-contract.ts";

const last12 = "(asOf − 12 months, asOf]";

/**
 * Output relations: `m_triangle` – one row per customer: in_triangle, is_certain and is_possible (with the ends of the cost
 * interval), low_value, varied_need, high_effort (each NULL where it cannot be judged), case_type (the costliest one of a customer
 * in the triangle), value_per_contact_cents, triangle_variety, effort_ratio, contacts. `m_case_type` – one row per reason × need
 * field × channel, see case-type-facts.ts. `m_contact` – customers × case types, see contact-sql.ts.
 */
export const triangleContract: MeasureContract = {
  code: "triangle",
  question: {
    de: "Treffen bei diesem Kunden kleiner Wert, vielfältiger Bedarf und hoher Aufwand zusammen?",
    en: "Do small value, varied need and high effort meet at this customer?",
  },
  inputs: ["sale_line_current", "order_header_current", "activity_current", "service_case_current"],
  outputs: [
    {
      code: "inTriangle",
      unit: "yes or no",
      period: last12,
      nullRule: {
        de: "wenn keine Ecke klar verneint ist und eine nicht beurteilt werden kann (Bedienkosten oder Bedarf unklar)",
        en: "when no corner is clearly denied and one cannot be judged (cost to serve or need unclear)",
      },
      formula:
        "orders ≥ triangle.leastOrders ∧ value per contact < triangle.valuePerContactCents ∧ need variety ≥ triangle.needVariety (without contacts: triangle.needFields) ∧ full cost to serve > triangle.effortRatio × contribution I",
    },
    {
      code: "caseType",
      unit: "reason|need field|channel",
      period: last12,
      nullRule: { de: "ausserhalb des Dreiecks", en: "outside the triangle" },
      formula: "case type with the highest cost among the customer's contacts and small orders",
    },
    {
      code: "valuePerContactCents",
      unit: "cents",
      period: last12,
      nullRule: { de: "ohne Bestellung und ohne Kontakt", en: "without an order and without a contact" },
      formula: "sales ÷ (orders + contacts that came from the customer + reopenings)",
    },
    {
      code: "effortRatio",
      unit: "ratio",
      period: last12,
      nullRule: {
        de: "ohne positive Bruttomarge oder bei unklaren Bedienkosten",
        en: "without a positive gross margin or while cost to serve is unclear",
      },
      formula: "full cost to serve ÷ contribution I",
    },
    {
      code: "contacts",
      unit: "count",
      period: last12,
      nullRule: { de: "nie", en: "never" },
      formula: "orders + contacts that came from the customer + reopenings",
    },
  ],
  source: {
    de: "Belz & Schmitz 2013, Aussage 3 (Bermuda-Dreieck); vermeidbare Nachfrage: Seddon 2003, Freedom from Command and Control",
    en: "Belz & Schmitz 2013, statement 3 (Bermuda triangle); failure demand: Seddon 2003, Freedom from Command and Control",
  },
  limits: [
    {
      de: "Ohne Aktivitäten und Fälle urteilt das Dreieck aus Bestellungen allein; der Bericht sagt es und nennt weitere Spannen.",
      en: "Without activities and cases the triangle judges from orders alone; the report says so and gives wider ranges.",
    },
    {
      de: "Die Grenzen sind Annahmen, an einer erfundenen Firma eingestellt; jede Firma setzt ihre eigenen.",
      en: "The borders are assumptions, set on an invented company; every company sets its own.",
    },
    {
      de: "Kontakte ohne bekannten Grund gelten weder als Fehlerbedarf noch als Wertbedarf.",
      en: "Contacts without a known reason count neither as failure nor as value demand.",
    },
  ],
  parameters: [
    "triangle.valuePerContactCents",
    "triangle.needVariety",
    "triangle.needFields",
    "triangle.leastOrders",
    "triangle.effortRatio",
    "demand.byReason",
    "costToServe.activities",
  ],
};
