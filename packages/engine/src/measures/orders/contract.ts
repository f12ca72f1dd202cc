import type { MeasureContract } from "../measure-contract.ts";

const last12 = "(asOf − 12 months, asOf]";
const never = { de: "nie: ohne Bestellung null", en: "never: without an order it is zero" };

/** Output relation `m_orders`: one row per customer with at least one order or product line. */
export const ordersContract: MeasureContract = {
  code: "orders",
  question: {
    de: "Wie oft, wie gross und wie breit bestellt dieser Kunde?",
    en: "How often, how large and how broadly does this customer order?",
  },
  inputs: ["sale_line_current", "product_current"],
  outputs: [
    {
      code: "ordersLast12",
      unit: "orders",
      period: last12,
      nullRule: never,
      formula: "number of distinct invoices with positive product value",
    },
    {
      code: "ordersTotal",
      unit: "orders",
      period: "all data up to asOf",
      nullRule: never,
      formula: "number of distinct invoices with positive product value",
    },
    {
      code: "medianOrderCents",
      unit: "cents",
      period: last12,
      nullRule: { de: "ohne Bestellung in der Periode", en: "without an order in the period" },
      formula: "median of the product values, rounded half away from zero",
    },
    {
      code: "productBreadth",
      unit: "products",
      period: last12,
      nullRule: never,
      formula: "number of distinct products whose sales less returns are positive",
    },
    {
      code: "topGroupShareRatio",
      unit: "ratio",
      period: last12,
      nullRule: {
        de: "ohne Warengruppe mit positivem Umsatz in der Periode",
        en: "without a product group with positive sales in the period",
      },
      formula: "largest sales of a product group ÷ Σ of all product groups with positive sales",
    },
  ],
  source: {
    de: "Eigene Rechnung aus den Belegen",
    en: "Own, from the documents",
  },
  limits: [
    {
      de: "Gutschriften und Stornos sind keine Bestellungen, auch wenn sie positive Zeilen enthalten.",
      en: "Credit notes and cancellations are no orders, even where they contain positive lines.",
    },
    {
      de: "Eine Bestellung mit drei Teillieferungen und drei Rechnungen zählt dreimal.",
      en: "An order with three part deliveries and three invoices counts three times.",
    },
    {
      de: "Ein Artikel ohne Warengruppe gilt als seine eigene Gruppe.",
      en: "A product without a product group is its own group.",
    },
  ],
  parameters: ["company.currency", "company.rates"],
};
