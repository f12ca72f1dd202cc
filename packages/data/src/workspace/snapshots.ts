import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { all, runEach } from "../duckdb/connect.ts";
import { factsVersion } from "../duckdb/fact-store.ts";
import { type PipelineResult, pipelineVersion } from "../measures/run-pipeline.ts";
import { measureParameters, parametersHash } from "../segments/read-parameters.ts";
import { mirrorVersions } from "./mirror.ts";

/** What a snapshot was computed from; equal keys give equal snapshots. */
export interface SnapshotKey {
  readonly asOf: string;
  readonly factsVersion: number;
  /** Hash of the values of all parameters and of the exceptions that measures read. */
  readonly parameterVersion: string;
  /** Count of the decisions on economic units. */
  readonly mergeVersion: number;
}

export interface SnapshotStep {
  readonly step: string;
  readonly rows: number;
  readonly seconds: number;
  /** True when the result of an earlier run still held. */
  readonly reused: boolean;
}

export interface Snapshot extends SnapshotKey {
  readonly snapshotId: string;
  /** The customer table: one row per customer. */
  readonly tableName: string;
  readonly createdAt: string;
  readonly customers: number;
  readonly sizeLineCents: number | null;
  readonly sizeLineIsProposal: boolean;
  readonly proposedLineCents: number | null;
  readonly steps: readonly SnapshotStep[];
  /** The relations of single measures (`m_…`) belong to this snapshot; they exist once only. */
  readonly holdsRelations: boolean;
}

/** Days that keep their table at a time; older ones are measured again when somebody asks. */
const keptDays = 4;

/** The key that a snapshot of this day would have now. */
export async function currentKey(connection: DuckDBConnection, asOf: string): Promise<SnapshotKey> {
  const { units, responsibility } = await mirrorVersions(connection);
  const decided = { code: "responsibility.exceptions", value: responsibility };
  return {
    asOf,
    factsVersion: Number(await factsVersion(connection)),
    parameterVersion: parametersHash([...(await measureParameters(connection)), decided]),
    mergeVersion: units,
  };
}

/** Holds the version of the calculations too: what an earlier version measured is measured again. */
export function snapshotIdOf(key: SnapshotKey): string {
  const { asOf, factsVersion: facts, parameterVersion, mergeVersion } = key;
  const parts = [asOf, facts, parameterVersion, mergeVersion, pipelineVersion];
  const hash = createHash("sha256").update(parts.join("|"));
  return `${asOf.replaceAll("-", "")}_${hash.digest("hex").slice(0, 12)}`;
}

export const snapshotTableOf = (key: SnapshotKey) => `snapshot_${snapshotIdOf(key)}`;

/** The snapshot that is valid for this key; null when it has to be measured. */
export async function findSnapshot(connection: DuckDBConnection, key: SnapshotKey): Promise<Snapshot | null> {
  const found = await readSnapshots(
    connection,
    "WHERE s.snapshot_id = ? AND EXISTS (SELECT 1 FROM snapshot_pointer p WHERE p.snapshot_id = s.snapshot_id)",
    [snapshotIdOf(key)],
  );
  return found[0] ?? null;
}

/** The snapshot that was measured last, valid or not; null before the first. */
export async function newestSnapshot(connection: DuckDBConnection): Promise<Snapshot | null> {
  return (
    (await readSnapshots(connection, "ORDER BY s.holds_relations DESC, s.created_at DESC LIMIT 1"))[0] ?? null
  );
}

/** The newest snapshot of earlier facts: what "since the last import" compares with. Null before the second import. */
export async function previousSnapshot(
  connection: DuckDBConnection,
  key: Pick<SnapshotKey, "factsVersion">,
): Promise<Snapshot | null> {
  const found = await readSnapshots(
    connection,
    "WHERE s.facts_version < ? ORDER BY s.facts_version DESC, s.created_at DESC LIMIT 1",
    [key.factsVersion],
  );
  return found[0] ?? null;
}

async function readSnapshots(
  connection: DuckDBConnection,
  condition: string,
  values: (string | number)[] = [],
): Promise<Snapshot[]> {
  const rows = await all<Omit<Snapshot, "steps"> & { steps: string }>(
    connection,
    `SELECT s.snapshot_id AS "snapshotId", s.as_of AS "asOf", s.facts_version AS "factsVersion",
      s.parameter_version AS "parameterVersion", s.merge_version AS "mergeVersion", s.table_name AS "tableName",
      s.created_at AS "createdAt", s.customers, s.size_line_cents AS "sizeLineCents",
      s.size_line_is_proposal AS "sizeLineIsProposal", s.proposed_line_cents AS "proposedLineCents", s.steps,
      s.holds_relations AS "holdsRelations"
    FROM snapshot s ${condition}`,
    values,
  );
  return rows.map((row) => ({ ...row, steps: JSON.parse(row.steps) as SnapshotStep[] }));
}

