/** Insights that people entered, in the records: every change is a version, and deleting is one too. */
import type { InsightInput } from "@kleinod/engine/segments/insights/contract.ts";
import { audit } from "../postgres/audit.ts";
import type { Records } from "../postgres/connect.ts";

/** What one version of an insight says. */
export interface InsightText {
  readonly claim: string;
  readonly evidenceKind: InsightInput["evidenceKind"];
  readonly strength: string;
  readonly owner: string;
  readonly source: string | null;
  readonly expiresOn: string;
}

export interface StoredInsight extends InsightText {
  readonly number: number;
  readonly version: number;
  readonly statedOn: string;
  readonly isDeleted: boolean;
}

export interface StoredDecision {
  readonly id: string;
  /** Id of the insight, see contract. */
  readonly insight: string;
  readonly text: string;
  readonly decidedOn: string;
  readonly author: string;
}

/** The newest version of every insight, deleted ones too; newest insight first. */
export async function readInsights(records: Records): Promise<StoredInsight[]> {
  const rows = await records
    .selectFrom("insight_version")
    .innerJoin("insight", "insight.id", "insight_version.insight_id")
    .distinctOn("insight_version.insight_id")
    .select([
      "insight_version.insight_id as number",
      "insight_version.version",
      "insight_version.claim",
      "insight_version.evidence_kind as evidenceKind",
      "insight_version.strength",
      "insight_version.owner",
      "insight_version.source",
      "insight_version.expires_on as expiresOn",
      "insight_version.is_deleted as isDeleted",
      "insight.stated_on as statedOn",
    ])
    .orderBy("insight_version.insight_id", "desc")
    .orderBy("insight_version.version", "desc")
    .execute();
  return rows.map((row) => ({ ...row, evidenceKind: row.evidenceKind as InsightText["evidenceKind"] }));
}

/** What a certain version said; null when there is none. */
export async function readInsightVersion(
  records: Records,
  number: number,
  version: number,
): Promise<InsightText | null> {
  const row = await records
    .selectFrom("insight_version")
    .select([
      "claim",
      "evidence_kind as evidenceKind",
      "strength",
      "owner",
      "source",
      "expires_on as expiresOn",
    ])
    .where("insight_id", "=", number)
    .where("version", "=", version)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, evidenceKind: row.evidenceKind as InsightText["evidenceKind"] };
}

/** @returns the number of the new insight */
export async function addInsight(
  records: Records,
  text: InsightText,
  statedOn: string,
  author: string,
): Promise<number> {
  return records.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto("insight")
      .values({ stated_on: statedOn, author })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tx
      .insertInto("insight_version")
      .values(versionRow(id, 1, text, false, author))
      .execute();
    await audit(tx, { author, action: "addInsight", subject: `i${id}`, detail: text });
    return id;
  });
}

export async function addInsightVersion(
  records: Records,
  before: StoredInsight,
  text: InsightText,
  isDeleted: boolean,
  author: string,
): Promise<void> {
  await records.transaction().execute(async (tx) => {
    const version = before.version + 1;
    await tx
      .insertInto("insight_version")
      .values(versionRow(before.number, version, text, isDeleted, author))
      .execute();
    const action = isDeleted ? "deleteInsight" : "changeInsight";
    await audit(tx, { author, action, subject: `i${before.number}`, detail: { version, ...text } });
  });
}

/** Decisions that were not taken back, oldest first. */
export async function readDecisions(records: Records): Promise<StoredDecision[]> {
  const rows = await records
    .selectFrom("insight_decision")
    .select(["id", "insight", "text", "decided_on as decidedOn", "author"])
    .where("undone_at", "is", null)
    .orderBy("decided_on")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, id: String(row.id) }));
}

export async function addDecision(records: Records, decision: Omit<StoredDecision, "id">): Promise<void> {
  const { insight, text, decidedOn, author } = decision;
  await records.transaction().execute(async (tx) => {
    await tx
      .insertInto("insight_decision")
      .values({ insight, text, decided_on: decidedOn, author })
      .execute();
    await audit(tx, { author, action: "addInsightDecision", subject: insight, detail: { text, decidedOn } });
  });
}

export async function undoDecision(
  records: Records,
  decision: StoredDecision,
  author: string,
): Promise<void> {
  await records.transaction().execute(async (tx) => {
    await tx
      .updateTable("insight_decision")
      .set({ undone_at: new Date() })
      .where("id", "=", Number(decision.id))
      .execute();
    await audit(tx, { author, action: "removeInsightDecision", subject: decision.insight, detail: decision });
  });
}

function versionRow(number: number, version: number, text: InsightText, isDeleted: boolean, author: string) {
  const { claim, evidenceKind, strength, owner, source, expiresOn } = text;
  return {
    insight_id: number,
    version,
    claim,
    evidence_kind: evidenceKind,
    strength,
    owner,
    source,
    expires_on: expiresOn,
    is_deleted: isDeleted,
    author,
  };
}
