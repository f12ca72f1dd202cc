import type { DuckDBConnection } from "@duckdb/node-api";
import { one } from "../duckdb/connect.ts";
import { factsVersion } from "../duckdb/fact-store.ts";
import { getNotes } from "../facts/notes.ts";
import type { RunContext } from "../import/progress.ts";
import type { ReportContext } from "../measures/reports/report-context.ts";
import { readParameters } from "../segments/read-parameters.ts";
import { measure, resolveAsOf } from "./measure.ts";
import { mirrorReady } from "./mirror.ts";
import type { Workspace } from "./open-workspace.ts";
import { type Refused, refused } from "./refused.ts";
import { currentKey, findSnapshot, newestSnapshot, previousSnapshot, type Snapshot } from "./snapshots.ts";

export interface ReportContextOptions {
  readonly asOf?: string | undefined;
  /**
   * Where no snapshot is valid: `measure` computes one first; `latest` answers with the one measured last, so that pages
   * stay readable while an import or a measurement is running, and refuses only before the first.
   */
  readonly stale?: "measure" | "latest";
  /** Reports with notes open the records; the others need facts only. */
  readonly withNotes?: boolean;
}

export type WorkspaceReportContext = ReportContext & {
  readonly snapshotId: string;
  /** False while facts or parameters have changed since. */
  readonly isCurrent: boolean;
};

/** What the report runners need to know besides the connection. */
export async function reportContext(
  workspace: Workspace,
  options: ReportContextOptions = {},
  run: RunContext = {},
): Promise<{ readonly ok: true; readonly context: WorkspaceReportContext } | Refused> {
  await mirrorReady(workspace);
  const found = await lookUp(workspace, options);
  if ("code" in found) return found;
  if (found.snapshot === null) {
    const measured = await measure(workspace, { asOf: options.asOf }, run);
    if (!measured.ok) return measured;
    return reportContext(workspace, { ...options, asOf: measured.asOf, stale: "latest" }, run);
  }
  const { snapshot, isCurrent } = found;
  const context = await workspace.read((connection) => contextOf(connection, snapshot));
  const notes = options.withNotes ? { notes: await getNotes(workspace) } : {};
  return { ok: true, context: { ...context, ...notes, isCurrent } };
}

type Found = { readonly snapshot: Snapshot | null; readonly isCurrent: boolean };

async function lookUp(
  workspace: Workspace,
  { asOf: asked, stale = "measure" }: ReportContextOptions,
): Promise<Found | Refused> {
  return workspace.read(async (connection) => {
    const asOf =
      asked === undefined
        ? await cachedAsOf(workspace, connection)
        : await resolveAsOf(connection, workspace.today(), asked);
    if (typeof asOf !== "string") return asOf;
    const valid = await findSnapshot(connection, await currentKey(connection, asOf));
    if (valid?.holdsRelations) return { snapshot: valid, isCurrent: true };
    if (stale === "measure") return { snapshot: null, isCurrent: false };
    const latest = await newestSnapshot(connection);
    if (latest !== null && (asked === undefined || latest.asOf === asOf)) {
      return { snapshot: latest, isCurrent: false };
    }
    return refused(
      "notMeasured",
      `Für den ${asOf} ist noch nichts berechnet. Starten Sie die Berechnung.`,
      `Nothing is measured yet as of ${asOf}. Start measuring.`,
    );
  });
}

const knownAsOf = new WeakMap<Workspace, { readonly key: string; readonly asOf: string }>();

/** Finding the latest document date reads every line; it moves only with the facts and the calendar. */
async function cachedAsOf(workspace: Workspace, connection: DuckDBConnection): Promise<string | Refused> {
  const key = `${await factsVersion(connection)} ${workspace.today()}`;
  const known = knownAsOf.get(workspace);
  if (known?.key === key) return known.asOf;
  const asOf = await resolveAsOf(connection, workspace.today(), undefined);
  if (typeof asOf === "string") knownAsOf.set(workspace, { key, asOf });
  return asOf;
}

async function contextOf(
  connection: DuckDBConnection,
  snapshot: Snapshot,
): Promise<Omit<WorkspaceReportContext, "isCurrent">> {
  const parameters = await readParameters(connection);
  const currency = parameters.find(({ code }) => code === "company.currency")?.value;
  const previous = await previousSnapshot(connection, snapshot);
  const { problems } = await one<{ problems: number }>(
    connection,
    "SELECT count(*) AS problems FROM problem p JOIN batch b ON b.batch_no = p.batch_no AND NOT b.undone",
  );
  return {
    snapshotId: snapshot.snapshotId,
    asOf: snapshot.asOf,
    currency: typeof currency === "string" ? currency : null,
    snapshotTable: snapshot.tableName,
    sizeLineCents: snapshot.sizeLineCents,
    sizeLineIsProposal: snapshot.sizeLineIsProposal,
    parameters,
    openProblems: problems,
    ...(previous === null ? {} : { previousSnapshotTable: previous.tableName }),
  };
}
