import { text, texts } from "./sql-text.ts";

/** Which customers a list of needs or potentials shows. */
export interface FirmSelection {
  /** Size classes; empty: all. */
  readonly sizes: readonly string[];
  readonly branch: string | null;
  readonly region: string | null;
  /** Need field: covered, missing or in demand, as the list has it. */
  readonly field: string | null;
  /** Words that must all occur in name, account number, city, phone or e-mail. */
  readonly words: readonly string[];
  /** One customer alone. */
  readonly customerId: number | null;
  readonly limit: number;
  readonly offset: number;
}

/** Everybody, on one page. */
export const everyFirm: FirmSelection = {
  sizes: [],
  branch: null,
  region: null,
  field: null,
  words: [],
  customerId: null,
  limit: 1000,
  offset: 0,
};

/** Condition on the customer table `c` and on `m_firm f`; the need field is left to the list. */
export function firmConditionSql({ sizes, branch, region, words, customerId }: FirmSelection): string {
  const conditions = [
    ...(sizes.length === 0 ? [] : [`c.size_class IN (${texts(sizes)})`]),
    ...(branch === null ? [] : [`f.branch = ${text(branch)}`]),
    ...(region === null ? [] : [`f.region = ${text(region)}`]),
    ...words.map((word) => `contains(c.search_text, lower(strip_accents(${text(word)})))`),
    ...(customerId === null ? [] : [`c.customer_id = ${customerId}`]),
  ];
  return conditions.length === 0 ? "true" : conditions.join(" AND ");
}
