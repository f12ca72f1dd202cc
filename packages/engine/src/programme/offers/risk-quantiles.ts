import { normalQuantile } from "../../normal-quantile.ts";
import { z80 } from "../../wilson.ts";

interface Shares {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** Points per dimension; odd, so that the middle is one of them. */
const points = 25;

/** Quantile of a split normal with these 10 %, 50 % and 90 % quantiles, kept within 0…1. */
function shareAt({ low, mid, high }: Shares, normal: number): number {
  const spread = normal < 0 ? mid - low : high - mid;
  return Math.min(1, Math.max(0, mid + (normal / z80) * spread));
}

/**
 * Sales that are lost when some customers move down: sum over customers of moved × share of sales lost, where the share of
 * movers and the share lost are expectations and who moves is chance. Middle, 10 % and 90 % quantile on a grid of equally
 * likely points: no random numbers, so the same input gives the same cents.
 * @param salesSquared sum of squared sales, cents²: a few big customers make the interval wide
 */
export function riskQuantiles(
  salesCents: number,
  salesSquared: number,
  switchRatio: Shares,
  lostSalesRatio: Shares,
): { cents: number; low: number; high: number } {
  const normals = Array.from({ length: points }, (_, index) => normalQuantile((index + 0.5) / points));
  const losses: number[] = [];
  for (const first of normals) {
    const moved = shareAt(switchRatio, first);
    const chance = Math.sqrt(moved * (1 - moved) * salesSquared);
    for (const second of normals) {
      const lost = shareAt(lostSalesRatio, second);
      for (const third of normals) {
        losses.push(Math.min(Math.max(0, lost * (moved * salesCents + third * chance)), lost * salesCents));
      }
    }
  }
  losses.sort((a, b) => a - b);
  const at = (probability: number) => Math.round(losses[Math.floor(probability * losses.length)]!);
  return { cents: at(0.5), low: at(0.1), high: at(0.9) };
}
