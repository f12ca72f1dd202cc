import type { Text } from "../../measures/measure-contract.ts";

/** Where a fact comes from. `either`: a person's word goes before what the data suggest. */
export type FactOrigin = "data" | "person" | "either";
export type FactUnit = "ratio" | "count" | "cents" | "boolean";

export interface FactSpec {
  readonly label: Text;
  readonly unit: FactUnit;
  readonly origin: FactOrigin;
  /** What would make it known. */
  readonly cure: Text;
}

const stated = (label: Text, unit: FactUnit = "boolean"): FactSpec => ({
  label,
  unit,
  origin: "person",
  cure: {
    de: `Unter «Regeln» angeben: ${label.de}.`,
    en: `State it under "Rules": ${label.en}.`,
  },
});
const measured = (label: Text, unit: FactUnit, cure: Text): FactSpec => ({
  label,
  unit,
  origin: "data",
  cure,
});

/** What rules may ask of the company and of a segment, beside the plan itself. Shares are 0…1, money is cents. */
export const factSpecs = {
  hasLightOrderPath: {
    label: {
      de: "Bestellweg, der den Kunden höchstens 3 Minuten kostet",
      en: "way to order that takes the customer at most 3 minutes",
    },
    unit: "boolean",
    origin: "either",
    cure: {
      de: "Unter «Regeln» angeben, ob eine Bestellung heute in höchstens 3 Minuten möglich ist, oder L5a in den Plan nehmen.",
      en: 'State under "Rules" whether an order is possible within 3 minutes today, or take L5a into the plan.',
    },
  },
  webOrderRatio: measured(
    { de: "Anteil der Bestellungen über Web oder EDI", en: "share of orders by web or EDI" },
    "ratio",
    { de: "Den Bestellweg je Auftrag importieren.", en: "Import the entry channel of each order." },
  ),
  duplicateRatio: measured(
    { de: "Anteil doppelt geführter Kunden", en: "share of customers kept twice" },
    "ratio",
    {
      de: "Die Dublettensuche laufen lassen.",
      en: "Run the search for duplicates.",
    },
  ),
  consentKnownRatio: measured(
    { de: "Anteil der Kunden mit bekannter Einwilligung", en: "share of customers whose consent is known" },
    "ratio",
    { de: "Einwilligungen der Kontakte importieren.", en: "Import the consents of contacts." },
  ),
  contactBasisKnownRatio: measured(
    {
      de: "Anteil der Kunden mit bekannter Grundlage für Anruf oder Mail",
      en: "share of customers with a known basis for calls or mail",
    },
    "ratio",
    {
      de: "Einwilligungen importieren; Käufe der letzten 12 Monate gelten als bestehende Kundschaft.",
      en: "Import consents; purchases of the last 12 months count as an existing relationship.",
    },
  ),
  roleUtilisation: measured(
    { de: "Auslastung der knappsten Rolle", en: "utilisation of the scarcest role" },
    "ratio",
    {
      de: "Kostenpools mit Kapazität je Rolle importieren.",
      en: "Import cost pools with the capacity of each role.",
    },
  ),
  doublingYearlyResultCents: measured(
    { de: "Ergebnis der Verdoppelung im Jahr", en: "yearly result of doubling" },
    "cents",
    {
      de: "Bedienkosten messen, damit sich die Verdoppelung rechnen lässt.",
      en: "Measure cost to serve, so that doubling can be calculated.",
    },
  ),
  leakRatio: measured(
    {
      de: "Anteil der Spezialistenzeit bei Kleinkunden ohne Auftrag dazu",
      en: "share of specialists' time at small customers outside their assignment",
    },
    "ratio",
    { de: "Besuche und Gespräche mit Rolle importieren.", en: "Import visits and talks with the role." },
  ),
  needBreadthHighRatio: measured(
    { de: "Anteil der Kunden mit breitem Bedarf", en: "share of customers with broad needs" },
    "ratio",
    {
      de: "Artikel mit Bedarfsfeld importieren und messen.",
      en: "Import products with their need field and measure.",
    },
  ),
  withoutCheaperPathRatio: measured(
    {
      de: "Anteil der Kunden ohne günstigeren Weg (weder Web-Bestellung noch E-Mail)",
      en: "share of customers without a cheaper way (neither web order nor e-mail)",
    },
    "ratio",
    {
      de: "E-Mail-Adressen und Bestellwege importieren.",
      en: "Import e-mail addresses and entry channels.",
    },
  ),
  directSalesRatio: measured(
    { de: "Anteil der Kunden mit Direktkäufen", en: "share of customers who buy directly" },
    "ratio",
    { de: "Rechnungszeilen importieren.", en: "Import invoice lines." },
  ),
  dealersReportSales: {
    label: {
      de: "Händler melden Absatz je Endkunde",
      en: "dealers report sales by end customer",
    },
    unit: "boolean",
    origin: "either",
    cure: {
      de: "Unter «Regeln» angeben, ob Händler Verkäufe je Endkunde melden.",
      en: 'State under "Rules" whether dealers report sales by end customer.',
    },
  },
  freePriceDegrees: stated(
    {
      de: "Zahl der Freiheitsgrade beim Preis (Rabatte, Sonderpreise, Ausnahmen)",
      en: "number of degrees of freedom in prices (discounts, special prices, exceptions)",
    },
    "count",
  ),
  openLegalItems: stated({
    de: "Rechtliche Punkte zur Rücknahme sind noch offen",
    en: "legal items of the take-back are still open",
  }),
  dealersKeepFullRange: stated({
    de: "Händler führen das volle Sortiment weiter",
    en: "dealers keep the full assortment",
  }),
  shopBelowDealerNetPrice: stated({
    de: "Der Web-Shop liegt unter dem Nettopreis der Händler",
    en: "the web shop is below the dealers' net price",
  }),
  partnerCareScore: stated(
    {
      de: "Betreuungsnote der Partner (Erreichbarkeit, Antwort, Verbleib; 0 bis 1)",
      en: "care of partners (reach, answer, retention; 0 to 1)",
    },
    "ratio",
  ),
  expectedActiveContributors: stated(
    {
      de: "Erwartete Zahl aktiver Helfer im Fachraum",
      en: "expected number of active helpers in the trade room",
    },
    "count",
  ),
  hasContactPressureBudget: stated({
    de: "Es gibt eine Obergrenze für ungefragte Kontakte je Kunde",
    en: "there is a limit of unsolicited contacts per customer",
  }),
  repsPaidOnKeyedOrders: stated({
    de: "Der Aussendienst erhält Provision nur auf selbst erfasste Bestellungen",
    en: "field sales get commission only on orders that they key themselves",
  }),
  hasTalkTimeTarget: stated({
    de: "Es gibt Vorgaben für Gesprächsdauer oder Anrufe je Stunde",
    en: "there are targets for talk time or calls per hour",
  }),
  leakReductionTarget: stated(
    {
      de: "Ziel: um so viel soll die Spezialistenzeit bei Kleinkunden sinken (0.5 = halb)",
      en: "goal: specialists' time at small customers falls by (0.5 = half)",
    },
    "ratio",
  ),
  withoutPaymentChoiceRatio: stated(
    {
      de: "Anteil der Kunden, die nur so zahlen können, wie es etwas kostet (z. B. ohne E-Banking)",
      en: "share of customers who can only pay in the way that is charged (e.g. without e-banking)",
    },
    "ratio",
  ),
  hasEffortSlips: stated({
    de: "Vorschläge tragen einen Aufwandszettel",
    en: "proposals carry an effort slip",
  }),
} as const satisfies Readonly<Record<string, FactSpec>>;

export type FactCode = keyof typeof factSpecs;
export const factCodes = Object.keys(factSpecs) as readonly FactCode[];
/** Facts that a person may state in the parameter `programme.rules`. */
export const statableFacts = factCodes.filter((code) => factSpecs[code].origin !== "data");

/** A fact of a segment; null: unknown, and `note` says why. */
export interface FactValue {
  readonly value: number | boolean | null;
  /** Bounds of a share part of which is unknown; a comparison that they do not agree on is unclear. */
  readonly low?: number;
  readonly high?: number;
  /** Why it is unknown, or what it names (the scarcest role). */
  readonly note: Text | null;
}

export type CoherenceFacts = Readonly<Record<FactCode, FactValue>>;
