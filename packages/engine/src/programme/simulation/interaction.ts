import type { ResolvedPlan } from "../resolve-plan.ts";
import { moneyBand } from "./quantiles.ts";
import type { Interaction } from "./report-contract.ts";

/** @param effects per draw: the bundle, then each assignment alone. */
export function interaction({ assignments }: ResolvedPlan, effects: Float64Array): Interaction | null {
  if (assignments.length < 2) return null;
  const width = assignments.length + 1;
  const draws = effects.length / width;
  const column = (index: number) =>
    Float64Array.from({ length: draws }, (_, draw) => effects[draw * width + index]!);
  const singles = assignments.map(({ index, option, segment, name }, position) => {
    const { meanCents, lowCents, highCents } = moneyBand(column(position + 1));
    return { assignment: index, option, segment, label: name, effectCents: meanCents, lowCents, highCents };
  });
  const sumOfSinglesCents = singles.reduce((sum, { effectCents }) => sum + effectCents, 0);
  const bundle = column(0);
  const alone = assignments.map((_, position) => column(position + 1));
  const between = moneyBand(
    bundle.map((value, draw) => value - alone.reduce((sum, values) => sum + values[draw]!, 0)),
  );
  const bundleCents = moneyBand(bundle).meanCents;
  return {
    singles,
    sumOfSinglesCents,
    bundleCents,
    interactionCents: bundleCents - sumOfSinglesCents,
    lowCents: between.lowCents,
    highCents: between.highCents,
    draws,
  };
}
