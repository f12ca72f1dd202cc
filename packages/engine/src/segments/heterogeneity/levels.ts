/** A driver as classes: the class number of every row. */
export interface Levels {
  readonly codes: Int32Array;
  readonly count: number;
  /** Share of rows of which the driver is known; the unknown ones are a class of their own. */
  readonly knownRatio: number;
}

/** At most so many classes; the rest are one. */
const mostLevels = 20;
/** A class with fewer rows goes into the rest: its mean is mostly chance. */
const leastRows = 10;

/** Classes of a driver, the most frequent first, rare ones folded into one. */
export function levelsOf(values: readonly (string | null)[]): Levels {
  const counts = new Map<string, number>();
  let known = 0;
  for (const value of values) {
    if (value === null) continue;
    known++;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const kept = ranked.filter(([, count]) => count >= leastRows).slice(0, mostLevels);
  const codeOf = new Map(kept.map(([value], index) => [value, index]));
  const hasRest = ranked.length > kept.length;
  const rest = kept.length;
  const unknown = kept.length + (hasRest ? 1 : 0);
  const codes = Int32Array.from(values, (value) => (value === null ? unknown : (codeOf.get(value) ?? rest)));
  const count = unknown + (known < values.length ? 1 : 0);
  return { codes, count: Math.max(1, count), knownRatio: values.length === 0 ? 0 : known / values.length };
}

/** Tenths of a figure; equal values share a class; an unknown figure stays unknown. */
export function tenths(values: readonly (number | null)[]): (string | null)[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const cuts = Array.from(
    { length: 9 },
    (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / 10)],
  );
  return values.map((value) => {
    if (value === null) return null;
    return String(cuts.filter((cut) => cut !== undefined && cut <= value).length);
  });
}
