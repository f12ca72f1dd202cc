import gammaln from "@stdlib/math-base-special-gammaln";
import type { CompressedHistories } from "../histories/contract.ts";
import { digamma } from "../numerics/digamma.ts";
import { distinctValues } from "../numerics/distinct-values.ts";
import type { Objective } from "../numerics/minimise-bfgs.ts";

/**
 * Minus the mean log-likelihood per customer as a function of (ln r, ln alpha, ln a, ln b), with its gradient.
 *
 * Terms of the frequency alone, of the recency alone and of the age alone are computed once per distinct
 * value; a row then costs one exponential and one logarithm.
 */
export function bgNbdObjective(histories: CompressedHistories): Objective {
  const { weight } = histories;
  const rows = weight.length;
  const { values: frequency, indexOfRow: frequencyIndex } = distinctValues(histories.frequency);
  const { values: recency, indexOfRow: recencyIndex } = distinctValues(histories.recency);
  const { values: age, indexOfRow: ageIndex } = distinctValues(histories.age);
  const totalWeight = weight.reduce((sum, w) => sum + w, 0);
  const weightOfFrequency = new Float64Array(frequency.length);
  for (let row = 0; row < rows; row++) weightOfFrequency[frequencyIndex[row]!]! += weight[row]!;

  const lnLeaving = new Float64Array(frequency.length);
  const leftWeight = new Float64Array(frequency.length);

  return (point, gradient) => {
    const [r, alpha, a, b] = [...point].map(Math.exp) as [number, number, number, number];
    const lnAlpha = Math.log(alpha);
    const lnRecency = recency.map((time) => Math.log(alpha + time));
    const lnAge = age.map((time) => Math.log(alpha + time));
    const recencyReciprocal = recency.map((time) => 1 / (alpha + time));
    const ageReciprocal = age.map((time) => 1 / (alpha + time));
    for (let i = 0; i < frequency.length; i++) {
      const x = frequency[i]!;
      lnLeaving[i] = x === 0 ? Number.NEGATIVE_INFINITY : Math.log(a / (b + x - 1));
    }
    leftWeight.fill(0);

    let sum = 0;
    let byR = 0;
    let byAlpha = 0;
    for (let row = 0; row < rows; row++) {
      const f = frequencyIndex[row]!;
      const i = recencyIndex[row]!;
      const j = ageIndex[row]!;
      const w = weight[row]!;
      const exponent = r + frequency[f]!;
      const silence = lnAge[j]! - lnRecency[i]!;
      // ln of the odds that the customer has left; −Infinity without a repeat purchase
      const odds = lnLeaving[f]! + exponent * silence;
      const shrunk = Math.exp(-Math.abs(odds));
      const larger = 1 / (1 + shrunk);
      const left = odds > 0 ? larger : shrunk * larger;
      sum += w * (Math.max(odds, 0) + Math.log1p(shrunk) - exponent * lnAge[j]!);
      byR -= w * (lnAge[j]! - left * silence);
      byAlpha -= w * exponent * (ageReciprocal[j]! + left * (recencyReciprocal[i]! - ageReciprocal[j]!));
      leftWeight[f]! += w * left;
    }

    let byA = 0;
    let byB = 0;
    const lnGammaR = gammaln(r);
    const lnGammaB = gammaln(b);
    const lnGammaAb = gammaln(a + b);
    const digammaR = digamma(r);
    const digammaB = digamma(b);
    const digammaAb = digamma(a + b);
    for (let i = 0; i < frequency.length; i++) {
      const x = frequency[i]!;
      const w = weightOfFrequency[i]!;
      if (x === 0) continue;
      sum += w * (gammaln(r + x) - lnGammaR + gammaln(b + x) - lnGammaB + lnGammaAb - gammaln(a + b + x));
      byR += w * (digamma(r + x) - digammaR);
      const shared = w * (digammaAb - digamma(a + b + x));
      byA += shared + leftWeight[i]! / a;
      byB += shared + w * (digamma(b + x) - digammaB) - leftWeight[i]! / (b + x - 1);
    }
    sum += totalWeight * r * lnAlpha;
    byR += totalWeight * lnAlpha;
    byAlpha += (totalWeight * r) / alpha;

    gradient[0] = (-byR * r) / totalWeight;
    gradient[1] = (-byAlpha * alpha) / totalWeight;
    gradient[2] = (-byA * a) / totalWeight;
    gradient[3] = (-byB * b) / totalWeight;
    return -sum / totalWeight;
  };
}
