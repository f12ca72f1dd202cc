/** Versions of plans in the records. */
import type { LeverPlan } from "@kleinod/engine/programme/contracts/plan-contract.ts";
import type { PlanVersion } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { firstPlanState, type PlanState } from "@kleinod/engine/programme/plans/states-contract.ts";
import type { Selectable } from "kysely";
import { audit } from "../../postgres/audit.ts";
import type { Records } from "../../postgres/connect.ts";
import type { RecordTables } from "../../postgres/tables.ts";

/** A version as it is stored: what it says, its state, and who decided why. */
export interface StoredPlan extends PlanVersion {
  readonly planId: number;
  readonly plan: LeverPlan;
  readonly copiedFrom: { readonly planId: number; readonly version: number } | null;
}

export interface PlanToSave {
  readonly plan: LeverPlan;
  readonly author: string;
  readonly reason: string | null;
  /** Snapshot that is newest now. */
  readonly madeOn: string | null;
}

/** Every version of every plan, or of one: newest plan first, newest version first. */
export async function readPlans(records: Records, planId?: number): Promise<StoredPlan[]> {
  const rows = await records
    .selectFrom("plan_version")
    .innerJoin("plan", "plan.id", "plan_version.plan_id")
    .selectAll("plan_version")
    .select(["plan.copied_from", "plan.copied_version"])
    .$if(planId !== undefined, (query) => query.where("plan_id", "=", Number(planId)))
    .orderBy("plan_id", "desc")
    .orderBy("version", "desc")
    .execute();
  return rows.map(storedOf);
}

/** Makes a plan with its first version, a draft. */
export async function insertPlan(
  records: Records,
  saved: PlanToSave,
  copiedFrom: StoredPlan["copiedFrom"] = null,
): Promise<number> {
  return records.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto("plan")
      .values({
        copied_from: copiedFrom?.planId ?? null,
        copied_version: copiedFrom?.version ?? null,
        author: saved.author,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await insertVersion(tx, id, 1, saved, copiedFrom === null ? "savePlan" : "copyPlan", copiedFrom);
    return id;
  });
}

/** Adds a draft version; the plan exists. */
export async function addPlanVersion(records: Records, planId: number, saved: PlanToSave): Promise<number> {
  return records.transaction().execute(async (tx) => {
    // Two people who save at once get two versions, one after the other.
    await tx.selectFrom("plan").select("id").where("id", "=", planId).forUpdate().executeTakeFirstOrThrow();
    const last = await tx
      .selectFrom("plan_version")
      .select((row) => row.fn.max("version").as("version"))
      .where("plan_id", "=", planId)
      .executeTakeFirstOrThrow();
    const version = last.version + 1;
    await insertVersion(tx, planId, version, saved, "savePlan", null);
    return version;
  });
}

async function insertVersion(
  tx: Records,
  planId: number,
  version: number,
  { plan, author, reason, madeOn }: PlanToSave,
  action: "savePlan" | "copyPlan",
  copiedFrom: StoredPlan["copiedFrom"],
): Promise<void> {
  await tx
    .insertInto("plan_version")
    .values({
      plan_id: planId,
      version,
      state: firstPlanState,
      name: plan.name,
      plan: JSON.stringify(plan),
      made_on: madeOn,
      author,
      reason,
    })
    .execute();
  await audit(tx, {
    author,
    action,
    subject: subjectOf(planId),
    detail: { version, plan, reason, madeOn, copiedFrom },
  });
}

export interface PlanChange {
  readonly author: string;
  readonly reason: string | null;
}

type Named = Pick<StoredPlan, "planId" | "version">;

/**
 * Makes a version the one that holds and ends the one that held, of whatever plan.
 * @param how verb of the audit entry
 */
export async function makePlanActive(
  records: Records,
  { planId, version }: Named,
  how: "activatePlan" | "restorePlan",
  { author, reason, override }: PlanChange & { readonly override?: StoredPlan["override"] },
): Promise<void> {
  const now = new Date();
  await records.transaction().execute(async (tx) => {
    const before = await tx
      .updateTable("plan_version")
      .set({ state: "ended", ended_at: now })
      .where("state", "=", "active")
      .returning(["plan_id as planId", "version"])
      .executeTakeFirst();
    await tx
      .updateTable("plan_version")
      .set({
        state: "active",
        activated_at: now,
        ended_at: null,
        ...(override === undefined ? {} : { override: override === null ? null : JSON.stringify(override) }),
      })
      .where("plan_id", "=", planId)
      .where("version", "=", version)
      .execute();
    const detail = { version, before: before ?? null, reason, override: override ?? null };
    await audit(tx, { author, action: how, subject: subjectOf(planId), detail });
  });
}

export async function makePlanEnded(
  records: Records,
  { planId, version }: Named,
  { author, reason }: PlanChange,
): Promise<void> {
  await records.transaction().execute(async (tx) => {
    await tx
      .updateTable("plan_version")
      .set({ state: "ended" satisfies PlanState, ended_at: new Date() })
      .where("plan_id", "=", planId)
      .where("version", "=", version)
      .execute();
    const detail = { version, reason };
    await audit(tx, { author, action: "endPlan", subject: subjectOf(planId), detail });
  });
}

const subjectOf = (planId: number) => `plan ${planId}`;

type Row = Selectable<RecordTables["plan_version"]> &
  Pick<Selectable<RecordTables["plan"]>, "copied_from" | "copied_version">;

function storedOf(row: Row): StoredPlan {
  const instant = (value: Date | null) => (value === null ? null : new Date(value).toISOString());
  // Written by this module after it passed the schema.
  const plan = row.plan as LeverPlan;
  return {
    planId: row.plan_id,
    version: row.version,
    state: row.state,
    name: row.name,
    plan,
    assignments: plan.assignments.length,
    author: row.author,
    reason: row.reason,
    createdAt: new Date(row.created_at).toISOString(),
    activatedAt: instant(row.activated_at),
    endedAt: instant(row.ended_at),
    madeOn: row.made_on,
    override: row.override as StoredPlan["override"],
    copiedFrom:
      row.copied_from === null || row.copied_version === null
        ? null
        : { planId: row.copied_from, version: row.copied_version },
  };
}
