import type { LeverPlan } from "../contracts/plan-contract.ts";
import { leverOptions } from "../lever-options.ts";
import type { OrderThreshold } from "./orders-below-sql.ts";

/** The assignments of a plan that act on orders below an amount, by their index. Options that do not exist have none. */
export function orderThresholds(
  plan: Pick<LeverPlan, "assignments">,
): { readonly assignment: number; readonly threshold: OrderThreshold }[] {
  return plan.assignments.flatMap(({ option, params }, assignment) => {
    const effects = leverOptions.find(({ code }) => code === option)?.effects(params) ?? [];
    for (const effect of effects) {
      if (effect.kind === "orderFee")
        return [
          {
            assignment,
            threshold: { thresholdCents: effect.thresholdCents, exemptChannels: effect.exemptChannels },
          },
        ];
      if (effect.kind === "minimumOrder")
        return [
          {
            assignment,
            threshold: { thresholdCents: effect.minimumCents, exemptChannels: effect.exemptChannels },
          },
        ];
    }
    return [];
  });
}

/** The same thresholds once each, and for every assignment the index of its own. */
export function distinctThresholds(
  found: readonly { readonly assignment: number; readonly threshold: OrderThreshold }[],
): { readonly thresholds: OrderThreshold[]; readonly indexOf: ReadonlyMap<number, number> } {
  const byKey = new Map<string, number>();
  const thresholds: OrderThreshold[] = [];
  const indexOf = new Map<number, number>();
  for (const { assignment, threshold } of found) {
    const key = `${threshold.thresholdCents} ${[...threshold.exemptChannels].sort().join()}`;
    let index = byKey.get(key);
    if (index === undefined) {
      index = thresholds.push(threshold) - 1;
      byKey.set(key, index);
    }
    indexOf.set(assignment, index);
  }
  return { thresholds, indexOf };
}
