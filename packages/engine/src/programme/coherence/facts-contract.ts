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
      de: "Unter «Regeln» angeben, ob eine Bestellung heute in höchstens 3 Minuten möglich ist, oder den Webshop (L5a) in den Plan nehmen.",
      en: 'State under "Rules" whether an order is possible within 3 minutes today, or take the web shop (L5a) into the plan.',
    },
  },
  webOrderRatio: measured(
    { de: "Anteil der Bestellungen über Web oder EDI", en: "share of orders by web or EDI" },
    "ratio",
    { de: "Den Bestellweg je Auftrag importieren.", en: "Import the entry channel of each order." },
  ),
  duplicateRatio: measured(
    {
      de: "Anteil vermutlich doppelt geführter Konten",
      en: "share of accounts that are probably kept twice",
    },
    "ratio",
    { de: "Die Dublettensuche laufen lassen.", en: "Run the search for duplicates." },
  ),
  consentKnownRatio: stated(
    {
      de: "Anteil der Kunden, deren Einwilligung bekannt ist",
      en: "share of customers whose consent is known",
    },
    "ratio",
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
    {
      de: "Was doppelt so viele Kunden im Jahr brächten",
      en: "what twice as many customers would bring a year",
    },
    "cents",
    {
      de: "Bedienkosten messen, damit sich der Verdoppelungstest rechnen lässt.",
      en: "Measure cost to serve, so that the doubling test can be calculated.",
    },
  ),
  leakRatio: measured(
    {
      de: "Anteil der Spezialistenzeit, die ohne Auftrag zu kleinen Kunden fliesst",
      en: "share of specialists' time that goes to small customers outside their assignment",
    },
    "ratio",
    { de: "Besuche und Gespräche mit Rolle importieren.", en: "Import visits and talks with the role." },
  ),
  withoutCheaperPathRatio: measured(
    {
      de: "Anteil der Kunden ohne günstigeren Weg (weder Web-Bestellung noch E-Mail)",
      en: "share of customers without a cheaper way (neither web order nor e-mail)",
    },
    "ratio",
    { de: "E-Mail-Adressen und Bestellwege importieren.", en: "Import e-mail addresses and entry channels." },
  ),
  freePriceDegrees: stated(
    {
      de: "Zahl der Freiheitsgrade beim Preis (Rabatte, Sonderpreise, Ausnahmen)",
      en: "number of degrees of freedom in prices (discounts, special prices, exceptions)",
    },
    "count",
  ),
  leakReductionTarget: stated(
    {
      de: "Ziel: um so viel soll die Spezialistenzeit bei kleinen Kunden sinken (0.5 = halb)",
      en: "goal: specialists' time at small customers falls by (0.5 = half)",
    },
    "ratio",
  ),
  repsPaidOnKeyedOrders: stated({
    de: "Der Aussendienst erhält Provision nur auf selbst erfasste Bestellungen",
    en: "field sales get commission only on orders that they key themselves",
  }),
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
