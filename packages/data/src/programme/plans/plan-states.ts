/** What people decide about a plan: activate, end, take back. */

import { isBlocking } from "@kleinod/engine/programme/coherence/evaluate-plan.ts";
import type { CoherenceFinding, PlanCheck } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import type { PlanAnswer, PlanOverride } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { nextPlanState, type PlanEvent } from "@kleinod/engine/programme/plans/states-contract.ts";
import type { Records } from "../../postgres/connect.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { checkPlan } from "../coherence/check-plan.ts";
import { addOverruling } from "../coherence/overruling-store.ts";
import { checkPlanFile } from "./check-plan-file.ts";
import { makePlanActive, makePlanEnded, type PlanChange, readPlans, type StoredPlan } from "./plan-store.ts";
import { findVersion, getPlan } from "./plans.ts";

type Answer = (PlanAnswer & { readonly ok: true }) | Refused;

export interface PlanActivation extends PlanChange {
  /** Default: the newest draft. */
  readonly version?: number | undefined;
  /** Why it shall hold although findings block it. */
  readonly override?: PlanOverride | undefined;
}

/**
 * Makes a draft hold and ends the plan that held. Refused when findings block it, unless somebody answers for that with
 * reason, approver and review date; what was overruled is kept beside it and shown.
 */
export async function activatePlan(
  workspace: Workspace,
  planId: number,
  { version, override, ...change }: PlanActivation,
): Promise<Answer> {
  const found = await pick(workspace, planId, version, "activate");
  if ("ok" in found) return found;
  const checkedFile = await checkPlanFile(workspace, found.plan);
  if (!checkedFile.ok) return checkedFile;
  const late = reviewPassed(override, workspace.today());
  if (late !== null) return late;
  const checked = await checkPlan(workspace, found.plan, planId);
  if (!checked.ok) return checked;
  const blocking = blockingFindings(checked, workspace.today());
  if (!checked.canActivate && override === undefined) return notCoherent(found, blocking);
  // A reason that was not needed is no override.
  const kept =
    checked.canActivate || override === undefined
      ? null
      : { ...override, findings: blocking.map(({ rule, segment }) => ({ rule, segment })) };
  const records = await workspace.records();
  // Before the plan holds: the quarterly review must never miss what was overruled for one that does.
  if (kept !== null) await keepOverrulings(records, found, kept, blocking, change.author);
  await makePlanActive(records, found, "activatePlan", { ...change, override: kept });
  return getPlan(workspace, planId, found.version);
}

/** What blocks and was answered for comes back in the quarterly review like any other overruled finding. */
async function keepOverrulings(
  records: Records,
  { planId, version: planVersion }: StoredPlan,
  { reason, approver, reviewOn }: PlanOverride,
  blocking: readonly CoherenceFinding[],
  author: string,
): Promise<void> {
  for (const { overruling: _, ...finding } of blocking) {
    const { rule, ruleVersion, segment } = finding;
    const said = { planId, planVersion, rule, ruleVersion, segment, finding };
    await addOverruling(records, { ...said, reason, approver, reviewOn, author });
  }
}

/** Takes the active version out of force. */
export async function endPlan(workspace: Workspace, planId: number, change: PlanChange): Promise<Answer> {
  const found = await pick(workspace, planId, undefined, "end");
  if ("ok" in found) return found;
  await makePlanEnded(await workspace.records(), found, change);
  return getPlan(workspace, planId, found.version);
}

/**
 * Takes a version back that held before: undoes ending it, or activating the one after it. Its coherence was judged when
 * it was activated; whether its segments still exist is asked again.
 */
export async function restorePlan(
  workspace: Workspace,
  planId: number,
  { version, ...change }: Omit<PlanActivation, "override">,
): Promise<Answer> {
  const found = await pick(workspace, planId, version, "restore");
  if ("ok" in found) return found;
  const checked = await checkPlanFile(workspace, found.plan);
  if (!checked.ok) return checked;
  await makePlanActive(await workspace.records(), found, "restorePlan", change);
  return getPlan(workspace, planId, found.version);
}

/** The version asked for, or the one to which the event can happen: the newest draft, the active, the last that ended. */
async function pick(
  workspace: Workspace,
  planId: number,
  version: number | undefined,
  event: PlanEvent,
): Promise<StoredPlan | Refused> {
  const named = await findVersion(workspace, planId, version);
  if ("ok" in named) return named;
  if (version !== undefined)
    return nextPlanState(named.state, event) === null ? stateRefused(named, event) : named;
  const versions = await readPlans(await workspace.records(), planId);
  const possible = versions
    .filter(({ state }) => nextPlanState(state, event) !== null)
    .toSorted((a, b) => ((a.endedAt ?? "") < (b.endedAt ?? "") ? 1 : -1));
  const newest = event === "restore" ? possible[0] : versions.find((one) => possible.includes(one));
  return newest ?? stateRefused(named, event);
}

const stateWords = {
  draft: { de: "ein Entwurf", en: "a draft" },
  active: { de: "aktiv", en: "active" },
  ended: { de: "beendet", en: "ended" },
} as const;

function stateRefused({ name, version, state }: StoredPlan, event: PlanEvent): Refused {
  const words = {
    activate: { de: "aktiviert", en: "activated" },
    end: { de: "beendet", en: "ended" },
    restore: { de: "zurückgeholt", en: "restored" },
  }[event];
  const is = stateWords[state];
  return refused(
    "planStateRefused",
    `Fassung ${version} von «${name}» ist ${is.de} und kann nicht ${words.de} werden.`,
    `Version ${version} of "${name}" is ${is.en} and cannot be ${words.en}.`,
  );
}

function reviewPassed(override: PlanOverride | undefined, today: string): Refused | null {
  if (override === undefined || override.reviewOn > today) return null;
  const { reviewOn } = override;
  return refused(
    "reviewDateInvalid",
    `reviewOn ist ${reviewOn}; die Überprüfung muss nach heute (${today}) liegen.`,
    `reviewOn is ${reviewOn}; the review has to be after today (${today}).`,
  );
}

/** What somebody overruled before no longer blocks. */
/** An overruling whose day of review has passed lifts nothing. */
const blockingFindings = ({ findings }: PlanCheck, today: string) =>
  findings.filter((finding) => isBlocking(finding, today));

function notCoherent({ name }: StoredPlan, blocking: PlanCheck["findings"]): Refused {
  const say = (language: "de" | "en") =>
    blocking.map(({ rule, segment, sentence }) => `${rule} (${segment}): ${sentence[language]}`).join(" ");
  return {
    ...refused(
      "planNotCoherent",
      `«${name}» kann so nicht gelten. ${say("de")} Mit Begründung, Freigabe und Überprüfungsdatum lässt sich der Plan trotzdem aktivieren.`,
      `"${name}" cannot hold like this. ${say("en")} With reason, approver and review date it can be activated all the same.`,
    ),
    issues: blocking.map(({ rule, segment, sentence }) => ({
      code: rule,
      message: sentence,
      place: segment,
    })),
  };
}
