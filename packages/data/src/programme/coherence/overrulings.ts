/** What people do with findings that they know better than: overrule, take back, review. */
import { findingOf } from "@kleinod/engine/programme/coherence/evaluate-plan.ts";
import type {
  Overruling,
  OverrulingRequest,
  OverrulingReview,
} from "@kleinod/engine/programme/coherence/overruling-contract.ts";
import { parseQuarter, quarterOf } from "@kleinod/engine/programme/coherence/quarter.ts";
import { type ReviewedNow, reviewed } from "@kleinod/engine/programme/coherence/review-outcome.ts";
import type { PlanCheck } from "@kleinod/engine/programme/contracts/finding-contract.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import { segmentView } from "@kleinod/engine/programme/segment-view.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { checkPlanFile } from "../plans/check-plan-file.ts";
import { readPlans } from "../plans/plan-store.ts";
import { findVersion } from "../plans/plans.ts";
import { judge, type PlanSituation, planSituation } from "./check-plan.ts";
import { addOverruling, readOverrulings, undoOverruling } from "./overruling-store.ts";

/** Overrules a finding that the rules make of the plan now; the check shows it with its overruling from then on. */
export async function overrule(
  workspace: Workspace,
  { planId, version, rule, segment, reason, approver, reviewOn }: OverrulingRequest,
  author: string,
): Promise<{ readonly ok: true; readonly overruling: Overruling; readonly check: PlanCheck } | Refused> {
  const found = await findVersion(workspace, planId, version);
  if ("ok" in found) return found;
  const checked = await checkPlanFile(workspace, found.plan);
  if (!checked.ok) return checked;
  const today = workspace.today();
  if (!isCalendarDay(reviewOn) || reviewOn <= today) {
    return refused(
      "reviewDateInvalid",
      `Der Prüftag ${reviewOn} muss ein Tag nach heute (${today}) sein.`,
      `The day of review ${reviewOn} must be a day after today (${today}).`,
    );
  }
  const situation = await planSituation(workspace, checked.plan);
  const { findings } = judge(situation, today, []);
  const finding = findings.find((one) => one.rule === rule && one.segment === segment);
  if (finding === undefined) return noFinding(rule, segment, findings);
  const records = await workspace.records();
  const { overruling: _, ...said } = finding;
  const overruling = await addOverruling(records, {
    planId,
    planVersion: found.version,
    rule,
    ruleVersion: finding.ruleVersion,
    segment,
    reason,
    approver,
    reviewOn,
    author,
    finding: said,
  });
  return { ok: true, overruling, check: judge(situation, today, await readOverrulings(records, planId)) };
}

function noFinding(rule: string, segment: string, findings: PlanCheck["findings"]): Refused {
  const made = findings.map((finding) => `${finding.rule} (${finding.segment})`).join(", ");
  return refused(
    "unknownFinding",
    `Die Regel «${rule}» sagt in «${segment}» nichts zu diesem Plan. Befunde gibt es von: ${made || "keiner Regel"}.`,
    `The rule "${rule}" says nothing of this plan in "${segment}". There are findings of: ${made || "no rule"}.`,
  );
}

function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  // The 30th of February is read as the 2nd of March.
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}

/** Takes an overruling back: the finding counts again. */
export async function takeBackOverruling(
  workspace: Workspace,
  id: number,
  author: string,
): Promise<{ readonly ok: true } | Refused> {
  if (await undoOverruling(await workspace.records(), id, author)) return { ok: true };
  return refused(
    "unknownOverruling",
    `Es gibt keine Entscheidung ${id} gegen einen Befund, oder sie ist schon zurückgenommen.`,
    `There is no overruling ${id}, or it is taken back already.`,
  );
}

/**
 * The quarterly review: what was overruled or is due in the quarter, and what was overdue before it, each with what the rule
 * says of the plan today and what became of the figures that it named.
 * @param quarter `2026-Q4`; default: the current one
 */
export async function overrulingReview(
  workspace: Workspace,
  quarter?: string,
): Promise<(OverrulingReview & { readonly ok: true }) | Refused> {
  const today = workspace.today();
  const asked = parseQuarter(quarter ?? quarterOf(today));
  if (asked === null) {
    return refused(
      "quarterInvalid",
      `«${quarter}» ist kein Quartal; erwartet wird z. B. 2026-Q4.`,
      `"${quarter}" is no quarter; expected is e.g. 2026-Q4.`,
    );
  }
  const { code, from, to } = asked;
  const inQuarter = (day: string) => day >= from && day <= to;
  const due = (await readOverrulings(await workspace.records())).filter(
    ({ reviewOn, madeAt }) =>
      inQuarter(reviewOn) || inQuarter(madeAt.slice(0, 10)) || (reviewOn < today && reviewOn < from),
  );
  const situations = await situationsOf(workspace, due);
  const overrulings = due
    .map((overruling) => reviewed(overruling, nowOf(overruling, situations), today))
    .sort((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || (a.reviewOn < b.reviewOn ? -1 : 1));
  return { ok: true, quarter: code, from, to, today, overrulings };
}

interface NamedSituation extends PlanSituation {
  readonly name: string;
}

/** Each plan once, in the version that counts today; null for one that is gone or no longer passes. */
async function situationsOf(
  workspace: Workspace,
  overrulings: readonly Overruling[],
): Promise<Map<number, NamedSituation | null>> {
  const situations = new Map<number, NamedSituation | null>();
  if (overrulings.length === 0) return situations;
  const stored = await readPlans(await workspace.records());
  for (const planId of new Set(overrulings.map((one) => one.planId))) {
    const versions = stored.filter((plan) => plan.planId === planId);
    const counts = versions.find(({ state }) => state === "active") ?? versions[0];
    const passes = counts !== undefined && (await checkPlanFile(workspace, counts.plan)).ok;
    situations.set(
      planId,
      passes ? { ...(await planSituation(workspace, counts.plan)), name: counts.name } : null,
    );
  }
  return situations;
}

function nowOf(
  { planId, rule: code, segment, finding }: Overruling,
  situations: ReadonlyMap<number, NamedSituation | null>,
): ReviewedNow {
  const situation = situations.get(planId);
  if (situation == null) return { planName: null, ruleVersion: null, finding: null, values: new Map() };
  const { plan, inForce, facts, name } = situation;
  const rule = inForce.rules.find((one) => one.code === code);
  const known = facts.factsOf(segment);
  const now =
    rule === undefined ? null : findingOf(rule, segmentView(plan, segment, leverOptions), segment, known);
  const values = new Map(
    finding.figures.map((figure): [string, number | boolean | null] => [
      figure.code,
      now?.figures.find((one) => one.code === figure.code)?.value ??
        Object.entries(known.facts).find(([fact]) => fact === figure.code)?.[1].value ??
        null,
    ]),
  );
  return { planName: name, ruleVersion: rule?.version ?? null, finding: now, values };
}
