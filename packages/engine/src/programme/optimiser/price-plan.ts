import type { OrdersBelow, PlanningBase } from "../contracts/base-contract.ts";
import type { LeverOption, OptionParams } from "../contracts/option-contract.ts";
import { allSmall, type LeverPlan, type PlanAssignment } from "../contracts/plan-contract.ts";
import type { OptionCandidate } from "./candidate-contract.ts";
import { ownParams } from "./paid-once.ts";
import { assignmentOf } from "./plan-of-choice.ts";

/** Where a base that was made for the price plan holds the orders that an option concerns with these decisions. */
export type PriceIndex = ReadonlyMap<string, number>;

function keyOf(option: string, params: OptionParams): string {
  const sorted = Object.entries(ownParams(params)).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${option} ${JSON.stringify(sorted)}`;
}

/**
 * Every price that may come into a plan, once, for all small customers: a base made for this plan has counted the orders below
 * each of them, and serves all bundles and all plans made of them.
 */
export function pricePlan(
  candidates: readonly OptionCandidate[],
  options: readonly LeverOption[],
): { readonly assignments: readonly PlanAssignment[]; readonly prices: PriceIndex } {
  const byCode = new Map(options.map((option) => [option.code, option]));
  const prices = new Map<string, number>();
  const assignments: PlanAssignment[] = [];
  for (const candidate of candidates) {
    const effects = byCode.get(candidate.option)?.effects(candidate.params) ?? [];
    if (!effects.some(({ kind }) => kind === "orderFee" || kind === "minimumOrder")) continue;
    const key = keyOf(candidate.option, candidate.params);
    if (prices.has(key)) continue;
    prices.set(key, assignments.length);
    assignments.push(assignmentOf(candidate, allSmall));
  }
  return { assignments, prices };
}

/** Index in `base.ordersBelow[].assignment`; −1: no price. */
export function priceIndexOf(prices: PriceIndex, option: string, params: OptionParams): number {
  return prices.get(keyOf(option, params)) ?? -1;
}

/** The same base for a plan made of the candidates: orders below by its own assignments. */
export function baseOfPlan(base: PlanningBase, plan: LeverPlan, prices: PriceIndex): PlanningBase {
  const ordersBelow = plan.assignments.flatMap(({ option, params }, assignment): OrdersBelow[] => {
    const index = priceIndexOf(prices, option, params);
    const found = base.ordersBelow.find((below) => below.assignment === index);
    return found === undefined ? [] : [{ ...found, assignment }];
  });
  return { ...base, ordersBelow };
}
