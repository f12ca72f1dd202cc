import gammaln from "@stdlib/math-base-special-gammaln";
import type { CompressedHistories } from "../histories/contract.ts";
import { digamma } from "../numerics/digamma.ts";
import { distinctValues } from "../numerics/distinct-values.ts";
import type { Objective } from "../numerics/minimise-bfgs.ts";
import { fillLeavingByRow, leavingColumns } from "./leaving-columns.ts";
import { leavingTable } from "./leaving-table.ts";

/** A group with fewer rows is not worth a table. */
const MIN_TABLE_ROWS = 50;

/** Rows of customers with the same covariates stand together. */
export interface CovariateGroups {
  /** First row of every group and, at last, the number of rows. */
  readonly starts: Int32Array;
  /** Covariates of the purchase rate: per covariate its value per group. */
  readonly transaction: readonly Float64Array[];
  /** Covariates of the leaving rate: per covariate its value per group. */
  readonly lifetime: readonly Float64Array[];
}

/**
 * Minus the mean log-likelihood per customer as a function of (ln r, ln alpha, ln s, ln beta) and then the effects of the
 * transaction and of the lifetime covariates, with its gradient. A group has alpha · e^(−Σ effect · value), and beta likewise.
 *
 * The derivative of ln(1 + odds of having left) is the probability of having left times that of ln odds, and that is an average
 * over the time of leaving, which comes with the odds themselves.
 *
 * @param histories ordered by frequency, within a group when there are groups
 */
export function paretoNbdObjective(
  histories: CompressedHistories,
  groups: CovariateGroups = oneGroup(histories),
): Objective {
  const { weight, age } = histories;
  const { starts, transaction, lifetime } = groups;
  const groupCount = starts.length - 1;
  const rows = weight.length;
  const { values: frequency, indexOfRow: frequencyIndex } = distinctValues(histories.frequency);
  const totalWeight = weight.reduce((sum, w) => sum + w, 0);
  const weightOfFrequency = new Float64Array(frequency.length);
  for (let row = 0; row < rows; row++) weightOfFrequency[frequencyIndex[row]!]! += weight[row]!;
  const tables = Array.from({ length: groupCount }, (_, group) => {
    const [from, to] = [starts[group]!, starts[group + 1]!];
    return to - from < MIN_TABLE_ROWS ? null : leavingTable(histories, from, to);
  });
  const leaving = leavingColumns(rows);

  return (point, gradient) => {
    const r = Math.exp(point[0]!);
    const s = Math.exp(point[2]!);
    gradient.fill(0);
    if (totalWeight === 0) return 0;
    let sum = 0;
    let byR = 0;
    let byS = 0;
    for (let group = 0; group < groupCount; group++) {
      const from = starts[group]!;
      const to = starts[group + 1]!;
      let lnAlpha = point[1]!;
      let lnBeta = point[3]!;
      for (let i = 0; i < transaction.length; i++) lnAlpha -= point[4 + i]! * transaction[i]![group]!;
      const firstLifetime = 4 + transaction.length;
      for (let i = 0; i < lifetime.length; i++) lnBeta -= point[firstLifetime + i]! * lifetime[i]![group]!;
      const alpha = Math.exp(lnAlpha);
      const beta = Math.exp(lnBeta);
      const fill = tables[group]!;
      if (fill === null) fillLeavingByRow(histories, from, to, r, alpha, s, beta, leaving);
      else fill(r, alpha, s, beta, leaving);

      let byAlpha = 0;
      let byBeta = 0;
      for (let row = from; row < to; row++) {
        const w = weight[row]!;
        const x = frequency[frequencyIndex[row]!]!;
        const shape = r + x;
        const alphaAge = alpha + age[row]!;
        const betaAge = beta + age[row]!;
        const lnAlphaAge = Math.log(alphaAge);
        const lnBetaAge = Math.log(betaAge);
        sum += w * (r * lnAlpha - shape * lnAlphaAge - s * (lnBetaAge - lnBeta));
        byR += w * (lnAlpha - lnAlphaAge);
        byAlpha += w * (r / alpha - shape / alphaAge);
        byS += w * (lnBeta - lnBetaAge);
        byBeta += w * s * (1 / beta - 1 / betaAge);
        const odds = leaving.lnOdds[row]!;
        if (odds === Number.NEGATIVE_INFINITY) continue;

        const shrunk = Math.exp(-Math.abs(odds));
        const left = w * (odds > 0 ? 1 / (1 + shrunk) : shrunk / (1 + shrunk));
        sum += w * (Math.max(odds, 0) + Math.log1p(shrunk));
        byR += left * (lnAlphaAge - leaving.lnAlpha[row]!);
        byAlpha += left * shape * (1 / alphaAge - leaving.perAlpha[row]!);
        byS += left * (1 / s + lnBetaAge - leaving.lnBeta[row]!);
        byBeta += left * (s / betaAge - (s + 1) * leaving.perBeta[row]!);
      }
      const byLnAlpha = (-byAlpha * alpha) / totalWeight;
      const byLnBeta = (-byBeta * beta) / totalWeight;
      gradient[1]! += byLnAlpha;
      gradient[3]! += byLnBeta;
      for (let i = 0; i < transaction.length; i++) gradient[4 + i]! -= byLnAlpha * transaction[i]![group]!;
      for (let i = 0; i < lifetime.length; i++)
        gradient[firstLifetime + i]! -= byLnBeta * lifetime[i]![group]!;
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
    gradient[2] = (-byS * s) / totalWeight;
    return -sum / totalWeight;
  };
}

function oneGroup({ weight }: CompressedHistories): CovariateGroups {
  return { starts: Int32Array.of(0, weight.length), transaction: [], lifetime: [] };
}
