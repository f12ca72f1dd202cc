import { type ColumnRow, columnsOf } from "./customer-column.ts";

const rows: readonly ColumnRow[] = [
  [
    "inTriangle",
    "boolean",
    "triangle",
    0,
    "Im Bermudadreieck",
    "In the Bermuda triangle",
    "Kleiner Wert je Kontakt, vielfältiger Bedarf und hoher Aufwand zugleich; leer: nicht zu beurteilen",
    "Small value per contact, varied need and high effort at once; empty: cannot be judged",
  ],
  [
    "caseType",
    "text",
    "triangle",
    0,
    "Falltyp",
    "Case type",
    "Grund, Bedarfsfeld und Weg, die im Dreieck am meisten kosten; leer ausserhalb des Dreiecks",
    "Reason, need field and channel that cost most in the triangle; empty outside the triangle",
  ],
  [
    "valuePerContactCents",
    "cents",
    "triangle",
    0,
    "Wert je Kontakt",
    "Value per contact",
    "Umsatz ÷ Bestellungen und Anliegen des Kunden in 12 Monaten; leer ohne Kontakt",
    "Sales ÷ orders and requests of the customer in 12 months; empty without a contact",
  ],
  [
    "effortRatio",
    "number",
    "triangle",
    0,
    "Aufwand ÷ Marge",
    "Effort ÷ margin",
    "Bedienkosten (voll) ÷ Deckungsbeitrag I; leer ohne positiven Deckungsbeitrag I",
    "Cost to serve (full) ÷ contribution I; empty without a positive contribution I",
  ],
  [
    "contacts",
    "count",
    "triangle",
    0,
    "Kontakte",
    "Contacts",
    "Bestellungen und Anliegen des Kunden in 12 Monaten",
    "Orders and requests of the customer in 12 months",
  ],
];

/** Bermuda triangle. */
export const triangleColumns = columnsOf(rows);
