import { waitingRatio } from "@kleinod/engine/programme/capacity/erlang-c.ts";
import type { FactValue } from "@kleinod/engine/programme/coherence/facts-contract.ts";
import type { PlanningBase } from "@kleinod/engine/programme/contracts/base-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { doubledResult } from "@kleinod/engine/programme/doubling/report.ts";
import { worldsOfPlan } from "@kleinod/engine/programme/doubling/worlds-of-plan.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import { type ResolveSettings, resolvePlan } from "@kleinod/engine/programme/resolve-plan.ts";

/** What doubling brings a year with this plan in the middle of all expectations; without an interval, so it takes no draws. */
export function doublingFact(base: PlanningBase, plan: LeverPlan, settings: ResolveSettings): FactValue {
  const today = resolvePlan({ ...plan, assignments: [] }, leverOptions, base, settings);
  const planned = resolvePlan(plan, leverOptions, base, settings);
  const { all } = worldsOfPlan({ base, today, plan: planned, seed: 1, draws: 0, waitingRatio });
  const world = all.plan?.mid;
  const cents = world === undefined ? Number.NaN : doubledResult(world);
  if (Number.isFinite(cents)) return { value: Math.round(cents), note: null };
  return {
    value: null,
    note: {
      de: "der Verdoppelungstest lässt sich nicht rechnen",
      en: "the doubling test cannot be calculated",
    },
  };
}
