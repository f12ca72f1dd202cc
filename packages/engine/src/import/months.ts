import { normaliseHeader } from "./headers.ts";
import { sqlLiteral } from "./null-tokens.ts";

/**
 * Lengths of contract terms, notices and billing periods in months. A cell may be a number in the unit of its header
 * (`12`; `Laufzeit (Jahre)`: 2), a number with its own unit (`24 Monate`, `2 years`, `30 Tage`), or a word
 * (`monthly`, `vierteljährlich`).
 */
const number = "^[ ]*([0-9]{1,5})(?:[.,]0+)?[ ]*([a-zäé.]*)[ ]*$";

/** Words for a period and its months, the more specific first. Regular expressions that JavaScript and DuckDB read alike. */
const words: readonly (readonly [pattern: string, months: number])[] = [
  ["halb.?j|semi.?ann|half.?y|biannual|twice a year", 6],
  ["viertel.?j|quart|trimest", 3],
  ["zweimonat|bi.?month|every two months|alle zwei monate", 2],
  ["zweij|bienn|every two years|alle zwei jahre", 24],
  ["jahr|jähr|jaehr|annu|year|p\\.? ?a\\.?$", 12],
  ["monat|month|mensuel|p\\.? ?m\\.?$", 1],
];

/** Units behind a number; a month is 30 days here, as in notices. */
const units: readonly (readonly [pattern: string, months: number])[] = [
  ["^(?:j|y)", 12],
  ["^m", 1],
  ["^(?:w)", 7 / 30],
  ["^(?:t|d)", 1 / 30],
];

/** How many months one of the header's unit is: `Laufzeit (Jahre)` 12, else 1. */
export function monthsPerUnit(header: string): number {
  const { key, unit } = normaliseHeader(header);
  const name = `${key} ${(unit ?? "").toLowerCase()}`;
  if (/mon/.test(name)) return 1;
  if (/tage\b|days\b/.test(name)) return 1 / 30;
  return /jahre\b|years\b/.test(name) ? 12 : 1;
}

/** True when the cell is a length of time in one of these ways. */
export function isMonths(cell: string): boolean {
  const text = cell.trim().toLowerCase();
  const found = new RegExp(number).exec(text);
  if (found !== null) return found[2] === "" || units.some(([unit]) => new RegExp(unit).test(found[2]!));
  return words.some(([word]) => new RegExp(word).test(text));
}

/** DuckDB expression over a text cell: whole months, or NULL when the cell is blank or no length of time. */
export function monthsSql(text: string, perUnit: number): string {
  const lower = `lower(${text})`;
  const part = (group: number) => `regexp_extract(${lower}, ${sqlLiteral(number)}, ${group})`;
  const count = `TRY_CAST(${part(1)} AS INTEGER)`;
  const counted = units.map(
    ([unit, months]) => `WHEN regexp_matches(${part(2)}, ${sqlLiteral(unit)}) THEN ${count} * ${months}`,
  );
  const named = words.map(
    ([word, months]) => `WHEN regexp_matches(${lower}, ${sqlLiteral(word)}) THEN ${months}`,
  );
  return `CAST(round(CASE
    WHEN regexp_matches(${lower}, ${sqlLiteral(number)}) THEN CASE
      WHEN ${part(2)} = '' THEN ${count} * ${perUnit} ${counted.join(" ")} END
    ${named.join(" ")} END) AS INTEGER)`;
}
