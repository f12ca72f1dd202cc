import type { ContractEnd } from "./contract-ends.ts";
import type { ContractTable } from "./contract-table.ts";

/** Longest pause between a contract and the one that continues it, in days. */
export const longestPauseDays = 31;

/** What customer and supplier took as one contract, whatever numbers it had. */
export interface Agreement {
  /** Positions of its contracts in the table, first to last. */
  readonly contracts: readonly number[];
  readonly startDay: number;
  /** Null while the last contract runs. */
  readonly endedOn: number | null;
}

/**
 * Joins renewals under a new number: a contract continues the one of the same customer and product that ended last before it, at
 * most a month earlier, and that nothing else continues. Parallel contracts stay apart.
 */
export function joinRenewals(table: ContractTable, ends: readonly ContractEnd[]): Agreement[] {
  const agreements: { contracts: number[]; startDay: number; endedOn: number | null }[] = [];
  let open: typeof agreements = [];
  for (let i = 0; i < table.row.length; i++) {
    const start = table.startDay[i]!;
    if (i > 0 && table.agreement[i] !== table.agreement[i - 1]) open = [];
    const before = open
      .filter(({ endedOn }) => endedOn !== null && endedOn < start && endedOn >= start - longestPauseDays)
      .reduce<(typeof agreements)[number] | null>(
        (best, each) => (best === null || each.endedOn! > best.endedOn! ? each : best),
        null,
      );
    const { endedOn } = ends[i]!;
    if (before !== null) {
      before.contracts.push(i);
      before.endedOn = endedOn;
    } else {
      const agreement = { contracts: [i], startDay: start, endedOn };
      agreements.push(agreement);
      open.push(agreement);
    }
  }
  return agreements;
}
