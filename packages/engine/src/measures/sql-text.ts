import { invalid, type PlainDate } from "../units.ts";

/** Text as an SQL literal. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A calendar day as an SQL literal. */
export function date(value: PlainDate): string {
  return `DATE ${text(value)}`;
}

/** A finite number as an SQL literal. @throws RangeError for NaN and infinity. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw invalid("number in SQL", value, "a finite number");
  return Number.isInteger(value) ? String(value) : `CAST(${value} AS DOUBLE)`;
}

/** A list of texts for IN (…). */
export function texts(values: readonly string[]): string {
  return values.map(text).join(", ");
}

/** A table name that needs no quoting. @throws RangeError for anything else: names are ours, never the reader's. */
export function table(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/i.test(name)) throw invalid("table", name, "letters, digits and _");
  return name;
}
