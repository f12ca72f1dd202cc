import { evaluatePlan } from "@kleinod/engine/programme/coherence/evaluate-plan.ts";
import type { Overruling } from "@kleinod/engine/programme/coherence/overruling-contract.ts";
import { planTimeline } from "@kleinod/engine/programme/coherence/plan-timeline.ts";
import type { PlanCheck } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { giveTakeLedger } from "@kleinod/engine/programme/ledger/give-take-ledger.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import type { ResolveSettings } from "@kleinod/engine/programme/resolve-plan.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import { readParameters } from "../../segments/read-parameters.ts";
import { mirrorReady } from "../../workspace/mirror.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import type { Refused } from "../../workspace/refused.ts";
import { checkPlanFile } from "../plans/check-plan-file.ts";
import { lastBase } from "./last-base.ts";
import { readOverrulings } from "./overruling-store.ts";
import { type PlanFacts, planFacts } from "./plan-facts.ts";
import { type RulesInForce, rulesInForce } from "./rules-in-force.ts";

/** Everything that a check of this plan rests on. */
export interface PlanSituation {
  readonly plan: LeverPlan;
  readonly inForce: RulesInForce;
  readonly facts: PlanFacts;
  readonly settings: ResolveSettings;
}

/**
 * What the rules say of a plan, what it takes from the customers and gives them, and when. A kept plan is judged with the
 * overrulings that were made for it. Nothing of it is summed up in one figure (AT6.5).
 */
export async function checkPlan(
  workspace: Workspace,
  plan: LeverPlan,
  planId?: number,
): Promise<(PlanCheck & { readonly ok: true }) | Refused> {
  const checked = await checkPlanFile(workspace, plan);
  if (!checked.ok) return checked;
  const overrulings = planId === undefined ? [] : await readOverrulings(await workspace.records(), planId);
  return { ok: true, ...judge(await planSituation(workspace, checked.plan), workspace.today(), overrulings) };
}

/** Reads rules, facts and expectations; the plan was checked before. */
export async function planSituation(workspace: Workspace, plan: LeverPlan): Promise<PlanSituation> {
  await mirrorReady(workspace);
  const parameters = await workspace.read(readParameters);
  const inForce = rulesInForce(parameters);
  const settings = resolveSettings(parameters);
  const base = await lastBase(workspace, plan, parameters);
  return { plan, inForce, settings, facts: await planFacts(workspace, { plan, inForce, settings, base }) };
}

/** The check itself: nothing is read any more. */
export function judge(
  { plan, inForce: { rules }, facts, settings }: PlanSituation,
  today: string,
  overrulings: readonly Overruling[],
): PlanCheck {
  const { lines, balances } = giveTakeLedger({
    plan,
    options: leverOptions,
    means: facts.means,
    ownerHourCents: settings.world.ownerHourCents,
    ...(settings.assumptions === undefined ? {} : { assumptions: settings.assumptions }),
  });
  const { findings, canActivate } = evaluatePlan(plan, leverOptions, rules, facts.factsOf, {
    today,
    overrulings,
  });
  return {
    findings: [...findings],
    canActivate,
    ledger: lines,
    balances,
    timeline: planTimeline(plan, leverOptions, rules, facts.factsOf),
    rules: rules.length,
  };
}

function resolveSettings(parameters: readonly ParameterValue[]): ResolveSettings {
  const values = parameterValues(parameters);
  // Passed their schemas when they were set.
  return {
    world: values["programme.world"] as ResolveSettings["world"],
    assumptions: values["programme.assumptions"] as NonNullable<ResolveSettings["assumptions"]>,
  };
}
