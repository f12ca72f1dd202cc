/** What people do with plans: list, look at, save, copy, compare. */
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { comparePlans } from "@kleinod/engine/programme/plans/compare-plans.ts";
import { planTemplate as templateOf } from "@kleinod/engine/programme/plans/plan-template.ts";
import type {
  PlanAnswer,
  PlanComparison,
  PlanHead,
  PlanVersion,
} from "@kleinod/engine/programme/plans/plans-contract.ts";
import { reportContext } from "../../workspace/measure-context.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { checkPlanFile } from "./check-plan-file.ts";
import { addPlanVersion, insertPlan, type PlanChange, readPlans, type StoredPlan } from "./plan-store.ts";

type Answer = (PlanAnswer & { readonly ok: true }) | Refused;

/** Every plan with its versions, newest first. */
export async function listPlans(workspace: Workspace): Promise<PlanHead[]> {
  const stored = await readPlans(await workspace.records());
  return [...new Set(stored.map(({ planId }) => planId))].map((id) =>
    headOf(stored.filter(({ planId }) => planId === id)),
  );
}

/** One version in full. @param version default: the active one, else the newest */
export async function getPlan(workspace: Workspace, planId: number, version?: number): Promise<Answer> {
  const found = await findVersion(workspace, planId, version);
  if ("ok" in found) return found;
  const checked = await checkPlanFile(workspace, found.plan);
  // What cannot be used any more can still be read; its refusal is a note here.
  const notes = checked.ok
    ? [...checked.notes]
    : [...(checked.issues ?? [{ code: checked.code, message: checked.message, place: "snapshot" }])];
  return { ok: true, ...(await answerParts(workspace, found)), notes };
}

/** Keeps a plan as a draft: a new one, or the next version of a plan. */
export async function savePlan(
  workspace: Workspace,
  { plan, planId, ...change }: PlanChange & { readonly plan: LeverPlan; readonly planId?: number },
): Promise<Answer> {
  const checked = await checkPlanFile(workspace, plan);
  if (!checked.ok) return checked;
  const records = await workspace.records();
  const saved = { ...change, plan: checked.plan, madeOn: checked.newestSnapshot };
  if (planId === undefined) return getPlan(workspace, await insertPlan(records, saved), 1);
  const existing = await findVersion(workspace, planId);
  if ("ok" in existing) return existing;
  return getPlan(workspace, planId, await addPlanVersion(records, planId, saved));
}

/** A new plan, a draft, that says what a version says, under another name. */
export async function copyPlan(
  workspace: Workspace,
  planId: number,
  { name, version, ...change }: PlanChange & { readonly name: string; readonly version?: number | undefined },
): Promise<Answer> {
  const found = await findVersion(workspace, planId, version);
  if ("ok" in found) return found;
  const id = await insertPlan(
    await workspace.records(),
    { ...change, plan: { ...found.plan, name }, madeOn: found.madeOn },
    { planId, version: found.version },
  );
  return getPlan(workspace, id, 1);
}

export interface PlanName {
  readonly planId: number;
  readonly version?: number | undefined;
}

/** What is another in `b` than in `a`. */
export async function compareStoredPlans(
  workspace: Workspace,
  nameA: PlanName,
  nameB: PlanName,
): Promise<(PlanComparison & { readonly ok: true }) | Refused> {
  const a = await findVersion(workspace, nameA.planId, nameA.version);
  if ("ok" in a) return a;
  const b = await findVersion(workspace, nameB.planId, nameB.version);
  if ("ok" in b) return b;
  const side = ({ planId, version, name }: StoredPlan) => ({ planId, version, name });
  return { ok: true, a: side(a), b: side(b), differences: comparePlans(a.plan, b.plan) };
}

/** A valid plan to begin with, for the newest snapshot. */
export async function planTemplate(
  workspace: Workspace,
): Promise<{ readonly ok: true; readonly plan: LeverPlan } | Refused> {
  const found = await reportContext(workspace, { stale: "latest" });
  if (!found.ok) return found;
  return { ok: true, plan: templateOf({ snapshot: "latest", asOf: found.context.asOf }) };
}

/** The version asked for; without one the active, else the newest. */
export async function findVersion(
  workspace: Workspace,
  planId: number,
  version?: number,
): Promise<StoredPlan | Refused> {
  const versions = await readPlans(await workspace.records(), planId);
  const newest = versions[0];
  if (newest === undefined) {
    return refused("unknownPlan", `Es gibt keinen Plan ${planId}.`, `There is no plan ${planId}.`);
  }
  const found =
    version === undefined ? shownOf(versions) : versions.find((candidate) => candidate.version === version);
  if (found !== undefined) return found;
  return refused(
    "unknownPlan",
    `Der Plan «${newest.name}» hat keine Fassung ${version}; es gibt 1 bis ${newest.version}.`,
    `The plan "${newest.name}" has no version ${version}; there are 1 to ${newest.version}.`,
  );
}

const shownOf = (versions: readonly StoredPlan[]) =>
  versions.find(({ state }) => state === "active") ?? versions[0];

async function answerParts(workspace: Workspace, found: StoredPlan) {
  const versions = await readPlans(await workspace.records(), found.planId);
  return { plan: found.plan, head: headOf(versions), shown: versionOf(found) };
}

function headOf(versions: readonly StoredPlan[]): PlanHead {
  const shown = shownOf(versions);
  if (shown === undefined) throw new Error("A plan has no version.");
  const { planId: id, name, state, version, copiedFrom } = shown;
  return { id, name, state, version, copiedFrom, versions: versions.map(versionOf) };
}

function versionOf({ planId: _id, plan: _plan, copiedFrom: _from, ...version }: StoredPlan): PlanVersion {
  return version;
}
