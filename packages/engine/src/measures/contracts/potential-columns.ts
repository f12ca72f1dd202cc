import { type ColumnRow, columnsOf } from "./customer-column.ts";

const rows: readonly ColumnRow[] = [
  [
    "potentialCents",
    "cents",
    "potential",
    0,
    "Potenzial",
    "Potential",
    "Was vergleichbare Betriebe bei üblicher Betreuung in 12 Monaten bei uns kaufen, wenn es gut läuft; null, wenn unklar",
    "What comparable firms buy with us in 12 months at usual contact when it goes well; null when unclear",
  ],
  [
    "potentialLowCents",
    "cents",
    "potential",
    0,
    "Potenzial, unten",
    "Potential, low",
    "Untere Grenze des Potenzials",
    "Lower bound of the potential",
  ],
  [
    "potentialHighCents",
    "cents",
    "potential",
    0,
    "Potenzial, oben",
    "Potential, high",
    "Obere Grenze des Potenzials",
    "Upper bound of the potential",
  ],
  [
    "shareOfWallet",
    "ratio",
    "potential",
    0,
    "Lieferanteil",
    "Share of wallet",
    "Umsatz der letzten 12 Monate ÷ Potenzial, höchstens 1; null, wenn das Potenzial unklar ist",
    "Sales of the last 12 months ÷ potential, at most 1; null when the potential is unclear",
  ],
  [
    "potentialIsUnclear",
    "boolean",
    "potential",
    0,
    "Potenzial unklar",
    "Potential unclear",
    "Wahr, wenn in der Vergleichsgruppe niemand je betreut wurde oder zu wenige vergleichbar sind",
    "True when nobody in the group to compare with was ever contacted, or too few are comparable",
  ],
];

/** Potential and share of wallet. */
export const potentialColumns = columnsOf(rows);
