import { type ColumnRow, columnsOf } from "./customer-column.ts";

const rows: readonly ColumnRow[] = [
  [
    "lifetimeNetCents",
    "cents",
    "lifetime",
    0,
    "Kundenwert netto",
    "Lifetime value, net",
    "Erwarteter Beitrag der nächsten Jahre nach vermeidbaren Bedienkosten, abgezinst; negativ heisst: so bedient kostet er mehr, als er bringt",
    "Expected contribution of the next years after avoidable cost to serve, discounted; negative means: served this way it costs more than it brings",
  ],
  [
    "lifetimeNetLowCents",
    "cents",
    "lifetime",
    0,
    "Kundenwert, unten",
    "Lifetime value, low",
    "Untere Grenze des Kundenwerts",
    "Lower bound of the lifetime value",
  ],
  [
    "lifetimeNetHighCents",
    "cents",
    "lifetime",
    0,
    "Kundenwert, oben",
    "Lifetime value, high",
    "Obere Grenze des Kundenwerts",
    "Upper bound of the lifetime value",
  ],
];

/** What is left of a customer over the next years. */
export const lifetimeColumns = columnsOf(rows);
