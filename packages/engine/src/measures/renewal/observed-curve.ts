import { kaplanMeier } from "@kleinod/btyd/kaplan-meier/kaplan-meier.ts";
import { normalQuantile } from "../../normal-quantile.ts";
import { type Ahead, type ContractStand, intervalLevel, type RenewalCurve } from "./renewal-curve.ts";
import type { Lifetime } from "./renewal-periods.ts";

/** Behind the last time at which so many contracts were still watched, the mean rate of leaving continues. */
const leastAtRisk = 5;

/**
 * Curve without a model: Kaplan–Meier in months as far as it was observed, then the mean rate at which contracts ended over all
 * months lived. The interval comes from Greenwood's standard error of the logarithm, and from the number of ends for the rate.
 */
export function observedCurve(lifetimes: readonly Lifetime[]): RenewalCurve {
  const observed = kaplanMeier({
    durations: lifetimes.map(({ months }) => months),
    ended: lifetimes.map(({ isEnded }) => isEnded),
  });
  const lived = lifetimes.reduce((sum, { months }) => sum + months, 0);
  const ratePerMonth = lived > 0 ? observed.totalEvents / lived : 0;
  const watched = lifetimes.map(({ months }) => months).sort((a, b) => b - a)[leastAtRisk - 1] ?? 0;
  // Sums over the steps up to each time, so that any span is a difference.
  const times: number[] = [];
  const logs = [0];
  const variances = [0];
  for (const [i, time] of observed.times.entries()) {
    const left = observed.atRisk[i]! - observed.events[i]!;
    if (time > watched || left <= 0) continue;
    times.push(time);
    logs.push(logs.at(-1)! + Math.log(left / observed.atRisk[i]!));
    variances.push(variances.at(-1)! + observed.events[i]! / (observed.atRisk[i]! * left));
  }
  const stepsUpTo = (time: number) => {
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle]! <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** ln S(to) − ln S(from), and its variance. */
  const logSurvival = (from: number, to: number) => {
    const first = stepsUpTo(from);
    const last = Math.max(first, stepsUpTo(to));
    const beyond = Math.max(0, to - Math.max(from, watched)) * ratePerMonth;
    return {
      log: logs[last]! - logs[first]! - beyond,
      variance: variances[last]! - variances[first]! + beyond ** 2 / Math.max(1, observed.totalEvents),
    };
  };
  const aheadAt =
    (z: number) =>
    ({ age, decisionIn, isAgreed }: ContractStand): Ahead =>
    (months) => {
      if (isAgreed && months < decisionIn) return 1;
      // Half a month before an agreed end: what ends contracts then lies ahead.
      const { log, variance } = logSurvival(isAgreed ? age + decisionIn - 0.5 : age, age + months);
      return Math.min(1, Math.exp(log + z * Math.sqrt(variance)));
    };
  const z = normalQuantile((1 + intervalLevel) / 2);
  return {
    ahead: aheadAt(0),
    estimate: (quantity) => ({
      expected: quantity(aheadAt(0)),
      low: quantity(aheadAt(-z)),
      high: quantity(aheadAt(z)),
    }),
  };
}
