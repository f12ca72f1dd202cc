import gammaln from "@stdlib/math-base-special-gammaln";
import { digamma } from "../numerics/digamma.ts";
import { distinctValues } from "../numerics/distinct-values.ts";
import type { Objective } from "../numerics/minimise-bfgs.ts";
import type { UsableSpend } from "./usable-spend.ts";

/**
 * Minus the mean log-likelihood per customer as a function of (ln p, ln q, ln v), with its gradient, values
 * divided by `valueScale`. Gamma functions are computed once per distinct count; a row costs one logarithm.
 */
export function gammaGammaObjective(spend: UsableSpend, valueScale: number): Objective {
  const { weight } = spend;
  // Without a customer every point is as good as another.
  const customers = spend.customers;
  const divisor = customers === 0 ? 1 : customers;
  const counts = distinctValues(spend.frequency);
  const weightOfCount = new Float64Array(counts.values.length);
  const total = new Float64Array(weight.length);
  let countedLnTotalSum = 0;
  let lnMeanSum = 0;
  for (let row = 0; row < weight.length; row++) {
    const w = weight[row]!;
    const x = spend.frequency[row]!;
    const mean = spend.meanValue[row]! / valueScale;
    total[row] = x * mean;
    weightOfCount[counts.indexOfRow[row]!]! += w;
    countedLnTotalSum += w * x * Math.log(x * mean);
    lnMeanSum += w * Math.log(mean);
  }

  return (point, gradient) => {
    const [p, q, v] = [...point].map(Math.exp) as [number, number, number];
    const lnV = Math.log(v);
    const lnGammaQ = gammaln(q);
    const digammaQ = digamma(q);

    let sum = customers * q * lnV + p * countedLnTotalSum - lnMeanSum;
    let byP = countedLnTotalSum;
    let byQ = customers * lnV;
    let byV = (customers * q) / v;
    for (let i = 0; i < weightOfCount.length; i++) {
      const x = counts.values[i]!;
      const w = weightOfCount[i]!;
      const digammaAll = digamma(p * x + q);
      sum += w * (gammaln(p * x + q) - gammaln(p * x) - lnGammaQ);
      byP += w * x * (digammaAll - digamma(p * x));
      byQ += w * (digammaAll - digammaQ);
    }
    for (let row = 0; row < weight.length; row++) {
      const w = weight[row]!;
      const x = spend.frequency[row]!;
      const lnAll = Math.log(v + total[row]!);
      sum -= w * (p * x + q) * lnAll;
      byP -= w * x * lnAll;
      byQ -= w * lnAll;
      byV -= (w * (p * x + q)) / (v + total[row]!);
    }
    gradient[0] = (-byP * p) / divisor;
    gradient[1] = (-byQ * q) / divisor;
    gradient[2] = (-byV * v) / divisor;
    return -sum / divisor;
  };
}
