import { concaveEnvelope, type EffortLevel, slope } from "./concave-envelope.ts";
import type { EffortAllocation } from "./exponential-allocation.ts";

export interface LevelAllocation extends EffortAllocation {
  /** No division of the total can bring more. */
  readonly bound: number;
}

/**
 * Divides a total effort over responses of any shape, given as levels: from the lowest level of each, always the step that
 * brings most per unit of effort along the concave envelopes, until nothing more fits. At most one step short of the best.
 * Source: incremental analysis of CALLPLAN, Lodish 1971. Null: the lowest levels alone need more than the total.
 */
export function allocateEffort(
  responses: readonly (readonly EffortLevel[])[],
  total: number,
): LevelAllocation | null {
  const envelopes = responses.map(concaveEnvelope);
  const at = envelopes.map(() => 0);
  let left = total - envelopes.reduce((sum, levels) => sum + (levels[0]?.effort ?? 0), 0);
  if (left < -1e-9) return null;
  let marginalValue = 0;
  let bound = envelopes.reduce((sum, levels) => sum + (levels[0]?.value ?? 0), 0);
  let bounded = false;
  const stuck = new Set<number>();
  for (;;) {
    let best = -1;
    let bestSlope = 0;
    envelopes.forEach((levels, index) => {
      const [from, to] = [levels[at[index]!], levels[at[index]! + 1]];
      if (stuck.has(index) || from === undefined || to === undefined) return;
      const gain = slope(from, to);
      if (gain > bestSlope) [best, bestSlope] = [index, gain];
    });
    if (best < 0) break;
    const [from, to] = [envelopes[best]![at[best]!]!, envelopes[best]![at[best]! + 1]!];
    const step = to.effort - from.effort;
    if (step <= left + 1e-9) {
      at[best]!++;
      left -= step;
      if (!bounded) bound += to.value - from.value;
      continue;
    }
    // The first step that does not fit, taken in part, is what a divisible world would add.
    if (!bounded) {
      bound += bestSlope * left;
      marginalValue = bestSlope;
      bounded = true;
    }
    stuck.add(best);
  }
  const chosen = envelopes.map((levels, index) => levels[at[index]!] ?? { effort: 0, value: 0 });
  const value = chosen.reduce((sum, level) => sum + level.value, 0);
  return { efforts: chosen.map(({ effort }) => effort), value, marginalValue, bound };
}
