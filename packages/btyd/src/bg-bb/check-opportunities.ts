import { outOfRange } from "../out-of-range.ts";
import {
  MAX_OPPORTUNITIES,
  type OpportunityColumns,
  type OpportunityHistory,
  type WeightedOpportunityColumns,
} from "./contract.ts";

/** @throws RangeError when no customer can have this history. */
export function checkOpportunityHistory({ frequency, recency, opportunities }: OpportunityHistory): void {
  checkValues(frequency, recency, opportunities, "");
}

/**
 * The number of rows of a table of possible histories.
 * @throws RangeError when the columns differ in length, or naming the first row that no customer can have.
 */
export function checkOpportunityColumns(histories: WeightedOpportunityColumns & OpportunityColumns): number {
  const { frequency, recency, opportunities, weight } = histories;
  const rows = frequency.length;
  for (const name of ["recency", "opportunities", "weight"] as const) {
    const column = histories[name];
    if (column !== undefined && column.length !== rows) {
      throw outOfRange(`length of ${name}`, column.length, `${rows}, the length of frequency`);
    }
  }
  for (let row = 0; row < rows; row++) {
    const x = frequency[row]!;
    if (!isPossible(x, recency[row]!, opportunities[row]!)) {
      checkValues(x, recency[row]!, opportunities[row]!, ` of row ${row}`);
    }
    const customers = weight?.[row] ?? 1;
    if (!(customers > 0 && customers < Number.POSITIVE_INFINITY)) {
      throw outOfRange(`weight of row ${row}`, customers, "a finite number > 0");
    }
  }
  return rows;
}

/** @throws RangeError when the horizon is no integer from 0 to `MAX_OPPORTUNITIES`. */
export function checkOpportunityHorizon(horizon: number): void {
  if (!isCount(horizon, MAX_OPPORTUNITIES)) {
    throw outOfRange("horizon", horizon, `an integer from 0 to ${MAX_OPPORTUNITIES}`);
  }
}

function isPossible(frequency: number, recency: number, opportunities: number): boolean {
  if (!isCount(opportunities, MAX_OPPORTUNITIES)) return false;
  if (frequency === 0) return true;
  return isCount(recency, opportunities) && isCount(frequency, recency);
}

function checkValues(frequency: number, recency: number, opportunities: number, place: string): void {
  if (!isCount(opportunities, MAX_OPPORTUNITIES)) {
    throw outOfRange(`opportunities${place}`, opportunities, `an integer from 0 to ${MAX_OPPORTUNITIES}`);
  }
  if (frequency !== 0 && !(isCount(recency, opportunities) && recency >= 1)) {
    throw outOfRange(`recency${place}`, recency, `an integer from 1 to the ${opportunities} opportunities`);
  }
  if (frequency !== 0 && !isCount(frequency, recency)) {
    throw outOfRange(`frequency${place}`, frequency, `an integer from 0 to the recency ${recency}`);
  }
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}
