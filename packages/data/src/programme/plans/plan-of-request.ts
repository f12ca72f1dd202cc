import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { PlanIssue, PlanRequest } from "@kleinod/engine/programme/plans/plans-contract.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { checkPlanFile } from "./check-plan-file.ts";
import { findVersion } from "./plans.ts";

export interface RequestedPlan {
  readonly ok: true;
  readonly plan: LeverPlan;
  /** Null for a plan that is not kept. */
  readonly planId: number | null;
  readonly version: number | null;
  readonly notes: readonly PlanIssue[];
}

/** The plan that a request means, checked against options, segments and snapshots: whoever takes a plan asks here. */
export async function planOfRequest(
  workspace: Workspace,
  { plan, planId, version }: PlanRequest,
): Promise<RequestedPlan | Refused> {
  if ((plan === undefined) === (planId === undefined)) {
    return refused(
      "planMissing",
      "Nennen Sie entweder plan (den Plan selbst) oder planId (einen gespeicherten).",
      "Name either plan (the plan itself) or planId (a kept one).",
    );
  }
  if (plan !== undefined) {
    const checked = await checkPlanFile(workspace, plan);
    if (!checked.ok) return checked;
    return { ok: true, plan: checked.plan, planId: null, version: null, notes: checked.notes };
  }
  const found = await findVersion(workspace, Number(planId), version);
  if ("ok" in found) return found;
  const checked = await checkPlanFile(workspace, found.plan);
  if (!checked.ok) return checked;
  return { ok: true, plan: checked.plan, planId: found.planId, version: found.version, notes: checked.notes };
}
