import type { Lifetime } from "./renewal-periods.ts";

/** Renewals by number: position i is the (i + 1)-th one of a contract. */
export interface RetentionCounts {
  readonly due: readonly number[];
  /** Of those due, the ones that did not happen. */
  readonly lost: readonly number[];
}

/** Renewals that were due in (after, upTo], by day. */
export function retentionCounts(
  lifetimes: readonly Lifetime[],
  after = Number.NEGATIVE_INFINITY,
  upTo = Number.POSITIVE_INFINITY,
): RetentionCounts {
  const due: number[] = [];
  const lost: number[] = [];
  for (const { dueOn, isLost } of lifetimes) {
    for (const [i, day] of dueOn.entries()) {
      if (day <= after || day > upTo) continue;
      due[i] = (due[i] ?? 0) + 1;
      if (isLost && i === dueOn.length - 1) lost[i] = (lost[i] ?? 0) + 1;
    }
  }
  const filled = (counts: readonly number[]) =>
    Array.from({ length: due.length }, (_, index) => counts[index] ?? 0);
  return { due: filled(due), lost: filled(lost) };
}

/** Contracts as a fit takes them, as they were on a day: renewals due later are not known yet. Without any renewal: left out. */
export function contractsUpTo(lifetimes: readonly Lifetime[], upTo = Number.POSITIVE_INFINITY) {
  const known = lifetimes
    .map(({ dueOn, isLost }) => {
      const periods = dueOn.filter((day) => day <= upTo).length;
      return { periods, ended: isLost && periods === dueOn.length ? 1 : 0 };
    })
    .filter(({ periods }) => periods > 0);
  // Few distinct rows: equal contracts as one with a weight.
  const weights = new Map<string, { periods: number; ended: number; weight: number }>();
  for (const { periods, ended } of known) {
    const key = `${periods}/${ended}`;
    const row = weights.get(key) ?? { periods, ended, weight: 0 };
    row.weight++;
    weights.set(key, row);
  }
  const rows = [...weights.values()].sort((a, b) => a.periods - b.periods || a.ended - b.ended);
  return {
    periods: rows.map(({ periods }) => periods),
    ended: rows.map(({ ended }) => ended),
    weight: rows.map(({ weight }) => weight),
  };
}
