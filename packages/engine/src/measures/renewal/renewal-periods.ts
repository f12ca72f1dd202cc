import { addMonths, months, wholeMonths } from "./calendar-days.ts";
import type { ContractTable } from "./contract-table.ts";
import type { Agreement } from "./join-renewals.ts";

/** A contract that ended within this part of a period around a whole one ended with the period. */
export const periodTolerance = 0.15;
/** Below this share of ends at whole periods, contracts end at any time and are counted in months. */
export const leastRegularRatio = 0.7;
const usualPeriodMonths = 12;

export interface RenewalPeriod {
  readonly months: number;
  readonly basis: "commonestTerm" | "default";
  /** Share of the contracts with a term that have this one; null without any. */
  readonly ratio: number | null;
}

/** The commonest term (of several the shorter one), a year where no term is known. */
export function renewalPeriod({ termMonths }: ContractTable): RenewalPeriod {
  const counts = new Map<number, number>();
  let known = 0;
  for (const term of termMonths) {
    if (Number.isNaN(term)) continue;
    counts.set(term, (counts.get(term) ?? 0) + 1);
    known++;
  }
  if (known === 0) return { months: usualPeriodMonths, basis: "default", ratio: null };
  const [term, count] = [...counts].reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && each[0] < best[0]) ? each : best,
  );
  return { months: term, basis: "commonestTerm", ratio: count / known };
}

/** One agreement as the models see it. */
export interface Lifetime {
  /** Months lived, with parts, and whether it is over: for a curve without a model. */
  readonly months: number;
  readonly isEnded: boolean;
  /** Whole periods: paid for when `isLost` (≥ 1), else the renewals seen. */
  readonly periods: number;
  /** It has ended and the period in which it did is over. */
  readonly isLost: boolean;
  /** Days on which renewal 1, 2, … was due; when lost, the last of them is the one that did not happen. */
  readonly dueOn: readonly number[];
}

/**
 * Whoever left within a period counts only when the period is over: contracts of the same age that go on have not come to that
 * renewal either, and counting those who leave alone would make the last period look too bad.
 */
export function lifetimeOf({ startDay, endedOn }: Agreement, asOf: number, period: number): Lifetime {
  const due = (count: number) =>
    Array.from({ length: count }, (_, index) => addMonths(startDay, (index + 1) * period));
  const seen = Math.max(0, Math.floor(wholeMonths(startDay, asOf) / period));
  if (endedOn === null) {
    const lived = Math.max(0, months(startDay, asOf));
    return { months: lived, isEnded: false, periods: seen, isLost: false, dueOn: due(seen) };
  }
  const lived = months(startDay, endedOn + 1);
  const paid = Math.max(1, Math.ceil(lived / period - periodTolerance));
  return paid <= seen
    ? { months: lived, isEnded: true, periods: paid, isLost: true, dueOn: due(paid) }
    : { months: lived, isEnded: true, periods: seen, isLost: false, dueOn: due(seen) };
}

/** Share of the ended ones that ended with a whole period; null when none has ended. Every end fits a period of one month. */
export function regularRatio(lifetimes: readonly Lifetime[], period: number): number | null {
  const ended = lifetimes.filter(({ isEnded }) => isEnded);
  if (ended.length === 0) return null;
  if (period === 1) return 1;
  const regular = ended.filter(({ months: lived }) => {
    const periods = lived / period;
    return periods >= 1 - periodTolerance && Math.abs(periods - Math.round(periods)) <= periodTolerance;
  });
  return regular.length / ended.length;
}
