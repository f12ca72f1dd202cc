/**
 * The query of the address as plain text values: `?q=garage&sort=-salesLast12Cents`, readable and copyable. Pages turn
 * the texts into filters, columns and numbers themselves.
 */
export type SearchValues = Readonly<Record<string, string | undefined>>;

export function parseSearch(query: string): SearchValues {
  return Object.fromEntries(new URLSearchParams(query));
}

/** Empty and missing values leave the address. */
export function stringifySearch(values: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === "string" && value !== "") params.set(key, value);
  }
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}

/** Only the named values, and only those that are there. */
export function pickSearch<Key extends string>(
  search: SearchValues,
  keys: readonly Key[],
): { [key in Key]?: string | undefined } {
  const picked: { [key in Key]?: string | undefined } = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "string" && value !== "") picked[key] = value;
  }
  return picked;
}
