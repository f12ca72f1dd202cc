import type { DuckDBConnection } from "@duckdb/node-api";
import type { CostActivity, CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { milliminutesOf, parseTimeEquation } from "@kleinod/engine/measures/cost-to-serve/time-equation.ts";
import {
  type EffortFacts,
  type EffortTotal,
  effortFacts,
} from "@kleinod/engine/programme/base/effort-facts.ts";
import { effortTotalsSql } from "@kleinod/engine/programme/base/sql.ts";
import type { ProgrammeWorld } from "@kleinod/engine/programme/contracts/world-contract.ts";
import { all } from "../../duckdb/connect.ts";
import type { CostToServeDetails } from "../../measures/cost-to-serve.ts";

/** The cost model in force. */
export interface CostModelInForce {
  readonly roles: readonly CostRole[];
  readonly activities: readonly CostActivity[];
  readonly blockMinutes: number;
}

export function costModelInForce(values: Readonly<Record<string, unknown>>): CostModelInForce {
  return {
    roles: values["costToServe.roles"] as readonly CostRole[],
    activities: values["costToServe.activities"] as readonly CostActivity[],
    blockMinutes: (values["programme.world"] as ProgrammeWorld).blockMinutes,
  };
}

/** Roles with capacity from the pools of the window, unit costs and shares of the small customers. */
export async function effortOfRoles(
  connection: DuckDBConnection,
  snapshotTable: string,
  { roles, activities, blockMinutes }: CostModelInForce,
): Promise<EffortFacts> {
  const query = { snapshotTable, activities, roles: roles.map(({ code }) => code) };
  return effortFacts({
    totals: await all<EffortTotal>(connection, effortTotalsSql(query)),
    roles,
    activities,
    poolMinutes: await poolMinutes(connection, roles),
    usualMinutes: new Map(activities.map((activity) => [activity.code, usualMinutes(activity)])),
    blockMinutes,
  });
}

async function poolMinutes(
  connection: DuckDBConnection,
  roles: readonly CostRole[],
): Promise<ReadonlyMap<string, number>> {
  const [step] = await all<{ details: string }>(
    connection,
    "SELECT details FROM measure_step WHERE relation = 'm_cost_to_serve'",
  );
  const minutes = new Map<string, number>();
  if (step === undefined) return minutes;
  const { pools } = JSON.parse(step.details) as Pick<CostToServeDetails, "pools">;
  for (const { roleIndex, capacityMinutes } of pools) {
    const code = roles[roleIndex]?.code;
    if (code !== undefined && capacityMinutes > 0)
      minutes.set(code, (minutes.get(code) ?? 0) + capacityMinutes);
  }
  return minutes;
}

function usualMinutes({ equation, event }: CostActivity): number {
  const parsed = parseTimeEquation(equation, event);
  return parsed.ok ? milliminutesOf(parsed.equation, {}) / 1_000 : 0;
}
