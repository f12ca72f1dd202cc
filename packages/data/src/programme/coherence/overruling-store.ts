/** Overruled findings in the records. */
import type { Overruling } from "@kleinod/engine/programme/coherence/overruling-contract.ts";
import type { Selectable } from "kysely";
import { audit } from "../../postgres/audit.ts";
import type { Records } from "../../postgres/connect.ts";
import type { RecordTables } from "../../postgres/tables.ts";

/** Those that were not taken back, newest first. */
export async function readOverrulings(records: Records, planId?: number): Promise<Overruling[]> {
  const rows = await records
    .selectFrom("overruling")
    .selectAll()
    .where("undone_at", "is", null)
    .$if(planId !== undefined, (query) => query.where("plan_id", "=", Number(planId)))
    .orderBy("id", "desc")
    .execute();
  return rows.map(overrulingOf);
}

/** Keeps an overruling; an earlier one of the same finding is taken back by it. */
export async function addOverruling(
  records: Records,
  overruling: Omit<Overruling, "id" | "madeAt">,
): Promise<Overruling> {
  const { planId, planVersion, rule, ruleVersion, segment, reason, approver, reviewOn, author, finding } =
    overruling;
  return records.transaction().execute(async (tx) => {
    await tx
      .updateTable("overruling")
      .set({ undone_at: new Date() })
      .where("plan_id", "=", planId)
      .where("rule", "=", rule)
      .where("segment", "=", segment)
      .where("undone_at", "is", null)
      .execute();
    const row = await tx
      .insertInto("overruling")
      .values({
        plan_id: planId,
        plan_version: planVersion,
        rule,
        rule_version: ruleVersion,
        segment,
        reason,
        approver,
        review_on: reviewOn,
        finding: JSON.stringify(finding),
        author,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const detail = { id: row.id, planVersion, rule, ruleVersion, segment, reason, approver, reviewOn };
    await audit(tx, { author, action: "overruleFinding", subject: `plan ${planId}`, detail });
    return overrulingOf(row);
  });
}

/** @returns false when there is none of this number, or it was taken back already. */
export async function undoOverruling(records: Records, id: number, author: string): Promise<boolean> {
  return records.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable("overruling")
      .set({ undone_at: new Date() })
      .where("id", "=", id)
      .where("undone_at", "is", null)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return false;
    const { plan_id: planId, rule, segment } = row;
    await audit(tx, {
      author,
      action: "undoOverruling",
      subject: `plan ${planId}`,
      detail: { id, rule, segment },
    });
    return true;
  });
}

function overrulingOf(row: Selectable<RecordTables["overruling"]>): Overruling {
  return {
    id: row.id,
    planId: row.plan_id,
    planVersion: row.plan_version,
    rule: row.rule,
    ruleVersion: row.rule_version,
    segment: row.segment,
    reason: row.reason,
    approver: row.approver,
    reviewOn: row.review_on,
    author: row.author,
    madeAt: new Date(row.made_at).toISOString(),
    // Written by this module as the rules said it.
    finding: row.finding as Overruling["finding"],
  };
}
