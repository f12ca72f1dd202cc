import { invalid } from "./units.ts";

/** Standard normal quantile of a two-sided 80 % interval. */
export const z80 = 1.2815515655446004;

/**
 * Wilson score interval of a share: successes of n trials. Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212. Null without trials.
 * @throws RangeError when successes are not between 0 and n.
 */
export function wilson(successes: number, n: number, z: number = z80): { low: number; high: number } | null {
  if (!(successes >= 0 && successes <= n)) throw invalid("successes", successes, `0 … ${n}`);
  if (n === 0) return null;
  const share = successes / n;
  const square = (z * z) / n;
  const centre = (share + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
