import { orderThresholds } from "@kleinod/engine/programme/base/order-thresholds.ts";
import type { PlanningBase } from "@kleinod/engine/programme/contracts/base-contract.ts";
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { segmentsOf } from "@kleinod/engine/programme/segment-view.ts";
import type { ParameterValue } from "@kleinod/engine/segments/parameters.ts";
import { activeSegments, readSegments } from "../../segments/segment-store.ts";
import { reportContext } from "../../workspace/measure-context.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import type { Refused } from "../../workspace/refused.ts";
import { planningBase } from "../planning-base.ts";

const lastBases = new WeakMap<Workspace, { readonly key: string; readonly base: PlanningBase }>();

/**
 * The planning base of a check. The board asks again with every decision that somebody changes, and few of them change the base,
 * so the last one is kept: at a million customers it takes seconds.
 */
export async function lastBase(
  workspace: Workspace,
  plan: LeverPlan,
  parameters: readonly ParameterValue[],
): Promise<PlanningBase | Refused> {
  const found = await reportContext(workspace);
  if (!found.ok) return found;
  const active = activeSegments(await readSegments(await workspace.records()));
  const key = JSON.stringify([
    found.context.snapshotId,
    parameters.map(({ code, version }) => [code, version]),
    active.map(({ code, version }) => [code, version]),
    segmentsOf(plan),
    orderThresholds(plan),
  ]);
  const last = lastBases.get(workspace);
  if (last?.key === key) return last.base;
  const base = await planningBase(workspace, { plan, resolution: "cells", allowUnknownMargin: true });
  if (!("ok" in base)) lastBases.set(workspace, { key, base });
  return base;
}
