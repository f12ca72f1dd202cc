import type { TernaryShares } from "./ternary-layout.ts";

const corners = ["value", "need", "effort"] as const;
/** Below this a share counts as this: its logarithm must exist. */
const least = 1e-4;
/** Standard deviation of the log ratios that fills the picture well. */
const wantedSpread = 0.65;
const strongest = 5;

export interface WeightedShares {
  readonly shares: TernaryShares;
  readonly weight: number;
}

/**
 * Shares as seen from their weighted average, which comes to stand in the middle, with the differences enlarged (never made
 * smaller) until they fill the triangle: centring and powering of compositions, the usual way to make a ternary plot
 * readable whose points lie close together (Aitchison 1986; von Eynatten et al. 2002). Order along every axis is kept.
 */
export function spreadShares(items: readonly WeightedShares[]): readonly TernaryShares[] {
  const total = items.reduce((sum, item) => sum + item.weight, 0);
  if (total <= 0) return items.map((item) => item.shares);
  const logs = items.map((item) => logRatios(item.shares));
  const mean = corners.map((_, at) =>
    items.reduce((sum, item, index) => sum + (item.weight / total) * (logs[index]?.[at] ?? 0), 0),
  );
  const variance = items.reduce((sum, item, index) => {
    const distance = corners.reduce(
      (part, _, at) => part + ((logs[index]?.[at] ?? 0) - (mean[at] ?? 0)) ** 2,
      0,
    );
    return sum + (item.weight / total) * distance;
  }, 0);
  const power = variance <= 0 ? 1 : Math.min(strongest, Math.max(1, wantedSpread / Math.sqrt(variance)));
  return logs.map((ratios) => {
    const parts = ratios.map((ratio, at) => Math.exp(power * (ratio - (mean[at] ?? 0))));
    const sum = parts.reduce((all, part) => all + part, 0);
    const [value = 0, need = 0, effort = 0] = parts.map((part) => part / sum);
    return { value, need, effort };
  });
}

/** Logarithms of the shares against their geometric mean. */
function logRatios(shares: TernaryShares): readonly number[] {
  const logs = corners.map((corner) => Math.log(Math.max(least, shares[corner])));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return logs.map((log) => log - mean);
}
