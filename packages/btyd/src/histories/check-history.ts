import { outOfRange } from "../out-of-range.ts";
import { checkHistoryColumns } from "./check-history-columns.ts";
import type { CustomerHistory, HistoryColumns } from "./contract.ts";
import { firstHistoryProblem, historyProblem, sumLogIntervalsProblem } from "./history-problem.ts";

/** @throws RangeError when no customer can have this history. */
export function checkHistory({ frequency, recency, age, sumLogIntervals }: CustomerHistory): void {
  let problem = historyProblem(frequency, recency, age);
  if (problem === null && frequency > 0 && sumLogIntervals !== undefined) {
    problem = sumLogIntervalsProblem(frequency, recency, sumLogIntervals);
  }
  if (problem !== null) throw outOfRange(problem.column, problem.value, problem.expected);
}

/**
 * The number of rows of a table of possible histories.
 * @throws RangeError when the columns differ in length, or naming the first row that no customer can have.
 */
export function checkHistories(histories: HistoryColumns): number {
  const rows = checkHistoryColumns(histories);
  const problem = firstHistoryProblem(histories);
  if (problem !== null) {
    throw outOfRange(`${problem.column} of row ${problem.row}`, problem.value, problem.expected);
  }
  return rows;
}
