import { outOfRange } from "../out-of-range.ts";
import type { TransactionTime } from "../transactions/contract.ts";
import { dayOfTime } from "../transactions/day-of-time.ts";
import type { ContractColumns } from "./contract.ts";
import {
  type ContractPeriod,
  checkContractPeriod,
  dayAfterPeriods,
  wholePeriods,
} from "./contract-period.ts";

/** Contracts by column; row i of every column is contract i. */
export interface ContractDates {
  /** First day of the contract. For calendar periods numbers must count days since 1970-01-01. */
  readonly start: ArrayLike<TransactionTime>;
  /** First day without the contract, not before its start; null, undefined, "" or Infinity while no end is known. */
  readonly end: ArrayLike<TransactionTime | null | undefined>;
  /** Contracts per row, > 0; absent means 1 each. */
  readonly weight?: ArrayLike<number>;
}

export interface SummarizeContractsOptions {
  /** The day up to which the dates are complete; what happens on it is known. */
  readonly asOf: TransactionTime;
  readonly period: ContractPeriod;
}

/** Input of the contractual fits, with what was left out. */
export interface ContractSummary extends ContractColumns {
  readonly periods: Int32Array;
  /** 1 ended, 0 still running. */
  readonly ended: Uint8Array;
  readonly weight: Float64Array;
  /** Position in the given columns, per row. */
  readonly row: Int32Array;
  /** Contracts left out because they start after `asOf` (sum of weights). */
  readonly notStarted: number;
}

/**
 * Counts the periods of contracts from their dates, in the order given.
 *
 * A renewal is decided when a period is over, so that only periods which are over by `asOf` count. A contract that ends within a
 * period has not been renewed at its end: it ends after that period, rounded up, at least one. A contract whose last period is
 * not over by `asOf` counts as running with its whole periods until then, even when its end is known: contracts that go on have
 * not come to that renewal either, and counting only those who leave would make the last period look far too bad.
 *
 * @throws RangeError when the columns differ in length, a day cannot be read, an end lies before its start, or a weight is not
 * > 0; it names the row.
 */
export function summarizeContracts(
  { start, end, weight }: ContractDates,
  { asOf, period }: SummarizeContractsOptions,
): ContractSummary {
  checkContractPeriod(period);
  for (const [name, column] of [
    ["end", end],
    ["weight", weight],
  ] as const) {
    if (column !== undefined && column.length !== start.length) {
      throw outOfRange(`length of ${name}`, column.length, `${start.length}, the length of start`);
    }
  }
  const today = dayOfTime(asOf, "asOf");
  const found = {
    periods: [] as number[],
    ended: [] as number[],
    weight: [] as number[],
    row: [] as number[],
  };
  let notStarted = 0;
  for (let row = 0; row < start.length; row++) {
    const first = dayOfTime(start[row]!, `start of row ${row}`);
    const last = endDay(end[row], row);
    if (last < first) throw outOfRange(`end of row ${row}`, end[row], `not before its start ${start[row]}`);
    const count = weight?.[row] ?? 1;
    if (!(count > 0 && count < Number.POSITIVE_INFINITY)) {
      throw outOfRange(`weight of row ${row}`, count, "a finite number > 0");
    }
    if (first > today) {
      notStarted += count;
      continue;
    }
    const whole = wholePeriods(first, today, period);
    const isDecided = last <= dayAfterPeriods(first, whole, period) && whole > 0;
    found.periods.push(isDecided ? wholePeriods(first, Math.max(first, last - 1), period) + 1 : whole);
    found.ended.push(isDecided ? 1 : 0);
    found.weight.push(count);
    found.row.push(row);
  }
  return {
    periods: Int32Array.from(found.periods),
    ended: Uint8Array.from(found.ended),
    weight: Float64Array.from(found.weight),
    row: Int32Array.from(found.row),
    notStarted,
  };
}

function endDay(end: TransactionTime | null | undefined, row: number): number {
  if (end === null || end === undefined || end === "" || end === Number.POSITIVE_INFINITY) {
    return Number.POSITIVE_INFINITY;
  }
  return dayOfTime(end, `end of row ${row}`);
}
