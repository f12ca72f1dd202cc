import type { AssumptionValue } from "@kleinod/engine/programme/contracts/assumption-contract.ts";
import type { ProgrammeWorld } from "@kleinod/engine/programme/contracts/world-contract.ts";
import { leverOptions } from "@kleinod/engine/programme/lever-options.ts";
import type { PlanRequest } from "@kleinod/engine/programme/plans/plans-contract.ts";
import { resolvePlan } from "@kleinod/engine/programme/resolve-plan.ts";
import {
  type SimulationReport,
  simulationOptionsSchema,
} from "@kleinod/engine/programme/simulation/report-contract.ts";
import { one } from "../../duckdb/connect.ts";
import type { RunContext } from "../../import/progress.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import { readParameters } from "../../segments/read-parameters.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { type Refused, refused } from "../../workspace/refused.ts";
import { planningBase } from "../planning-base.ts";
import { planOfRequest } from "../plans/plan-of-request.ts";
import { simulateOnBase } from "./simulate-on-base.ts";

export interface SimulationRequest extends PlanRequest {
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
  readonly resolution?: "cells" | "customers" | undefined;
}

const usualDraws = { cells: 400, customers: 20 } as const;
/** Customers times draws that are counted one by one; a million customers take a minute for twenty draws. */
const mostCounted = 60_000_000;

/**
 * Five years of the small customers, as today goes on and with a plan. The same plan version, snapshot and seed give the same
 * report to the cent.
 * @returns refused like the plan and its base; `simulationOptions` or `drawsOutOfRange` for what is not allowed.
 * @throws Cancelled
 */
export async function simulatePlan(
  workspace: Workspace,
  { draws, seed, resolution, ...request }: SimulationRequest,
  run: RunContext = {},
): Promise<SimulationReport | Refused> {
  const options = simulationOptionsSchema.safeParse({ draws, seed, resolution });
  if (!options.success) return optionsRefused(options.error.issues);
  const requested = await planOfRequest(workspace, request);
  if (!requested.ok) return requested;
  const { plan, planId, version } = requested;
  const asOf = await dayOfSnapshot(workspace, plan.snapshot);
  const base = await planningBase(workspace, {
    plan,
    resolution: options.data.resolution,
    ...(asOf === null ? {} : { asOf }),
  });
  if ("ok" in base) return base;
  const count = options.data.draws ?? usualDraws[options.data.resolution];
  if (options.data.resolution === "customers" && count * base.rows > mostCounted)
    return tooMany(count, base.rows);
  const values = parameterValues(await workspace.read((connection) => readParameters(connection)));
  const resolved = resolvePlan(plan, leverOptions, base, {
    world: values["programme.world"] as ProgrammeWorld,
    assumptions: values["programme.assumptions"] as Readonly<Record<string, AssumptionValue>>,
  });
  const report = await simulateOnBase(
    {
      base,
      resolved,
      plan: { name: plan.name, id: planId, version },
      seed: options.data.seed,
      resolution: options.data.resolution,
    },
    count,
    run,
  );
  const isOther = plan.snapshot !== "latest" && plan.snapshot !== base.snapshotId;
  return isOther
    ? { ...report, notes: [otherSnapshot(plan.snapshot, base.snapshotId), ...report.notes] }
    : report;
}

/** Day of the snapshot that the plan was made on; null: the newest one. */
async function dayOfSnapshot(workspace: Workspace, snapshot: string): Promise<string | null> {
  if (snapshot === "latest") return null;
  const { day } = await workspace.read((connection) =>
    one<{ day: string | null }>(
      connection,
      "SELECT max(strftime(as_of, '%Y-%m-%d')) AS day FROM snapshot WHERE snapshot_id = ?",
      [snapshot],
    ),
  );
  return day;
}

const otherSnapshot = (planned: string, used: string) => ({
  de: `Der Plan nennt den Datenstand «${planned}»; seither haben sich Daten oder Parameter geändert, gerechnet ist mit «${used}» desselben Tages.`,
  en: `The plan names the snapshot “${planned}”; data or parameters have changed since, so “${used}” of the same day was used.`,
});

function optionsRefused(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Refused {
  const said = issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  return refused(
    "simulationOptions",
    `Erlaubt sind draws 1 bis 5000, seed ab 0 (ganze Zahlen) und resolution cells oder customers. ${said}`,
    `Allowed are draws 1 to 5000, seed from 0 (whole numbers) and resolution cells or customers. ${said}`,
  );
}

function tooMany(draws: number, customers: number): Refused {
  const most = Math.max(1, Math.floor(mostCounted / customers));
  return refused(
    "drawsOutOfRange",
    `draws ist ${draws}; bei ${customers} einzeln gezählten Kunden sind 1 bis ${most} erlaubt. Nehmen Sie weniger oder resolution cells.`,
    `draws is ${draws}; with ${customers} customers counted one by one 1 to ${most} are allowed. Take fewer, or resolution cells.`,
  );
}
