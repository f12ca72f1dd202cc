import betaln from "@stdlib/math-base-special-betaln";
import gammaln from "@stdlib/math-base-special-gammaln";
import { checkHistory } from "../histories/check-history.ts";
import { checkHistoryColumns } from "../histories/check-history-columns.ts";
import type { CustomerHistory, WeightedHistoryColumns } from "../histories/contract.ts";
import { logAddExp } from "../numerics/log-add-exp.ts";
import { checkBgNbdParams } from "./check-bg-nbd-arguments.ts";
import type { BgNbdParams } from "./contract.ts";

/**
 * ln of the likelihood of one history under the BG/NBD model (Fader, Hardie & Lee 2005, eq. 6). The branches
 * "still active" and "left after the last purchase" are joined in logarithms, so that a frequency of hundreds
 * does not overflow (Hardie, note 027). Its value depends on the time unit.
 *
 * @throws RangeError when a parameter or the history is out of range.
 */
export function bgNbdLogLikelihoodOfCustomer(params: BgNbdParams, history: CustomerHistory): number {
  checkBgNbdParams(params);
  checkHistory(history);
  const { r, alpha, a, b } = params;
  const { frequency: x, recency, age } = history;
  const buying = gammaln(r + x) - gammaln(r) + r * Math.log(alpha);
  const staying = betaln(a, b + x) - betaln(a, b);
  const active = -(r + x) * Math.log(alpha + age);
  if (x === 0) return buying + staying + active;
  const left = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + recency);
  return buying + staying + logAddExp(active, left);
}

/**
 * ln of the likelihood of all customers, weighted. The plain spelling; a fit uses the tabulated one in
 * `bg-nbd/objective.ts`.
 *
 * @throws RangeError when a parameter or a history is out of range.
 */
export function bgNbdLogLikelihood(params: BgNbdParams, histories: WeightedHistoryColumns): number {
  const rows = checkHistoryColumns(histories);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const history = {
      frequency: histories.frequency[row]!,
      recency: histories.recency[row]!,
      age: histories.age[row]!,
    };
    sum += (histories.weight?.[row] ?? 1) * bgNbdLogLikelihoodOfCustomer(params, history);
  }
  return sum;
}
