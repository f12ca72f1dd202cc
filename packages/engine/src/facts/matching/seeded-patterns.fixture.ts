import type { PatternCount } from "./estimate-by-em.ts";

/**
 * Expected counts of the 16 patterns of four two-level fields under lambda .5, m .7 and u .1, for a million pairs:
 * the distribution itself, so that the estimate has no sampling error.
 */
export function seededPatterns(): PatternCount[] {
  const pairs = 1_000_000;
  return Array.from({ length: 16 }, (_, pattern) => {
    const levels = [0, 1, 2, 3].map((field) => (pattern >> field) & 1);
    const chance = (agree: number): number =>
      levels.reduce((product, level) => product * (level === 0 ? agree : 1 - agree), 1);
    return { levels, pairs: pairs * (0.5 * chance(0.7) + 0.5 * chance(0.1)) };
  });
}
