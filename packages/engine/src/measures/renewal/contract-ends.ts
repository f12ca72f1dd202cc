import { addMonths, wholeMonths } from "./calendar-days.ts";
import type { ContractTable } from "./contract-table.ts";

/** What is known of one contract's end at asOf. Days since 1970-01-01. */
export interface ContractEnd {
  /** Last day of a contract that is over; null while it runs. */
  readonly endedOn: number | null;
  /** Last day of the running term: agreed, after notice, or counted from the start; null when it is over. */
  readonly nextEnd: number | null;
  /** Notice was given: `nextEnd` is certain. */
  readonly isCancelled: boolean;
  /** The end is agreed in the contract and was not counted from the start. */
  readonly isAgreed: boolean;
}

/**
 * - A stated end that has come is the end. One that lies ahead is agreed: without notice the contract may be renewed.
 * - Notice without a stated end ends it with the term that runs when the notice period is over, or with the notice period
 *   where no term is known.
 * - Without both it runs, in terms of its own length or of `usualTermMonths`.
 * What was said after asOf was not known then: a later notice is none.
 */
export function contractEnd(
  table: ContractTable,
  i: number,
  asOf: number,
  usualTermMonths: number,
): ContractEnd {
  const start = table.startDay[i]!;
  const stated = table.endDay[i]!;
  const isCancelled = table.cancelledDay[i]! <= asOf;
  const term = table.termMonths[i]!;
  if (!Number.isNaN(stated)) return settled(stated, isCancelled, true, asOf);
  if (isCancelled) {
    const notice = Number.isNaN(table.noticeMonths[i]!) ? 0 : table.noticeMonths[i]!;
    const free = Math.max(start, addMonths(table.cancelledDay[i]!, notice));
    return settled(Number.isNaN(term) ? free : endOfTerm(start, term, free), true, true, asOf);
  }
  const nextEnd = endOfTerm(start, Number.isNaN(term) ? usualTermMonths : term, asOf);
  return { endedOn: null, nextEnd, isCancelled: false, isAgreed: false };
}

function settled(end: number, isCancelled: boolean, isAgreed: boolean, asOf: number): ContractEnd {
  return end <= asOf
    ? { endedOn: end, nextEnd: null, isCancelled, isAgreed }
    : { endedOn: null, nextEnd: end, isCancelled, isAgreed };
}

/** Last day of the term that runs on `day`. */
function endOfTerm(start: number, term: number, day: number): number {
  const terms = Math.max(0, Math.floor(wholeMonths(start, day) / term)) + 1;
  return addMonths(start, terms * term) - 1;
}
