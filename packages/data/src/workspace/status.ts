import { readFileSync } from "node:fs";
import { one } from "../duckdb/connect.ts";
import { factsVersion } from "../duckdb/fact-store.ts";
import { dataTier } from "../measures/reports/data-health.ts";
import { storeTotals } from "../measures/reports/store-totals.ts";
import { readParameters } from "../segments/read-parameters.ts";
import { reportContext } from "./measure-context.ts";
import { mirrorReady } from "./mirror.ts";
import type { Workspace } from "./open-workspace.ts";

export interface WorkspaceStatus {
  readonly version: string;
  readonly directory: string;
  readonly hasData: boolean;
  /** Of the newest snapshot; null before the first. */
  readonly asOf: string | null;
  readonly currency: string | null;
  readonly dataTier: string | null;
  readonly factsVersion: number;
  /** Batches that count. */
  readonly batches: number;
  readonly lines: number;
  /** Economic units with a live account. */
  readonly customers: number;
  /** A person has answered where the size line lies. */
  readonly sizeLineAsked: boolean;
  /** A snapshot is valid for the newest facts and parameters. */
  readonly measured: boolean;
}

/** Version of this Kleinod, e.g. `0.1.0`. */
export function kleinodVersion(): string {
  const file = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return file.version;
}

/** What a data directory holds, without reading the lines themselves and without opening the records. */
export async function status(workspace: Workspace): Promise<WorkspaceStatus> {
  await mirrorReady(workspace);
  const found = await reportContext(workspace, { stale: "latest" });
  return workspace.read(async (connection) => {
    const counts = await one<{ batches: number; lines: number; customers: number }>(
      connection,
      `SELECT (SELECT count(*) FROM batch WHERE NOT undone) AS batches,
        (SELECT coalesce(sum(lines), 0)::BIGINT FROM content ANTI JOIN content_hidden USING (content_id)) AS lines,
        (SELECT count(DISTINCT customer_id) FROM account WHERE live) AS customers`,
    );
    const parameters = await readParameters(connection);
    const currency = parameters.find(({ code }) => code === "company.currency")?.value;
    const sizeLine = parameters.find(({ code }) => code === "size.lineCents");
    return {
      version: kleinodVersion(),
      directory: workspace.directory,
      hasData: counts.lines > 0 || counts.customers > 0,
      asOf: found.ok ? found.context.asOf : null,
      currency: typeof currency === "string" ? currency : null,
      dataTier: found.ok ? dataTier(await storeTotals(connection)) : null,
      factsVersion: await factsVersion(connection),
      ...counts,
      sizeLineAsked: (sizeLine?.version ?? 0) > 0,
      measured: found.ok && found.context.isCurrent,
    };
  });
}
