import type { CompressedHistories } from "../histories/contract.ts";
import { digammaDifference } from "../numerics/digamma-difference.ts";
import { distinctValues } from "../numerics/distinct-values.ts";
import { lnRisingFactorial } from "../numerics/ln-rising-factorial.ts";
import type { Objective } from "../numerics/minimise-bfgs.ts";

/**
 * Minus the mean log-likelihood per customer as a function of (ln r, ln alpha), with its gradient. 0 for no customers.
 *
 * It is linear in sums per distinct frequency and per distinct age, so that a step does not depend on the number of rows.
 */
export function nbdObjective({ frequency, age, weight }: CompressedHistories): Objective {
  const counts = distinctValues(frequency);
  const ages = distinctValues(age);
  const customersOfCount = new Float64Array(counts.values.length);
  const customersOfAge = new Float64Array(ages.values.length);
  const purchasesOfAge = new Float64Array(ages.values.length);
  let customers = 0;
  for (let row = 0; row < weight.length; row++) {
    const w = weight[row]!;
    customers += w;
    customersOfCount[counts.indexOfRow[row]!]! += w;
    customersOfAge[ages.indexOfRow[row]!]! += w;
    purchasesOfAge[ages.indexOfRow[row]!]! += w * frequency[row]!;
  }

  return (point, gradient) => {
    gradient.fill(0);
    if (customers === 0) return 0;
    const r = Math.exp(point[0]!);
    const alpha = Math.exp(point[1]!);
    let sum = 0;
    let byR = 0;
    let byAlpha = 0;
    for (const [i, w] of customersOfCount.entries()) {
      const x = counts.values[i]!;
      if (x === 0) continue;
      sum += w * lnRisingFactorial(r, x);
      byR += w * digammaDifference(r, x);
    }
    for (const [i, w] of customersOfAge.entries()) {
      const time = ages.values[i]!;
      const growth = Math.log1p(time / alpha);
      sum -= w * r * growth + purchasesOfAge[i]! * Math.log(alpha + time);
      byR -= w * growth;
      byAlpha += (w * r * time) / alpha / (alpha + time) - purchasesOfAge[i]! / (alpha + time);
    }
    gradient[0] = (-byR * r) / customers;
    gradient[1] = (-byAlpha * alpha) / customers;
    return -sum / customers;
  };
}
