import { outOfRange } from "../out-of-range.ts";
import { type ContractColumns, type ContractData, MAX_PERIODS } from "./contract.ts";

/** All that a likelihood of discrete lifetimes needs; position i belongs to period i + 1. */
export interface PeriodTable {
  /** Contracts that lived to the end of the period and of which it is known whether they were renewed. */
  readonly atRisk: Float64Array;
  /** Contracts of `atRisk` that ended there. */
  readonly ended: Float64Array;
  /** Contracts with at least one period (sum of weights). */
  readonly contracts: number;
  /** Contracts without a whole period, which say nothing (sum of weights). */
  readonly withoutPeriod: number;
}

/** @throws RangeError when the columns differ in length, or naming the first value that no contract can have. */
export function periodTable(data: ContractData): PeriodTable {
  return "survivors" in data ? ofSurvivors(data.survivors) : ofContracts(data);
}

function ofSurvivors(survivors: ArrayLike<number>): PeriodTable {
  const periods = Math.max(0, survivors.length - 1);
  if (periods > MAX_PERIODS)
    throw outOfRange("length of survivors", survivors.length, `at most ${MAX_PERIODS + 1}`);
  for (let i = 0; i < survivors.length; i++) {
    const count = survivors[i]!;
    if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) {
      throw outOfRange(`survivors at position ${i}`, count, "a finite number ≥ 0");
    }
    if (i > 0 && count > survivors[i - 1]!) {
      throw outOfRange(`survivors at position ${i}`, count, `at most ${survivors[i - 1]}, the number before`);
    }
  }
  const atRisk = Float64Array.from({ length: periods }, (_, i) => survivors[i]!);
  const ended = Float64Array.from({ length: periods }, (_, i) => survivors[i]! - survivors[i + 1]!);
  const started = survivors[0] ?? 0;
  return periods === 0
    ? { atRisk, ended, contracts: 0, withoutPeriod: started }
    : { atRisk, ended, contracts: started, withoutPeriod: 0 };
}

function ofContracts({ periods, ended, weight }: ContractColumns): PeriodTable {
  const rows = periods.length;
  for (const [name, column] of [
    ["ended", ended],
    ["weight", weight],
  ] as const) {
    if (column !== undefined && column.length !== rows) {
      throw outOfRange(`length of ${name}`, column.length, `${rows}, the length of periods`);
    }
  }
  let longest = 0;
  for (let row = 0; row < rows; row++) {
    checkContract(row, periods[row]!, ended[row]!, weight?.[row] ?? 1);
    longest = Math.max(longest, periods[row]!);
  }
  const atRisk = new Float64Array(longest);
  const endedAt = new Float64Array(longest);
  let contracts = 0;
  let withoutPeriod = 0;
  for (let row = 0; row < rows; row++) {
    const last = periods[row]!;
    const count = weight?.[row] ?? 1;
    if (last === 0) {
      withoutPeriod += count;
      continue;
    }
    contracts += count;
    atRisk[last - 1]! += count;
    if (Number(ended[row]) === 1) endedAt[last - 1]! += count;
  }
  for (let i = longest - 2; i >= 0; i--) atRisk[i]! += atRisk[i + 1]!;
  return { atRisk, ended: endedAt, contracts, withoutPeriod };
}

function checkContract(row: number, periods: number, ended: number | boolean, weight: number): void {
  if (Number(ended) !== 0 && Number(ended) !== 1) {
    throw outOfRange(`ended of row ${row}`, ended, "0, 1, false or true");
  }
  const least = Number(ended);
  if (!(Number.isInteger(periods) && periods >= least && periods <= MAX_PERIODS)) {
    const what = least === 1 ? "of a contract that has ended" : "of a running contract";
    throw outOfRange(`periods of row ${row}`, periods, `an integer from ${least} to ${MAX_PERIODS} ${what}`);
  }
  if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) {
    throw outOfRange(`weight of row ${row}`, weight, "a finite number > 0");
  }
}
