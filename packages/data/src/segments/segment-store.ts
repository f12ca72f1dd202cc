/** Versions of segments in the records. */
import type { SegmentDefinition, SegmentInput } from "@kleinod/engine/segments/builder/contract.ts";
import type { BackTest } from "@kleinod/engine/segments/overlays/contract.ts";
import { firstSegmentState, type SegmentState } from "@kleinod/engine/segments/overlays/states-contract.ts";
import type { Selectable } from "kysely";
import { audit } from "../postgres/audit.ts";
import type { Records } from "../postgres/connect.ts";
import type { RecordTables } from "../postgres/tables.ts";

/** A version as it is stored: what it says, its state, and who decided why. */
export interface StoredSegment {
  readonly code: string;
  readonly version: number;
  readonly state: SegmentState;
  readonly name: string;
  readonly definition: SegmentDefinition;
  readonly action: string;
  readonly owner: string;
  readonly segmentation: string | null;
  readonly position: number;
  readonly author: string;
  readonly reason: string | null;
  readonly createdAt: string;
  readonly validFrom: string | null;
  readonly retiredAt: string | null;
  readonly overrideReason: string | null;
  readonly backTest: BackTest | null;
}

/** Every version of every segment: by code, newest first. */
export async function readSegments(records: Records): Promise<StoredSegment[]> {
  const rows = await records
    .selectFrom("segment_version")
    .selectAll()
    .orderBy("code")
    .orderBy("version", "desc")
    .execute();
  return rows.map(storedOf);
}

/** The versions that hold, in the order in which the segments of a set are asked. */
export function activeSegments(segments: readonly StoredSegment[]): StoredSegment[] {
  return segments
    .filter(({ state }) => state === "active")
    .sort(
      (a, b) =>
        compare(a.segmentation ?? "", b.segmentation ?? "") ||
        a.position - b.position ||
        compare(a.code, b.code),
    );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Adds a draft version. */
export async function addVersion(
  records: Records,
  code: string,
  input: Omit<SegmentInput, "code">,
  author: string,
): Promise<StoredSegment> {
  const { name, definition, action, owner, segmentation, position, reason = null } = input;
  return records.transaction().execute(async (tx) => {
    const last = await tx
      .selectFrom("segment_version")
      .select("version")
      .where("code", "=", code)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst();
    const version = (last?.version ?? 0) + 1;
    const row = await tx
      .insertInto("segment_version")
      .values({
        code,
        version,
        state: firstSegmentState,
        name,
        definition: JSON.stringify(definition),
        action,
        owner,
        segmentation,
        position,
        author,
        reason,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const detail = { version, name, definition, action, owner, segmentation, position, reason };
    await audit(tx, { author, action: "saveSegment", subject: code, detail });
    return storedOf(row);
  });
}

export interface StateChange {
  readonly author: string;
  readonly reason: string | null;
  readonly overrideReason?: string | null;
}

/**
 * Makes a version the one that holds and retires the one that held. The first day it held stays its `validFrom`.
 * @param how verb of the audit entry
 */
export async function makeActive(
  records: Records,
  { code, version }: Pick<StoredSegment, "code" | "version">,
  how: "activateSegment" | "restoreSegment",
  { author, reason, overrideReason = null }: StateChange,
): Promise<void> {
  const now = new Date();
  await records.transaction().execute(async (tx) => {
    const before = await tx
      .updateTable("segment_version")
      .set({ state: "retired", retired_at: now })
      .where("code", "=", code)
      .where("state", "=", "active")
      .returning("version")
      .executeTakeFirst();
    const set = { state: "active" as const, retired_at: null };
    const first = how === "activateSegment" ? { valid_from: now, override_reason: overrideReason } : {};
    await tx
      .updateTable("segment_version")
      .set({ ...set, ...first })
      .where("code", "=", code)
      .where("version", "=", version)
      .execute();
    const detail = { version, before: before?.version ?? null, reason, overrideReason };
    await audit(tx, { author, action: how, subject: code, detail });
  });
}

export async function makeRetired(
  records: Records,
  { code, version, state }: Pick<StoredSegment, "code" | "version" | "state">,
  { author, reason }: StateChange,
): Promise<void> {
  await records.transaction().execute(async (tx) => {
    await tx
      .updateTable("segment_version")
      .set({ state: "retired", retired_at: new Date() })
      .where("code", "=", code)
      .where("version", "=", version)
      .execute();
    await audit(tx, {
      author,
      action: "retireSegment",
      subject: code,
      detail: { version, before: state, reason },
    });
  });
}

/** Keeps what a back-test found beside its version; a later one takes its place. */
export async function keepBackTest(
  records: Records,
  { code, version }: Pick<StoredSegment, "code" | "version">,
  backTest: BackTest,
): Promise<void> {
  await records
    .updateTable("segment_version")
    .set({ back_test: JSON.stringify(backTest) })
    .where("code", "=", code)
    .where("version", "=", version)
    .execute();
}

function storedOf(row: Selectable<RecordTables["segment_version"]>): StoredSegment {
  const instant = (value: Date | null) => (value === null ? null : new Date(value).toISOString());
  return {
    code: row.code,
    version: row.version,
    state: row.state,
    name: row.name,
    // Written by this module after it passed the schema.
    definition: row.definition as SegmentDefinition,
    action: row.action,
    owner: row.owner,
    segmentation: row.segmentation,
    position: row.position,
    author: row.author,
    reason: row.reason,
    createdAt: new Date(row.created_at).toISOString(),
    validFrom: instant(row.valid_from),
    retiredAt: instant(row.retired_at),
    overrideReason: row.override_reason,
    backTest: row.back_test as BackTest | null,
  };
}
