import type { CompressedHistories } from "../histories/contract.ts";
import { digamma } from "../numerics/digamma.ts";
import { type DistinctValues, distinctValues } from "../numerics/distinct-values.ts";
import { lnRisingFactorial } from "../numerics/ln-rising-factorial.ts";
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
  const lnRecency = new Float64Array(recencies.values.length);
  const recencyReciprocal = new Float64Array(recencies.values.length);
  const lnAge = new Float64Array(ages.values.length);
  const ageReciprocal = new Float64Array(ages.values.length);
  const stages = k === 1 ? null : new StageSum(k);
  const totalWeight = weight.reduce((sum, w) => sum + w, 0);
  const chancesOf = (x: number) => (leavesAtFirst ? x + 1 : x);

  return (point, gradient) => {
    gradient.fill(0);
    if (totalWeight === 0) return 0;
    const [r, alpha, a, b] = [...point].map(Math.exp) as [number, number, number, number];
    const lnAlpha = point[1]!;
    tabulate(recencies, alpha, lnRecency, recencyReciprocal);
    tabulate(ages, alpha, lnAge, ageReciprocal);
    const digammaR = digamma(r);
    const digammaB = digamma(b);
    const digammaAb = digamma(a + b);

    let sum = 0;
    let byR = 0;
    let byAlpha = 0;
    let byA = 0;
    let byB = 0;
    for (const { x, from, to } of groups) {
      const chances = chancesOf(x);
      const count = k * x;
      const shape = r + count;
      const lnLeaving = chances === 0 ? Number.NEGATIVE_INFINITY : Math.log(a / (b + chances - 1));
      let customers = 0;
      let leftCustomers = 0;
      let groupSum = 0;
      let groupByR = 0;
      let groupByAlpha = 0;
      for (let row = from; row < to; row++) {
        const i = recencies.indexOfRow[row]!;
        const j = ages.indexOfRow[row]!;
        const w = weight[row]!;
        const lnAgeRatio = lnAge[j]! - lnAlpha;
        customers += w;
        if (chances === 0) {
          groupSum -= w * shape * lnAgeRatio;
          groupByR -= w * lnAgeRatio;
          groupByAlpha -= w * shape * ageReciprocal[j]!;
          continue;
        }
        const silence = lnAge[j]! - lnRecency[i]!;
        let lnStages = 0;
        let stagesByR = 0;
        let stagesByAlpha = 0;
        if (stages !== null) {
          const time = ages.values[j]! - recencies.values[i]!;
          stages.evaluate(shape, time * ageReciprocal[j]!, ageReciprocal[j]!);
          lnStages = stages.ln;
          stagesByR = stages.byShape;
          stagesByAlpha = stages.byAlpha;
        }
        // ln of the odds that the customer has left
        const odds = lnLeaving + shape * silence - lnStages;
        const shrunk = Math.exp(-Math.abs(odds));
        const larger = 1 / (1 + shrunk);
        const left = odds > 0 ? larger : shrunk * larger;
        const alive = odds > 0 ? shrunk * larger : larger;
        groupSum += w * (Math.max(odds, 0) + Math.log1p(shrunk) + lnStages - shape * lnAgeRatio);
        groupByR -= w * (lnAgeRatio - left * silence - alive * stagesByR);
        groupByAlpha -=
          w * (shape * (alive * ageReciprocal[j]! + left * recencyReciprocal[i]!) - alive * stagesByAlpha);
        leftCustomers += w * left;
      }
      sum += groupSum - customers * count * lnAlpha;
      byR += groupByR;
      byAlpha += groupByAlpha;
      if (count > 0) {
        sum += customers * lnRisingFactorial(r, count);
        byR += customers * (digamma(shape) - digammaR);
      }
      if (chances > 0) {
        sum += customers * (lnRisingFactorial(b, chances) - lnRisingFactorial(a + b, chances));
        const shared = customers * (digammaAb - digamma(a + b + chances));
        byA += shared + leftCustomers / a;
        byB += shared + customers * (digamma(b + chances) - digammaB) - leftCustomers / (b + chances - 1);
      }
    }
    byAlpha += (totalWeight * r) / alpha;

    gradient[0] = (-byR * r) / totalWeight;
    gradient[1] = (-byAlpha * alpha) / totalWeight;
    gradient[2] = (-byA * a) / totalWeight;
    gradient[3] = (-byB * b) / totalWeight;
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

function tabulate(times: DistinctValues, alpha: number, ln: Float64Array, reciprocal: Float64Array): void {
  const { values } = times;
  for (let i = 0; i < values.length; i++) {
    const time = alpha + values[i]!;
    ln[i] = Math.log(time);
    reciprocal[i] = 1 / time;
  }
}

/** The sum of `lnStageSum` with its slopes; reused from row to row, because a new object each would cost more than the sum. */
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

  evaluate(shape: number, share: number, ageReciprocal: number): void {
    let term = 1;
    let sum = 1;
    let harmonic = 0;
    let byShape = 0;
    let weighted = 0;
    for (let j = 1; j < this.#k; j++) {
      const factor = shape + j - 1;
      term *= (factor / j) * share;
      harmonic += 1 / factor;
      sum += term;
      byShape += term * harmonic;
      weighted += term * j;
    }
    this.ln = Math.log(sum);
    this.byShape = byShape / sum;
    this.byAlpha = (-weighted / sum) * ageReciprocal;
  }
}
