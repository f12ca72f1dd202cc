import { checkPositiveParams } from "../repeat-purchase/check-arguments.ts";
import { checkSpend, checkSpends } from "./check-spend.ts";
import type { GammaGammaModel, GammaGammaParams } from "./contract.ts";
import { gammaGammaLogLikelihoodOf } from "./log-likelihood.ts";
import { expectedOwnMeanValue, medianOwnMeanValue } from "./own-mean-value.ts";

/**
 * The Gamma-Gamma model with these parameters: what a customer is expected to spend per purchase.
 *
 * @throws RangeError when a parameter is not a finite number > 0.
 */
export function gammaGamma(params: GammaGammaParams): GammaGammaModel {
  checkPositiveParams("Gamma-Gamma", params, ["p", "q", "v"]);
  const { p, q, v } = params;
  const populationMean = () => (q > 1 ? Math.min(Number.MAX_VALUE, p * (v / (q - 1))) : null);
  const expected = (frequency: number, meanValue: number) => {
    const isReadable = frequency > 0 && meanValue > 0;
    return expectedOwnMeanValue(params, isReadable ? frequency : 0, isReadable ? frequency * meanValue : 0);
  };
  return {
    model: "gammaGamma",
    params,
    logLikelihood(spend) {
      const rows = checkSpends(spend);
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        const one = gammaGammaLogLikelihoodOf(params, spend.frequency[row]!, spend.meanValue[row]!);
        sum += (spend.weight?.[row] ?? 1) * one;
      }
      return sum;
    },
    logLikelihoodOf(customer) {
      checkSpend(customer);
      return gammaGammaLogLikelihoodOf(params, customer.frequency, customer.meanValue);
    },
    expectedMeanValue(customer) {
      checkSpend(customer);
      return expected(customer.frequency, customer.meanValue);
    },
    expectedMeanValueEach(spend) {
      const rows = checkSpends(spend);
      const values = new Float64Array(rows);
      for (let row = 0; row < rows; row++) {
        values[row] = expected(spend.frequency[row]!, spend.meanValue[row]!);
      }
      return values;
    },
    populationMean,
    populationMedian: () => medianOwnMeanValue(p, q, v),
    populationStandardDeviation() {
      const mean = populationMean();
      return mean === null || q <= 2 ? null : mean / Math.sqrt(q - 2);
    },
  };
}
