import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import { allowedOptions, frameRequest } from "@kleinod/engine/programme/optimiser/frame-request.ts";
import { possibleCandidates } from "@kleinod/engine/programme/optimiser/option-candidates.ts";
import { pricePlan } from "@kleinod/engine/programme/optimiser/price-plan.ts";
import type { OptimiseRequest } from "@kleinod/engine/programme/optimiser/report-contract.ts";
import type { ResolveSettings } from "@kleinod/engine/programme/resolve-plan.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import { type RunContext, stopIfCancelled } from "../../import/progress.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import { readParameters } from "../../segments/read-parameters.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import type { Refused } from "../../workspace/refused.ts";
import { rulesInForce } from "../coherence/rules-in-force.ts";
import { planningBase } from "../planning-base.ts";
import { planOfRequest } from "../plans/plan-of-request.ts";
import { bundleCoherence } from "./bundle-coherence.ts";
import { type Optimised, optimiseBase } from "./optimise-base.ts";

const emptyPlan: LeverPlan = { name: "Optimised", snapshot: "latest", assignments: [] };

/**
 * Chooses one coherent bundle of options for every segment of the company. The time limit is that of solving; reading the
 * customers and weighing bundles come before it, simulating the best plans after it. @throws Cancelled
 */
export async function optimisePlan(
  workspace: Workspace,
  request: OptimiseRequest,
  run: RunContext = {},
): Promise<Optimised | Refused> {
  run.onProgress?.({ step: "planningBase", done: 0, total: null, rowsPerSecond: null });
  const asked = await startingPlan(workspace, request);
  if ("ok" in asked) return asked;
  const { plan } = asked;
  const options = allowedOptions(request, plan, leverOptions);
  const { assignments, prices } = pricePlan(possibleCandidates(options, plan, workspace.today()), options);
  const base = await planningBase(workspace, {
    plan: { ...plan, assignments: [...assignments] },
    resolution: "cells",
  });
  if ("ok" in base) return base;
  stopIfCancelled(run);
  const frame = frameRequest(request, plan, base, options);
  if ("code" in frame) return { ok: false, ...frame };
  const parameters = await workspace.read(readParameters);
  const settings = resolveSettings(parameters);
  const inForce = rulesInForce(parameters);
  const { nesting, candidates } = frame;
  const { nested } = nesting;
  const coherence = await bundleCoherence(workspace, { base, nested, candidates, inForce, settings });
  stopIfCancelled(run);
  return optimiseBase({ request, plan, base, prices, options, frame, settings, coherence }, run);
}

/** The plan to start from; without one, none of today. */
export async function startingPlan(
  workspace: Workspace,
  { plan, planId, version }: Pick<OptimiseRequest, "plan" | "planId" | "version">,
): Promise<{ readonly plan: LeverPlan } | Refused> {
  if (plan === undefined && planId === undefined) return { plan: emptyPlan };
  const found = await planOfRequest(workspace, { plan, planId, version });
  return found.ok ? { plan: found.plan } : found;
}

function resolveSettings(parameters: readonly ParameterValue[]): ResolveSettings {
  const values = parameterValues(parameters);
  // Passed their schemas when they were set.
  return {
    world: values["programme.world"] as ResolveSettings["world"],
    assumptions: values["programme.assumptions"] as NonNullable<ResolveSettings["assumptions"]>,
  };
}