/**
 * Makes a fresh snapshot the valid one of its day and drops those that nobody needs. Runs in the transaction that wrote
 * the customer table, so that no reader sees one without the other.
 */
export async function registerSnapshot(
  connection: DuckDBConnection,
  key: SnapshotKey,
  result: PipelineResult,
): Promise<Snapshot> {
  const snapshotId = snapshotIdOf(key);
  const steps = result.steps.map(({ code, rows, seconds, reused }) => ({
    step: code,
    rows,
    seconds,
    reused,
  }));
  await connection.run("DELETE FROM snapshot WHERE snapshot_id = ?", [snapshotId]);
  await connection.run("UPDATE snapshot SET holds_relations = false");
  await connection.run(
    "INSERT INTO snapshot VALUES (?, CAST(? AS DATE), ?, ?, ?, ?, get_current_timestamp()::TIMESTAMP, ?, ?, ?, ?, ?, true)",
    [
      snapshotId,
      key.asOf,
      key.factsVersion,
      key.parameterVersion,
      key.mergeVersion,
      snapshotTableOf(key),
      result.customers,
      result.sizeLineCents,
      result.sizeLineIsProposal,
      result.proposedLineCents,
      JSON.stringify(steps),
    ],
  );
  await connection.run("DELETE FROM snapshot_pointer WHERE as_of = CAST(? AS DATE)", [key.asOf]);
  await connection.run("INSERT INTO snapshot_pointer VALUES (CAST(? AS DATE), ?)", [key.asOf, snapshotId]);
  await pruneSnapshots(connection, key);
  const snapshot = await findSnapshot(connection, key);
  if (snapshot === null) throw new Error(`Snapshot ${snapshotId} was written but is not there.`);
  return snapshot;
}

/** Keeps the valid ones of the newest days and the one before the last change of the facts. */
async function pruneSnapshots(connection: DuckDBConnection, key: SnapshotKey): Promise<void> {
  const previous = await previousSnapshot(connection, key);
  await connection.run(`CREATE OR REPLACE TEMP TABLE kept_snapshot AS
    SELECT s.snapshot_id FROM snapshot s JOIN snapshot_pointer p USING (snapshot_id)
    WHERE s.facts_version = ${key.factsVersion} AND s.merge_version = ${key.mergeVersion}
      AND s.parameter_version = '${key.parameterVersion}'
    ORDER BY s.holds_relations DESC, s.created_at DESC LIMIT ${keptDays}`);
  if (previous !== null) {
    await connection.run("INSERT INTO kept_snapshot VALUES (?)", [previous.snapshotId]);
  }
  const unneeded = await all<{ table_name: string }>(
    connection,
    "SELECT table_name FROM snapshot ANTI JOIN kept_snapshot USING (snapshot_id)",
  );
  await dropLeftovers(connection);
  for (const { table_name } of unneeded) {
    // A report that began before may still read it by name: the table goes with the next measuring.
    await connection.run("INSERT INTO snapshot_leftover VALUES (?)", [table_name]);
    await connection.run("DELETE FROM measure_step WHERE relation = ?", [table_name]);
  }
  await runEach(connection, [
    "DELETE FROM snapshot WHERE snapshot_id NOT IN (SELECT snapshot_id FROM kept_snapshot)",
    "DELETE FROM snapshot_pointer WHERE snapshot_id NOT IN (SELECT snapshot_id FROM kept_snapshot)",
    "DROP TABLE kept_snapshot",
  ]);
}

/** Drops the tables that were given up one measuring ago, unless the same figures hold again. */
async function dropLeftovers(connection: DuckDBConnection): Promise<void> {
  const leftovers = await all<{ table_name: string }>(
    connection,
    "SELECT DISTINCT table_name FROM snapshot_leftover ANTI JOIN snapshot USING (table_name)",
  );
  for (const { table_name } of leftovers) await connection.run(`DROP TABLE IF EXISTS "${table_name}"`);
  await connection.run("DELETE FROM snapshot_leftover");
}
