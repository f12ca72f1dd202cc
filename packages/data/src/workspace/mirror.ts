/**
 * What queries need from the records, copied into the fact store: parameters, exchange rates, economic units, exceptions of
 * responsibility, activities noted in the app. Commands
 * that need facts only then never open Postgres. Records are the truth; a change marks its part as pending before it
 * writes them, so that a kill in between is seen at the next start and the part is copied again.
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "kysely";
import { all, runEach } from "../duckdb/connect.ts";
import { bumpFactsVersion } from "../duckdb/fact-store.ts";
import { transaction } from "../duckdb/transaction.ts";
import type { Records } from "../postgres/connect.ts";
import { mirrorCaptures } from "./mirror-captures.ts";
import { mirrorParameters, parameterMirrorTablesSql } from "./mirror-parameters.ts";
import { mirrorResponsibility, responsibilityMirrorTablesSql } from "./mirror-responsibility.ts";
import { mirrorUnits, unitMirrorTablesSql } from "./mirror-units.ts";
import type { Workspace } from "./open-workspace.ts";
import { snapshotTablesSql } from "./snapshots-tables.ts";

const parts = ["parameters", "units", "responsibility", "captures"] as const;
export type MirrorPart = (typeof parts)[number];

/** Version of each part: a count of the changes ever made to its records. */
export type MirrorVersions = Readonly<Record<MirrorPart, number>>;

const copy: Readonly<Record<MirrorPart, (connection: DuckDBConnection, records: Records) => Promise<void>>> =
  {
    parameters: mirrorParameters,
    units: async (connection, records) => {
      const { moved } = await mirrorUnits(connection, records);
      if (moved > 0) await bumpFactsVersion(connection);
    },
    responsibility: mirrorResponsibility,
    captures: async (connection, records) => {
      await mirrorCaptures(connection, records);
      await bumpFactsVersion(connection);
    },
  };

function mirrorTablesSql(): string[] {
  return [
    "CREATE TABLE IF NOT EXISTS mirror_state (part VARCHAR NOT NULL, version BIGINT NOT NULL, pending BOOLEAN NOT NULL)",
    ...parts.map(
      (part) =>
        `INSERT INTO mirror_state SELECT '${part}', 0, false WHERE NOT EXISTS (SELECT 1 FROM mirror_state WHERE part = '${part}')`,
    ),
    ...parameterMirrorTablesSql(),
    ...unitMirrorTablesSql(),
    ...responsibilityMirrorTablesSql(),
    ...snapshotTablesSql(),
  ];
}

const readied = new WeakMap<Workspace, Promise<void>>();

/** The tables of mirror and snapshots exist and nothing is pending. Done once per open workspace. */
export function mirrorReady(workspace: Workspace): Promise<void> {
  const known = readied.get(workspace);
  if (known !== undefined) return known;
  const ready = prepareMirror(workspace);
  readied.set(workspace, ready);
  ready.catch(() => readied.delete(workspace));
  return ready;
}

async function prepareMirror(workspace: Workspace): Promise<void> {
  // On a reading connection: a report must not wait for the import that is running.
  const pending = await workspace.read(async (connection) => {
    await transaction(connection, () => runEach(connection, mirrorTablesSql()));
    return all<{ part: MirrorPart }>(connection, "SELECT part FROM mirror_state WHERE pending");
  });
  if (pending.length > 0) await rebuildMirror(workspace);
}

/** Copies every part whose version in the records is another one, e.g. after a kill or a restore. */
export async function rebuildMirror(workspace: Workspace): Promise<readonly MirrorPart[]> {
  const records = await workspace.records();
  return workspace.write(async (connection) => {
    await runEach(connection, mirrorTablesSql());
    const wanted = await recordVersions(records);
    const have = await mirrorVersions(connection);
    const pending = await all<{ part: MirrorPart }>(
      connection,
      "SELECT part FROM mirror_state WHERE pending",
    );
    const stale = parts.filter(
      (part) => wanted[part] !== have[part] || pending.some((row) => row.part === part),
    );
    for (const part of stale) await mirrorPart(connection, records, part);
    return stale;
  });
}

/**
 * Changes records and copies the part into the fact store. Runs inside the one-writer queue.
 * @param change writes the records, in a transaction of its own
 */
export async function changeMirrored<T>(
  connection: DuckDBConnection,
  records: Records,
  part: MirrorPart,
  change: () => Promise<T>,
): Promise<T> {
  await connection.run("UPDATE mirror_state SET pending = true WHERE part = ?", [part]);
  const result = await change();
  await mirrorPart(connection, records, part);
  return result;
}

async function mirrorPart(connection: DuckDBConnection, records: Records, part: MirrorPart): Promise<void> {
  await transaction(connection, async () => {
    await copy[part](connection, records);
    const versions = await recordVersions(records);
    await connection.run("UPDATE mirror_state SET version = ?, pending = false WHERE part = ?", [
      versions[part],
      part,
    ]);
  });
}

/** Versions of the copies in the fact store. */
export async function mirrorVersions(connection: DuckDBConnection): Promise<MirrorVersions> {
  const rows = await all<{ part: MirrorPart; version: number }>(
    connection,
    "SELECT part, version FROM mirror_state",
  );
  const version = (part: MirrorPart) => rows.find((row) => row.part === part)?.version ?? 0;
  return {
    parameters: version("parameters"),
    units: version("units"),
    responsibility: version("responsibility"),
    captures: version("captures"),
  };
}

/** Versions of the records themselves. Nothing is ever deleted: making, correcting and undoing each count. */
export async function recordVersions(records: Records): Promise<MirrorVersions> {
  const { parameters } = await records
    .selectFrom("parameter_version")
    .select(sql<string>`count(*)`.as("parameters"))
    .executeTakeFirstOrThrow();
  const { units } = await records
    .selectFrom("unit_decision")
    .select(sql<string>`count(*) + count(undone_at)`.as("units"))
    .executeTakeFirstOrThrow();
  const { responsibility } = await records
    .selectFrom("responsibility_decision")
    .select(sql<string>`count(*) + count(undone_at)`.as("responsibility"))
    .executeTakeFirstOrThrow();
  const { captures } = await records
    .selectFrom("captured_activity")
    .select(sql<string>`coalesce(sum(revision), 0)`.as("captures"))
    .executeTakeFirstOrThrow();
  return {
    parameters: Number(parameters),
    units: Number(units),
    responsibility: Number(responsibility),
    captures: Number(captures),
  };
}
