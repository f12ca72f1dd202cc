import type { MeasureContract } from "../measure-contract.ts";

const next12 = "(asOf, asOf + 12 months]";
const models =
  "BG/NBD (Fader, Hardie & Lee 2005, Marketing Science 24(2) 275-284), MBG/NBD (Batislam, Denizel & Filiztekin 2007), Pareto/NBD (Schmittlein, Morrison & Colombo 1987), MBG/CNBD-k (Reutterer, Platzer & Schröder 2021)";
const spend = "Gamma-Gamma (Fader, Hardie & Lee 2005, RFM and CLV, note 025)";
const noModel = {
  de: "ohne positiven Kauf, oder wenn zu wenige Kunden wieder kauften (tooLittleHistory)",
  en: "without a positive purchase, or when too few customers bought again (tooLittleHistory)",
};

/**
 * Relation `m_expectation`: one row per customer with a purchase while the model could be fitted, empty otherwise.
 * `m_prediction` holds the predictions per distinct history, from which it is joined.
 */
export const expectationContract: MeasureContract = {
  code: "expectation",
  question: {
    de: "Was ist von diesem Kunden in den nächsten 12 Monaten zu erwarten?",
    en: "What is to be expected of this customer over the next 12 months?",
  },
  inputs: ["sale_line_current"],
  outputs: [
    {
      code: "probabilityActive",
      unit: "probability",
      period: "at asOf",
      nullRule: noModel,
      formula: "chosen purchase model: P(active | purchases, time of the last one, time since the first one)",
    },
    {
      code: "expectedOrders12",
      unit: "purchase days",
      period: next12,
      nullRule: noModel,
      formula: "chosen purchase model: E[purchases over the horizon | history]",
    },
    {
      code: "expectedOrders12Low",
      unit: "purchase days",
      period: next12,
      nullRule: noModel,
      formula: "10 % quantile of the predicted number of purchase days",
    },
    {
      code: "expectedOrders12High",
      unit: "purchase days",
      period: next12,
      nullRule: noModel,
      formula: "90 % quantile of the predicted number of purchase days",
    },
    {
      code: "expectedSales12Cents",
      unit: "cents",
      period: next12,
      nullRule: noModel,
      formula:
        "expectedOrders12 · E[value per purchase day | own mean, number of purchase days] (Gamma-Gamma)",
    },
    {
      code: "expectedSales12LowCents",
      unit: "cents",
      period: next12,
      nullRule: noModel,
      formula: "expectedOrders12Low · expected value per purchase day",
    },
    {
      code: "expectedSales12HighCents",
      unit: "cents",
      period: next12,
      nullRule: noModel,
      formula: "expectedOrders12High · expected value per purchase day",
    },
    {
      code: "atStakeCents",
      unit: "cents",
      period: next12,
      nullRule: noModel,
      formula: "E[purchases | still active] · expected value per purchase day",
    },
  ],
  source: {
    de: `Von vier Modellen das, das die letzten Monate dieser Firma am besten vorausgesagt hätte (Seite Prognose): ${models}; Wert eines Kaufs: ${spend}`,
    en: `Of four models the one that forecast this company's own last months best (report forecast): ${models}; value of a purchase: ${spend}`,
  },
  limits: [
    {
      de: "Gewählt wird, was die eigenen letzten Monate am besten vorausgesagt hätte; ein Jahr, das anders wird, sagt keines der Modelle voraus.",
      en: "Chosen is what forecast the own last months best; a year that turns out differently is foretold by none of the models.",
    },
    {
      de: "Wo BG/NBD gewählt ist, gilt immer als aktiv (Wahrscheinlichkeit 1), wer nur einmal kaufte, wie lange es auch her ist.",
      en: "Where BG/NBD is chosen, a one-time buyer always counts as active (probability 1), however long ago it was.",
    },
    {
      de: "Mehrere Bestellungen an einem Tag zählen als ein Kauf; ein Kauf ist der Warenwert des Tages ohne Gutschriften.",
      en: "Several orders of one day count as one purchase; a purchase is the day's product value before credit notes.",
    },
    {
      de: "Das Intervall kommt aus der Zahl der Käufe; die Schwankung des Bestellwerts und der Parameter steckt nicht darin.",
      en: "The interval comes from the number of purchases; it does not hold the spread of values or of the parameters.",
    },
    {
      de: "Keine Saison, keine Preise, keine Massnahmen: eine Fortschreibung, keine Wirkungsaussage.",
      en: "No season, no prices, no measures taken: a projection, no claim about effects.",
    },
    {
      de: "Käufe vor dem Beginn der Daten fehlen; langjährige Kunden sehen jünger aus, als sie sind.",
      en: "Purchases before the data begin are missing; long-standing customers look younger than they are.",
    },
  ],
  parameters: ["company.currency", "company.rates"],
};
