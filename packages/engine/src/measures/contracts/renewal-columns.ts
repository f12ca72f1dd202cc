import { type ColumnRow, columnsOf } from "./customer-column.ts";

const rows: readonly ColumnRow[] = [
  [
    "runningContracts",
    "count",
    "renewal",
    0,
    "Laufende Verträge",
    "Running contracts",
    "Verträge, die begonnen haben und nicht beendet sind",
    "Contracts that have begun and not ended",
  ],
  [
    "contractIncomePerYearCents",
    "cents",
    "renewal",
    0,
    "Vertragsertrag pro Jahr",
    "Contract income per year",
    "Was die laufenden Verträge in einem Jahr bringen; leer, wenn der Betrag von einem fehlt",
    "What the running contracts bring in a year; empty when the amount of one is missing",
  ],
  [
    "nextRenewalOn",
    "date",
    "renewal",
    0,
    "Nächstes Vertragsende",
    "Next end of a contract",
    "Letzter Tag der laufenden Laufzeit, die zuerst endet; dann wird verlängert oder nicht",
    "Last day of the running term that ends first; then it is renewed or not",
  ],
  [
    "renewalProbability",
    "ratio",
    "renewal",
    0,
    "Noch unter Vertrag",
    "Still under contract",
    "Wahrscheinlichkeit, in 12 Monaten noch mindestens einen Vertrag zu haben; leer ohne laufenden Vertrag",
    "Probability of still having at least one contract in 12 months; empty without a running contract",
  ],
];

/** What a customer has agreed to, and how likely it goes on. */
export const renewalColumns = columnsOf(rows);
