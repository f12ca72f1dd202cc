import type { Comparison } from "./comparison.ts";
import { addressComparison } from "./comparisons/address.ts";
import { legalFormComparison } from "./comparisons/legal-form.ts";
import { mailComparison } from "./comparisons/mail.ts";
import { nameComparison } from "./comparisons/name.ts";
import { phoneComparison } from "./comparisons/phone.ts";
import { tradeWordsComparison } from "./comparisons/trade-words.ts";
import { vatIdComparison } from "./comparisons/vat-id.ts";
import type { MatchRecord } from "./match-record.ts";

/** The fields that are compared, in the order in which a pair is explained. To add one: one file, one line here. */
export const comparisons: readonly Comparison[] = [
  nameComparison,
  tradeWordsComparison,
  legalFormComparison,
  addressComparison,
  phoneComparison,
  mailComparison,
  vatIdComparison,
];

/**
 * The level of each comparison for two records, in the order of `comparisons`: null where the field is unknown, else
 * the index of its level. The independent second spelling of the SQL in `sql.ts`; symmetric in a and b.
 */
export function levelsOfPair(a: MatchRecord, b: MatchRecord): (number | null)[] {
  return comparisons.map((comparison) =>
    comparison.known(a, b) ? comparison.levels.findIndex((level) => level.holds(a, b)) : null,
  );
}
