import { type ColumnRow, columnsOf } from "./customer-column.ts";

const rows: readonly ColumnRow[] = [
  [
    "responsible",
    "text",
    "responsibility",
    1,
    "Zuständigkeit",
    "Responsibility",
    "Person, Pool, Partner oder eigene Einheit nach Regeln und Ausnahmen; null: niemand (Lücke)",
    "Person, pool, partner or own unit by rules and exceptions; null: nobody (gap)",
  ],
  [
    "responsibleType",
    "enum",
    "responsibility",
    0,
    "Art der Zuständigkeit",
    "Kind of responsible",
    "Wer zuständig ist: Person, Pool, Partner oder eigene Einheit; null bei einer Lücke",
    "Who is responsible: person, pool, partner or own unit; null for a gap",
    ["person", "pool", "partner", "ownUnit"],
  ],
  [
    "responsibilityOrigin",
    "enum",
    "responsibility",
    0,
    "Herkunft der Zuständigkeit",
    "Origin of responsibility",
    "Woher die Zuständigkeit kommt: Regel, Ausnahme, Kundenstamm oder Partner; null bei einer Lücke",
    "Where responsibility comes from: rule, exception, master data or partner; null for a gap",
    ["rule", "exception", "masterData", "partner"],
  ],
  [
    "isGap",
    "boolean",
    "responsibility",
    0,
    "Ohne Zuständigkeit",
    "Without responsible",
    "Wahr, wenn keine Regel, keine Ausnahme und kein Stamm jemanden nennt",
    "True when no rule, no exception and no master data name anybody",
  ],
  [
    "serviceCategory",
    "text",
    "responsibility",
    0,
    "Leistungsversprechen",
    "Service promise",
    "Kategorie, deren Leistungsversprechen gilt; immer genau eine",
    "Category whose service promise holds; always exactly one",
  ],
];

/** Who looks after the customer, and what the customer can rely on. */
export const responsibilityColumns = columnsOf(rows);
