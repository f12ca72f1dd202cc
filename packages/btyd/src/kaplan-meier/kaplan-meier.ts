import { normalQuantile } from "../numerics/normal-quantile.ts";
import { outOfRange } from "../out-of-range.ts";
import { checkLevel } from "../repeat-purchase/check-arguments.ts";
import type { DurationColumns, KaplanMeier, KaplanMeierQuantile, RestrictedMean } from "./contract.ts";
import { durationTable } from "./duration-table.ts";

/** That of most statistical programmes. */
const DEFAULT_LEVEL = 0.95;
/** A step of the curve that comes this close to a share is meant to hit it: sums of weights are not exact. */
const TOUCHES = 1e-12;

/**
 * Survival of cases of which some are still going on. Equal durations count together; an ending counts before a censoring at the
 * same duration. The order of rows is irrelevant.
 *
 * @throws RangeError when the columns differ in length, or naming the first value that no case can have; every method does so
 * for an argument out of range.
 */
export function kaplanMeier(data: DurationColumns): KaplanMeier {
  const { times, atRisk, events, cases, longest } = durationTable(data);
  const survival = new Float64Array(times.length);
  const logErrors = new Float64Array(times.length);
  let share = 1;
  let greenwood = 0;
  for (let i = 0; i < times.length; i++) {
    const left = Math.max(0, atRisk[i]! - events[i]!);
    share *= left / atRisk[i]!;
    greenwood += events[i]! / (atRisk[i]! * left);
    survival[i] = share;
    logErrors[i] = Math.sqrt(greenwood);
  }
  const standardErrors = survival.map((s, i) => (s === 0 ? 0 : s * logErrors[i]!));
  const isOver = share === 0;

  /** Position of the step that holds at `time`: −1 before the first, null where nothing is known. */
  const stepAt = (time: number): number | null => {
    if (!(time >= 0 && time < Number.POSITIVE_INFINITY)) {
      throw outOfRange("time", time, "a finite number ≥ 0");
    }
    if (cases === 0 || (time > longest && !isOver)) return null;
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle]! <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  // Where nobody is left the error of ln S is infinite: the lower bound is 0, an upper one (NaN) does not exist.
  const bound = (i: number, z: number) => Math.min(1, survival[i]! * Math.exp(z * logErrors[i]!));

  const quantile = (endedShare: number, level: number = DEFAULT_LEVEL): KaplanMeierQuantile => {
    checkLevel(level);
    if (!(endedShare > 0 && endedShare < 1)) {
      throw outOfRange("share", endedShare, "a number above 0 and below 1");
    }
    const z = normalQuantile((1 + level) / 2);
    return {
      estimate: crossing(times, (i) => survival[i]!, 1 - endedShare),
      low: crossing(times, (i) => bound(i, -z), 1 - endedShare),
      high: crossing(times, (i) => bound(i, z), 1 - endedShare),
    };
  };

  const restrictedMean = (until: number = longest): RestrictedMean | null => {
    if (stepAt(until) === null) return null;
    let area = 0;
    let variance = 0;
    let to = until;
    for (let i = times.length - 1; i >= 0; i--) {
      if (times[i]! >= until) continue;
      area += survival[i]! * (to - times[i]!);
      to = times[i]!;
      const left = atRisk[i]! - events[i]!;
      if (left > 0) variance += (area * area * events[i]!) / (atRisk[i]! * left);
    }
    return { estimate: area + to, standardError: Math.sqrt(variance) };
  };

  return {
    times,
    atRisk,
    events,
    survival,
    standardErrors,
    cases,
    totalEvents: events.reduce((sum, count) => sum + count, 0),
    longest,
    survivalAt(time) {
      const step = stepAt(time);
      return step === null ? null : (survival[step] ?? 1);
    },
    standardErrorAt(time) {
      const step = stepAt(time);
      return step === null ? null : (standardErrors[step] ?? 0);
    },
    intervalAt(time, level = DEFAULT_LEVEL) {
      checkLevel(level);
      const step = stepAt(time);
      if (step === null || survival[step] === 0) return null;
      if (step < 0) return { low: 1, high: 1 };
      const z = normalQuantile((1 + level) / 2);
      return { low: bound(step, -z), high: bound(step, z) };
    },
    median: quantile(0.5),
    quantile,
    restrictedMean,
  };
}

/** The first time at which a falling curve lies below `level`; half-way along a step that lies exactly on it. */
function crossing(times: Float64Array, curve: (i: number) => number, level: number): number | null {
  for (let i = 0; i < times.length; i++) {
    const value = curve(i);
    if (value < level - TOUCHES) return times[i]!;
    if (value <= level + TOUCHES) return i + 1 < times.length ? (times[i]! + times[i + 1]!) / 2 : times[i]!;
  }
  return null;
}
