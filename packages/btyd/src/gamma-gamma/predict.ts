import { outOfRange } from "../out-of-range.ts";
import { checkGammaGammaParams } from "./check-gamma-gamma-params.ts";
import type { GammaGammaParams, SpendColumns } from "./contract.ts";
import { firstSpendProblem, spendProblem } from "./spend-problem.ts";

/**
 * Mean value of a purchase over all customers, in the money unit of `params`; null when q ≤ 1, where it is not
 * finite.
 *
 * @throws RangeError when a parameter is out of range.
 */
export function populationMeanValue(params: GammaGammaParams): number | null {
  checkGammaGammaParams(params);
  return meanOrNull(params, 0, 0);
}

/**
 * Standard deviation of the customers' own mean values, in the money unit of `params`; null when q ≤ 2, where
 * it is not finite.
 *
 * @throws RangeError when a parameter is out of range.
 */
export function populationStandardDeviation(params: GammaGammaParams): number | null {
  const mean = populationMeanValue(params);
  return mean === null || params.q <= 2 ? null : mean / Math.sqrt(params.q - 2);
}

/**
 * Expected mean value of a customer's future purchases, given the mean over `count` purchases seen (Fader &
 * Hardie, note 025, eq. 5), in the money unit of `params`. Without a purchase, or when the observed mean is zero
 * or below and the model cannot read it, the mean over all customers. Null when it is not finite, which needs
 * p · count + q ≤ 1.
 *
 * @throws RangeError when a parameter, the count or the value is out of range.
 */
export function expectedAverageValue(
  params: GammaGammaParams,
  spend: { readonly count: number; readonly meanValue: number },
): number | null {
  checkGammaGammaParams(params);
  const problem = spendProblem(spend.count, spend.meanValue);
  if (problem !== null) throw outOfRange(problem.column, problem.value, problem.expected);
  return meanOrNull(params, spend.count, spend.meanValue);
}

/**
 * {@link expectedAverageValue} for many customers; NaN where that is null.
 *
 * @throws RangeError when an argument is out of range; a customer is named by the zero-based row.
 */
export function expectedAverageValues(params: GammaGammaParams, rows: SpendColumns): Float64Array {
  checkGammaGammaParams(params);
  if (rows.meanValue.length !== rows.count.length) {
    throw outOfRange(
      "length of meanValue",
      rows.meanValue.length,
      `${rows.count.length}, the length of count`,
    );
  }
  const problem = firstSpendProblem(rows);
  if (problem !== null) {
    throw outOfRange(`${problem.column} of row ${problem.row}`, problem.value, problem.expected);
  }
  return Float64Array.from(
    { length: rows.count.length },
    (_, row) => meanOrNull(params, rows.count[row]!, rows.meanValue[row]!) ?? Number.NaN,
  );
}

function meanOrNull({ p, q, v }: GammaGammaParams, count: number, meanValue: number): number | null {
  const seen = count > 0 && meanValue > 0 ? count : 0;
  const total = seen > 0 ? seen * meanValue : 0;
  const degrees = p * seen + q - 1;
  return degrees > 0 ? (p * (v + total)) / degrees : null;
}
