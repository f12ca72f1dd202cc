import gammaln from "@stdlib/math-base-special-gammaln";
import type { CompressedHistories } from "../histories/contract.ts";
import { digamma } from "../numerics/digamma.ts";
import { distinctValues } from "../numerics/distinct-values.ts";
import type { Objective } from "../numerics/minimise-bfgs.ts";
import { type LeavingAverages, lnLeftOdds } from "./left-odds.ts";

/**
 * Minus the mean log-likelihood per customer as a function of (ln r, ln alpha, ln s, ln beta), with its gradient.
 *
 * The derivative of ln(1 + odds of having left) is the probability of having left times that of ln odds, and that is an average
 * over the time of leaving, which comes with the odds themselves.
 */
export function paretoNbdObjective(histories: CompressedHistories): Objective {
  const { weight, recency } = histories;
  const rows = weight.length;
  const { values: frequency, indexOfRow: frequencyIndex } = distinctValues(histories.frequency);
  const { values: age, indexOfRow: ageIndex } = distinctValues(histories.age);
  const totalWeight = weight.reduce((sum, w) => sum + w, 0);
  const weightOfFrequency = new Float64Array(frequency.length);
  for (let row = 0; row < rows; row++) weightOfFrequency[frequencyIndex[row]!]! += weight[row]!;
  const averages: LeavingAverages = { lnAlpha: 0, lnBeta: 0, perAlpha: 0, perBeta: 0 };

  return (point, gradient) => {
    const [r, alpha, s, beta] = [...point].map(Math.exp) as [number, number, number, number];
    const lnAlphaAge = age.map((time) => Math.log(alpha + time));
    const lnBetaAge = age.map((time) => Math.log(beta + time));

    let sum = totalWeight * (r * Math.log(alpha) + s * Math.log(beta));
    let byR = totalWeight * Math.log(alpha);
    let byAlpha = (totalWeight * r) / alpha;
    let byS = totalWeight * Math.log(beta);
    let byBeta = (totalWeight * s) / beta;
    for (let row = 0; row < rows; row++) {
      const w = weight[row]!;
      const j = ageIndex[row]!;
      const shape = r + frequency[frequencyIndex[row]!]!;
      const time = age[j]!;
      const odds = lnLeftOdds(shape, alpha, s, beta, recency[row]!, time, averages);
      sum -= w * (shape * lnAlphaAge[j]! + s * lnBetaAge[j]!);
      byR -= w * lnAlphaAge[j]!;
      byAlpha -= (w * shape) / (alpha + time);
      byS -= w * lnBetaAge[j]!;
      byBeta -= (w * s) / (beta + time);
      if (odds === Number.NEGATIVE_INFINITY) continue;

      const shrunk = Math.exp(-Math.abs(odds));
      const left = odds > 0 ? 1 / (1 + shrunk) : shrunk / (1 + shrunk);
      sum += w * (Math.max(odds, 0) + Math.log1p(shrunk));
      byR += w * left * (lnAlphaAge[j]! - averages.lnAlpha);
      byAlpha += w * left * shape * (1 / (alpha + time) - averages.perAlpha);
      byS += w * left * (1 / s + lnBetaAge[j]! - averages.lnBeta);
      byBeta += w * left * (s / (beta + time) - (s + 1) * averages.perBeta);
    }
    const lnGammaR = gammaln(r);
    const digammaR = digamma(r);
    for (let i = 0; i < frequency.length; i++) {
      const x = frequency[i]!;
      if (x === 0) continue;
      sum += weightOfFrequency[i]! * (gammaln(r + x) - lnGammaR);
      byR += weightOfFrequency[i]! * (digamma(r + x) - digammaR);
    }
    gradient[0] = (-byR * r) / totalWeight;
    gradient[1] = (-byAlpha * alpha) / totalWeight;
    gradient[2] = (-byS * s) / totalWeight;
    gradient[3] = (-byBeta * beta) / totalWeight;
    return -sum / totalWeight;
  };
}
