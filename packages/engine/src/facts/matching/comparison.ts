import type { MatchRecord } from "./match-record.ts";

export type MatchField = "name" | "tradeWords" | "legalForm" | "address" | "phone" | "mail" | "vatId";

/** Columns of `match_record` that carry how often the value occurs among the accounts that have one (share, 0…1). */
export type TermShareColumn = "name_share" | "phone_share" | "domain_share";

/** One degree of agreement of a field. Conditions are tried in order; the first that holds is the pair's level. */
export interface ComparisonLevel {
  readonly code: string;
  readonly description: { readonly de: string; readonly en: string };
  /** Shipped probability of this level among pairs of one firm (assumption, re-estimated from the data). */
  readonly m: number;
  /** Shipped probability of this level among pairs of different firms (assumption, re-estimated from the data). */
  readonly u: number;
  /** The condition for two records, both known. */
  readonly holds: (a: MatchRecord, b: MatchRecord) => boolean;
  /** The same condition in DuckDB SQL over two aliases of `match_record`. */
  readonly sql: (a: string, b: string) => string;
  /** Set on levels of equality: a rare value is stronger evidence than a common one. */
  readonly termShare?: TermShareColumn;
}

/**
 * How one field of two accounts is compared. `known` tells whether both say anything about it: if not, the field is
 * left out and neither speaks for nor against. The last level holds always.
 */
export interface Comparison {
  readonly field: MatchField;
  readonly description: { readonly de: string; readonly en: string };
  readonly known: (a: MatchRecord, b: MatchRecord) => boolean;
  readonly knownSql: (a: string, b: string) => string;
  readonly levels: readonly ComparisonLevel[];
}

/** Both records have a value in this column. */
export function bothKnownSql(column: string): Comparison["knownSql"] {
  return (a, b) => `${a}.${column} IS NOT NULL AND ${b}.${column} IS NOT NULL`;
}

/** The closing level: whatever no other level took. */
export function otherwise(m: number, u: number): ComparisonLevel {
  return {
    code: "different",
    description: { de: "verschieden", en: "different" },
    m,
    u,
    holds: () => true,
    sql: () => "true",
  };
}
