import type { MeasureContract } from "../../measures/measure-contract.ts";

/** Share of the last 12 months' sales that the larger customers hold at the proposed line. */
export const largerShare = 0.75;

/** Quarters that make a year; a class is first set when a customer has as many. */
export const quartersPerYear = 4;

/**
 * Relations: `m_size_line` (one row: cents NULL without any sales, is_proposal) and `m_size` (customer_id, size_class;
 * a customer without a row never bought anything).
 */
export const sizeContract: MeasureContract = {
  code: "size",
  question: {
    de: "Ist dieser Kunde klein oder gross, ohne dass die Klasse mit jedem Quartal hin und her springt?",
    en: "Is this customer small or large, without the class flapping with every quarter?",
  },
  inputs: ["sale_line_current", "account_current"],
  outputs: [
    {
      code: "sizeClass",
      unit: "class",
      period: "12 months at every quarter end up to asOf",
      nullRule: {
        de: "nie; sizeUnclear, wenn Zeilen der letzten 12 Monate nicht umgerechnet sind oder es keine Grössenlinie gibt",
        en: "never; sizeUnclear when lines of the last 12 months are unconverted or there is no size line",
      },
      formula:
        "first class: sales of the first four quarters ≥ line (before that: sales of the last 12 months ≥ line); it changes after two consecutive quarter ends with sales > line · (1 + band), or < line · (1 − band)",
    },
  ],
  source: {
    de: "Belz & Schmitz 2013, Aussage 1: die Grösse als robuste Struktur; die Schwelle zum Wechseln ist eigene Rechnung",
    en: "Belz & Schmitz 2013, statement 1: size as a robust structure; the band before a class changes is our own",
  },
  limits: [
    {
      de: "Ein Quartal, das noch läuft, ändert keine Klasse.",
      en: "A quarter that is still running changes no class.",
    },
    {
      de: "Wer erst seit weniger als vier Quartalen kauft, wird ohne Schwankungsband eingeteilt.",
      en: "Who has been buying for less than four quarters is classed without the band.",
    },
    {
      de: "Grösse ist der Umsatz mit uns, nicht der Betrieb des Kunden und nicht sein Potenzial.",
      en: "Size is our sales, not the customer's firm and not its potential.",
    },
  ],
  parameters: ["size.lineCents", "size.hysteresisRatio", "company.currency", "company.rates"],
};
