import { invalid } from "../../units.ts";

/** Text as an SQL literal. */
export const text = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** A list of texts for IN (…); an empty one matches nothing. */
export const texts = (values: readonly string[]) =>
  values.length === 0 ? "NULL" : values.map(text).join(", ");

/** Name of a table of ours, which needs no quoting. @throws RangeError for anything else. */
export function table(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/i.test(name)) throw invalid("table", name, "letters, digits and _");
  return name;
}
