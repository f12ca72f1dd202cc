import type { CompressedHistories } from "../histories/contract.ts";
import { digammaDifference } from "../numerics/digamma-difference.ts";
import { type DistinctValues, distinctValues } from "../numerics/distinct-values.ts";
import { lnRisingFactorial } from "../numerics/ln-rising-factorial.ts";
import { logBetaRatio } from "../numerics/log-beta-ratio.ts";
import type { Objective } from "../numerics/minimise-bfgs.ts";
import type { CnbdVariant } from "./contract.ts";

/**
 * Minus the mean log-likelihood per customer, without `lnIntervalFactor`, as a function of (ln r, ln alpha, ln a, ln b), with
 * its gradient. 0 for no customers.
 *
 * Terms of the recency alone and of the age alone are computed once per distinct value, those of the frequency once per group
 * of rows (which must be ordered by frequency); a row then costs one exponential and one logarithm.
 */
export function cnbdObjective({ k, leavesAtFirst }: CnbdVariant, histories: CompressedHistories): Objective {
  const { weight } = histories;
  const groups = groupsOf(histories.frequency);
  const recencies = distinctValues(histories.recency);
  const ages = distinctValues(histories.age);
  const recencyGrowth = new Float64Array(recencies.values.length);
  const recencyShare = new Float64Array(recencies.values.length);
  const ageGrowth = new Float64Array(ages.values.length);
  const ageShare = new Float64Array(ages.values.length);
  const stages = new StageSum(k);
  const totalWeight = weight.reduce((sum, w) => sum + w, 0);

  return (point, gradient) => {
    gradient.fill(0);
    if (totalWeight === 0) return 0;
    const [r, alpha, a, b] = [...point].map(Math.exp) as [number, number, number, number];
    const lnAlpha = point[1]!;
    tabulate(recencies, alpha, recencyGrowth, recencyShare);
    tabulate(ages, alpha, ageGrowth, ageShare);

    let sum = 0;
    let byR = 0;
    let byLnAlpha = 0;
    let byLnA = 0;
    let byLnB = 0;
    for (const { x, from, to } of groups) {
      const chances = leavesAtFirst ? x + 1 : x;
      const count = k * x;
      const shape = r + count;
      const lnLeaving = chances === 0 ? Number.NEGATIVE_INFINITY : Math.log(a / (b + chances - 1));
      let customers = 0;
      let leftCustomers = 0;
      for (let row = from; row < to; row++) {
        const i = recencies.indexOfRow[row]!;
        const j = ages.indexOfRow[row]!;
        const w = weight[row]!;
        const growth = ageGrowth[j]!;
        customers += w;
        if (chances === 0 && k === 1) {
          // Certainly alive: no exponential, no logarithm.
          sum -= w * shape * growth;
          byR -= w * growth;
          byLnAlpha += w * shape * ageShare[j]!;
          continue;
        }
        const silence = growth - recencyGrowth[i]!;
        if (k > 1) {
          stages.evaluate(shape, ages.values[j]! - recencies.values[i]!, alpha + ages.values[j]!);
        }
        // ln of the odds that the customer has left
        const odds = lnLeaving + shape * silence - stages.ln;
        const shrunk = Math.exp(-Math.abs(odds));
        const larger = 1 / (1 + shrunk);
        const left = odds > 0 ? larger : shrunk * larger;
        const alive = odds > 0 ? shrunk * larger : larger;
        sum += w * (Math.max(odds, 0) + Math.log1p(shrunk) + stages.ln - shape * growth);
        byR += w * (left * silence + alive * stages.byShape - growth);
        byLnAlpha +=
          w * (shape * (alive * ageShare[j]! + left * recencyShare[i]!) + alive * alpha * stages.byAlpha);
        leftCustomers += w * left;
      }
      sum += customers * (lnRisingFactorial(r, count) - count * lnAlpha + logBetaRatio(a, b, chances));
      byR += customers * digammaDifference(r, count);
      byLnAlpha -= customers * count;
      if (chances > 0) {
        const both = digammaDifference(a + b, chances);
        byLnA += leftCustomers - a * customers * both;
        byLnB += b * (customers * (digammaDifference(b, chances) - both) - leftCustomers / (b + chances - 1));
      }
    }
    gradient[0] = (-byR * r) / totalWeight;
    gradient[1] = -byLnAlpha / totalWeight;
    gradient[2] = -byLnA / totalWeight;
    gradient[3] = -byLnB / totalWeight;
    return -sum / totalWeight;
  };
}

/** Rows `from` … `to` − 1 have frequency `x`. */
interface Group {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

function groupsOf(frequency: Float64Array): Group[] {
  const groups: Group[] = [];
  let from = 0;
  for (let row = 1; row <= frequency.length; row++) {
    if (row < frequency.length && frequency[row] === frequency[from]) continue;
    groups.push({ x: frequency[from]!, from, to: row });
    from = row;
  }
  return groups;
}

/** ln((alpha + t) / alpha) and t / (alpha + t) per distinct time: both keep their digits however large alpha is. */
function tabulate(times: DistinctValues, alpha: number, growth: Float64Array, share: Float64Array): void {
  const { values } = times;
  for (let i = 0; i < values.length; i++) {
    const time = values[i]!;
    growth[i] = Math.log1p(time / alpha);
    share[i] = time / (alpha + time);
  }
}

/** `lnStageSum` with its slopes, 0 for k = 1; reused from row to row, because a new object each would cost more than the sum. */
class StageSum {
  ln = 0;
  /** d ln / d shape */
  byShape = 0;
  /** d ln / d alpha */
  byAlpha = 0;
  readonly #k: number;

  constructor(k: number) {
    this.#k = k;
  }

  evaluate(shape: number, silence: number, total: number): void {
    let term = 1;
    let sum = 1;
    let harmonic = 0;
    let byShape = 0;
    let weighted = 0;
    for (let j = 1; j < this.#k; j++) {
      const factor = shape + j - 1;
      term *= (factor / j) * (silence / total);
      harmonic += 1 / factor;
      sum += term;
      byShape += term * harmonic;
      weighted += term * j;
    }
    this.ln = Math.log(sum);
    this.byShape = byShape / sum;
    this.byAlpha = -weighted / sum / total;
  }
}
