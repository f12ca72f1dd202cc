import { allSmall, type LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import { checkParams } from "@kleinod/engine/programme/plans/check-params.ts";
import { completePlan } from "@kleinod/engine/programme/plans/complete-plan.ts";
import type { PlanIssue } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { one } from "../../duckdb/connect.ts";
import { activeSegments, readSegments } from "../../segments/segment-store.ts";
import { mirrorReady } from "../../workspace/mirror.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { newestSnapshot } from "../../workspace/snapshots.ts";

/** What the name of a snapshot in a plan may be instead of an id. */
const latest = "latest";

export interface CheckedPlanFile {
  readonly ok: true;
  /** The plan with the usual value of every decision that it leaves open. */
  readonly plan: LeverPlan;
  /** Worth knowing, never a reason to refuse. */
  readonly notes: readonly PlanIssue[];
  /** Id of the newest snapshot; null: nothing is measured yet. */
  readonly newestSnapshot: string | null;
}

/** Can this plan be taken here and now: are its options, decisions, segments and its snapshot there? */
export async function checkPlanFile(
  workspace: Workspace,
  plan: LeverPlan,
): Promise<CheckedPlanFile | Refused> {
  await mirrorReady(workspace);
  const { newest, isThere } = await workspace.read(async (connection) => ({
    newest: await newestSnapshot(connection),
    isThere:
      plan.snapshot === latest ||
      (
        await one<{ found: boolean }>(
          connection,
          "SELECT count(*) > 0 AS found FROM snapshot WHERE snapshot_id = ?",
          [plan.snapshot],
        )
      ).found,
  }));
  // Segments are asked of the records only where the plan names one; records take a moment to open.
  const segments = plan.assignments.some(({ segment }) => segment !== allSmall)
    ? activeSegments(await readSegments(await workspace.records())).map(({ code }) => code)
    : [];
  const { refusals, notes } = checkParams(plan, { segments, asOf: newest?.asOf ?? null });
  if (refusals.length > 0) return refusedPlan(refusals);
  if (!isThere) return snapshotGone(plan.snapshot, newest);
  const older =
    plan.snapshot === latest || plan.snapshot === newest?.snapshotId ? [] : [otherSnapshot(plan.snapshot)];
  return {
    ok: true,
    plan: completePlan(plan),
    notes: [...older, ...notes],
    newestSnapshot: newest?.snapshotId ?? null,
  };
}

const spelledOut = 5;

function refusedPlan(issues: readonly PlanIssue[]): Refused {
  const more = issues.length - spelledOut;
  const say = (language: "de" | "en", rest: string) =>
    [
      ...issues.slice(0, spelledOut).map(({ message }) => message[language]),
      ...(more > 0 ? [rest] : []),
    ].join(" ");
  return {
    ...refused("planInvalid", say("de", `Und ${more} weitere.`), say("en", `And ${more} more.`)),
    issues,
  };
}

const otherSnapshot = (wanted: string): PlanIssue => ({
  code: "snapshotNotNewest",
  place: "snapshot",
  message: {
    de: `Der Plan nennt den Datenstand «${wanted}»; gerechnet wird mit dem neusten.`,
    en: `The plan names the snapshot "${wanted}"; it is computed on the newest.`,
  },
});

function snapshotGone(
  wanted: string,
  newest: { readonly snapshotId: string; readonly asOf: string } | null,
): Refused {
  if (newest === null) {
    return refused(
      "snapshotGone",
      `Den Datenstand «${wanted}» gibt es nicht; es ist noch nichts berechnet. Starten Sie die Berechnung und setzen Sie snapshot auf «latest».`,
      `There is no snapshot "${wanted}"; nothing is measured yet. Start measuring, and set snapshot to "latest".`,
    );
  }
  const { snapshotId, asOf } = newest;
  return refused(
    "snapshotGone",
    `Den Datenstand «${wanted}» gibt es nicht mehr. Der neuste ist «${snapshotId}» (Stand ${asOf}); setzen Sie snapshot auf ihn oder auf «latest».`,
    `The snapshot "${wanted}" does not exist any more. The newest is "${snapshotId}" (as of ${asOf}); set snapshot to it or to "latest".`,
  );
}
