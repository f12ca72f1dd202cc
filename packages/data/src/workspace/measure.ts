import type { DuckDBConnection } from "@duckdb/node-api";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import { one } from "../duckdb/connect.ts";
import { transaction } from "../duckdb/transaction.ts";
import { Cancelled, type RunContext } from "../import/progress.ts";
import { defaultAsOf } from "../measures/default-as-of.ts";
import { type PipelineOptions, runPipeline, type StepProgress } from "../measures/run-pipeline.ts";
import { readParameters } from "../segments/read-parameters.ts";
import { mirrorReady, mirrorVersions } from "./mirror.ts";
import type { Workspace } from "./open-workspace.ts";
import { type Refused, refused } from "./refused.ts";
import {
  currentKey,
  findSnapshot,
  registerSnapshot,
  type Snapshot,
  type SnapshotKey,
  type SnapshotStep,
  snapshotTableOf,
} from "./snapshots.ts";

export interface MeasureResult {
  readonly ok: true;
  readonly snapshotId: string;
  readonly asOf: string;
  readonly factsVersion: number;
  readonly customers: number;
  readonly steps: readonly SnapshotStep[];
}

/**
 * Computes every measure as of a day, by default the latest document date that is not after today. Only what depends on
 * a changed fact or parameter runs again; with nothing changed the valid snapshot is returned at once.
 * @throws Cancelled when the run was cancelled; everything of it is rolled back.
 */
export async function measure(
  workspace: Workspace,
  options: { readonly asOf?: string | undefined } = {},
  run: RunContext = {},
): Promise<MeasureResult | Refused> {
  await mirrorReady(workspace);
  return workspace.write(async (connection) => {
    const asOf = await resolveAsOf(connection, workspace.today(), options.asOf);
    if (typeof asOf !== "string") return asOf;
    const key = await currentKey(connection, asOf);
    const valid = await validSnapshot(connection, key);
    return resultOf(valid ?? (await takeSnapshot(connection, key, run)), valid !== null);
  });
}

/** The day that holds when nobody named one; a store with customers alone is measured as of today. */
export async function resolveAsOf(
  connection: DuckDBConnection,
  today: string,
  asked: string | undefined,
): Promise<string | Refused> {
  const { accounts } = await one<{ accounts: number }>(
    connection,
    "SELECT count(*) AS accounts FROM (SELECT 1 FROM account WHERE live LIMIT 1)",
  );
  const latest = await defaultAsOf(connection, today);
  if (accounts === 0 && latest === null) {
    return refused(
      "noData",
      "Es gibt noch keine Daten. Importieren Sie zuerst eine Datei mit Kunden oder Rechnungszeilen.",
      "There is no data yet. Import a file with customers or invoice lines first.",
    );
  }
  if (asked === undefined) return latest ?? today;
  try {
    return plainDate(asked);
  } catch {
    return refused(
      "asOfInvalid",
      `Der Stichtag «${asked}» ist kein Kalendertag; erwartet wird yyyy-mm-dd, z. B. ${today}.`,
      `The day "${asked}" is no calendar day; expected is yyyy-mm-dd, e.g. ${today}.`,
    );
  }
}

async function validSnapshot(connection: DuckDBConnection, key: SnapshotKey): Promise<Snapshot | null> {
  const found = await findSnapshot(connection, key);
  // The relations of single measures exist once: after another day was measured they have to be brought back.
  return found?.holdsRelations ? found : null;
}

async function takeSnapshot(
  connection: DuckDBConnection,
  key: SnapshotKey,
  run: RunContext,
): Promise<Snapshot> {
  let snapshot: Snapshot | undefined;
  try {
    await runPipeline(connection, await pipelineOptions(connection, key, run), (steps) =>
      transaction(connection, async () => {
        const result = await steps();
        snapshot = await registerSnapshot(connection, key, result);
        return result;
      }),
    );
  } catch (error) {
    if (run.signal?.aborted) throw new Cancelled();
    throw error;
  }
  if (snapshot === undefined) throw new Error(`The snapshot as of ${key.asOf} was not registered.`);
  return snapshot;
}

/** What the pipeline needs for this key. */
export async function pipelineOptions(
  connection: DuckDBConnection,
  key: SnapshotKey,
  run: RunContext,
): Promise<PipelineOptions> {
  return {
    asOf: key.asOf,
    factsVersion: `${key.factsVersion}.${key.mergeVersion}`,
    exceptionsVersion: (await mirrorVersions(connection)).responsibility,
    parameters: await readParameters(connection),
    snapshotTable: snapshotTableOf(key),
    onStep: (progress) => report(progress, run),
    ...(run.signal === undefined ? {} : { signal: run.signal }),
  };
}

function report(progress: StepProgress, run: RunContext): void {
  const { code, position, steps, state } = progress;
  const done = state === "started" ? position - 1 : position;
  run.onProgress?.({ step: code, done, total: steps, rowsPerSecond: null });
}

function resultOf(snapshot: Snapshot, isReused: boolean): MeasureResult {
  const { snapshotId, asOf, factsVersion, customers, steps } = snapshot;
  return {
    ok: true,
    snapshotId,
    asOf,
    factsVersion,
    customers,
    steps: isReused ? steps.map((step) => ({ ...step, seconds: 0, reused: true })) : steps,
  };
}
