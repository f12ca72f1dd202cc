import type { MeasureContract } from "../measure-contract.ts";

const last12 = "(asOf − 12 months, asOf]";
const never = { de: "nie: ohne Umsatz null Rappen", en: "never: without sales it is zero cents" };

/** Output relation `m_sales`: one row per customer with at least one document that counts. */
export const salesContract: MeasureContract = {
  code: "sales",
  question: {
    de: "Wie viel setzen wir mit diesem Kunden um, und was bleibt nach den Warenkosten?",
    en: "How much do we sell to this customer, and what is left after cost of goods?",
  },
  inputs: ["sale_line_current", "product_current", "cost_current"],
  outputs: [
    {
      code: "salesLast12Cents",
      unit: "cents",
      period: last12,
      nullRule: {
        de: "wenn der Kunde Zeilen in der Periode hat, aber keine davon umgerechnet werden kann",
        en: "when the customer has lines in the period but none of them can be converted",
      },
      formula:
        "Σ value_cents of product, fee, freight and discount lines of invoices, credit notes, cancellations",
    },
    {
      code: "salesPrevious12Cents",
      unit: "cents",
      period: "(asOf − 24 months, asOf − 12 months]",
      nullRule: {
        de: "wenn die Daten nicht hinter asOf − 12 Monate zurückreichen oder nichts umgerechnet werden kann",
        en: "when the data do not reach back beyond asOf − 12 months, or nothing can be converted",
      },
      formula: "like salesLast12Cents, one year earlier",
    },
    {
      code: "salesTrendRatio",
      unit: "ratio",
      period: "the 12 months against the 12 months before",
      nullRule: {
        de: "ohne positiven Umsatz davor, oder wenn die Daten das Jahr davor nicht ganz abdecken (31 Tage Spielraum)",
        en: "without positive sales before, or when the data do not cover all of the year before (31 days of grace)",
      },
      formula: "salesLast12Cents ÷ salesPrevious12Cents − 1",
    },
    {
      code: "salesTotalCents",
      unit: "cents",
      period: "all data up to asOf",
      nullRule: {
        de: "wenn keine Zeile des Kunden umgerechnet werden kann",
        en: "when no line of the customer can be converted",
      },
      formula: "like salesLast12Cents, over all data",
    },
    {
      code: "contribution1Last12Cents",
      unit: "cents",
      period: last12,
      nullRule: {
        de: "solange einer Artikelzeile des Kunden in der Periode die Warenkosten fehlen (costOfGoodsMissing)",
        en: "while a product line of the customer in the period lacks its cost of goods (costOfGoodsMissing)",
      },
      formula:
        "sales − cost of goods; per line the first of: cost in the line, cost valid on the document date × quantity, product unit cost × quantity, value × (1 − assumed margin of the product group)",
    },
    {
      code: "contributionIsAssumed",
      unit: "yes or no",
      period: last12,
      nullRule: never,
      formula: "true when at least one line took its cost from an assumed margin",
    },
  ],
  source: {
    de: "Eigene Rechnung: Umsatz minus Warenkosten, ohne Fracht und Bedienkosten",
    en: "Own: sales minus cost of goods, without freight and cost to serve",
  },
  limits: [
    {
      de: "Korrekturzeilen (Forderungsverlust, Abgrenzung) und Zeilen ohne Art sind kein Umsatz; sie stehen nur in den Kontrollsummen.",
      en: "Correction lines (bad debt, accruals) and lines of no known kind are not sales; they stand in the control totals only.",
    },
    {
      de: "Aufträge zählen nur, wenn die Daten gar keine Rechnungen enthalten.",
      en: "Orders count only when the data contain no invoices at all.",
    },
    {
      de: "Gutschriften mindern den Umsatz an ihrem eigenen Datum, nicht am Datum der Rechnung.",
      en: "Credit notes reduce sales on their own date, not on the date of the invoice.",
    },
    {
      de: "Nicht umgerechnete Zeilen fehlen im Umsatz; die Datenqualität nennt ihre Zahl.",
      en: "Lines without a rate are missing from sales; data quality tells how many there are.",
    },
  ],
  parameters: ["company.currency", "company.rates", "margin.byGroup"],
};
