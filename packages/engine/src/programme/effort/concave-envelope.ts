/** A level of effort and what it brings. */
export interface EffortLevel {
  readonly effort: number;
  readonly value: number;
}

/**
 * The levels that no mixture of two others beats, by effort: the upper concave hull, cut where more effort brings less. An
 * S-shaped response loses its slow beginning: one does not start there, or goes beyond it at once.
 */
export function concaveEnvelope(levels: readonly EffortLevel[]): EffortLevel[] {
  const sorted = [...levels].sort((x, y) => x.effort - y.effort || x.value - y.value);
  const hull: EffortLevel[] = [];
  for (const level of sorted) {
    while (hull.length > 0 && hull.at(-1)!.effort === level.effort) hull.pop();
    while (hull.length > 1 && slope(hull.at(-2)!, hull.at(-1)!) < slope(hull.at(-1)!, level)) hull.pop();
    hull.push(level);
  }
  const peak = hull.findIndex((level, index) => (hull[index + 1]?.value ?? level.value) <= level.value);
  return peak < 0 ? hull : hull.slice(0, peak + 1);
}

export function slope(from: EffortLevel, to: EffortLevel): number {
  return (to.value - from.value) / (to.effort - from.effort);
}
