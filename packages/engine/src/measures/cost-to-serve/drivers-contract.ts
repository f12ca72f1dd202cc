/** What the minutes of an event can depend on, per kind of event. */

/** Kinds of events that cost time or money; `freight` and `returnCost` are money that a file states. */
export const costEvents = [
  "order",
  "delivery",
  "invoice",
  "return",
  "activity",
  "case",
  "dunning",
  "customerYear",
  "freight",
  "returnCost",
  "planned",
] as const;
export type CostEvent = (typeof costEvents)[number];

export interface Driver {
  /** Name in a time equation. */
  readonly code: string;
  readonly unit: "count" | "kg" | "yesNo";
  readonly label: { readonly de: string; readonly en: string };
  readonly events: readonly CostEvent[];
  /** Taken where the file does not say. */
  readonly ifUnknown: number;
}

/** Every driver, once. */
export const drivers: readonly Driver[] = [
  {
    code: "lines",
    unit: "count",
    label: { de: "Positionen", en: "lines" },
    events: ["order", "delivery", "invoice", "return"],
    ifUnknown: 1,
  },
  {
    code: "packages",
    unit: "count",
    label: { de: "Packstücke", en: "packages" },
    events: ["delivery"],
    ifUnknown: 1,
  },
  {
    code: "weightKg",
    unit: "kg",
    label: { de: "Gewicht in kg", en: "weight in kg" },
    events: ["delivery"],
    ifUnknown: 0,
  },
  {
    code: "transfers",
    unit: "count",
    label: { de: "Weitergaben", en: "transfers" },
    events: ["case"],
    ifUnknown: 0,
  },
  {
    code: "reopenings",
    unit: "count",
    label: { de: "Wiederöffnungen", en: "reopenings" },
    events: ["case"],
    ifUnknown: 0,
  },
  {
    code: "level",
    unit: "count",
    label: { de: "Mahnstufe", en: "level" },
    events: ["dunning"],
    ifUnknown: 1,
  },
  {
    code: "expedited",
    unit: "yesNo",
    label: { de: "Express", en: "expedited" },
    events: ["order", "delivery"],
    ifUnknown: 0,
  },
  {
    code: "newCustomer",
    unit: "yesNo",
    label: {
      de: "neuer Kunde (erster Kauf in der Periode)",
      en: "new customer (first purchase in the period)",
    },
    events: ["order", "delivery", "invoice", "return", "activity", "case", "dunning", "customerYear"],
    ifUnknown: 0,
  },
];

/** Drivers that an equation of the event may use. */
export function driversOf(event: CostEvent): readonly Driver[] {
  return drivers.filter((driver) => driver.events.includes(event));
}
