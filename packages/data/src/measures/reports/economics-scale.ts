import type { DuckDBConnection } from "@duckdb/node-api";
import type { CostActivity, CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { assumedRolesSql } from "@kleinod/engine/measures/economics/effort-report-sql.ts";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import { type ScalePool, scaleCurve } from "@kleinod/engine/measures/economics/scale-curve.ts";
import { scaleAssumedPools, scaleAssumptions } from "@kleinod/engine/measures/economics/sentences.ts";
import { all } from "../../duckdb/connect.ts";
import type { CostToServeDetails } from "../cost-to-serve.ts";
import { sizesOf } from "./sizes-of.ts";

/** The projection of cost over the number of customers, from the pools; null without customers or cost. */
export async function scaleOf(
  connection: DuckDBConnection,
  snapshotTable: string,
  values: Readonly<Record<string, unknown>>,
): Promise<Economics["scale"]> {
  const { total: customers } = await sizesOf(connection, snapshotTable);
  const blockMinutes = values["economics.blockMinutes"] as number;
  const { pools, variableCents } = await scalePools(connection, values, blockMinutes);
  if (customers === 0 || (pools.length === 0 && variableCents === 0)) return null;
  const curve = scaleCurve({ customers, pools, variableCents, blockMinutes });
  const isAssumed = pools.some(({ isAssumption }) => isAssumption);
  return {
    isProjection: true,
    customers,
    points: [...curve.points],
    doublingElasticity: curve.doublingElasticity,
    pools: [...curve.pools],
    variableCentsPerCustomer: curve.variableCentsPerCustomer,
    assumptions: [...scaleAssumptions, ...(isAssumed ? [scaleAssumedPools] : [])],
  };
}

async function scalePools(
  connection: DuckDBConnection,
  values: Readonly<Record<string, unknown>>,
  blockMinutes: number,
): Promise<{ pools: ScalePool[]; variableCents: number }> {
  const roles = values["costToServe.roles"] as readonly CostRole[];
  const activities = values["costToServe.activities"] as readonly CostActivity[];
  const fixedRoles = allocatedRoles(activities);
  const details = await costDetails(connection);
  const pools: ScalePool[] = details.pools
    .filter(({ capacityMinutes }) => capacityMinutes > 0)
    .map((pool) => ({
      code: pool.code,
      label: { de: pool.label ?? pool.code, en: pool.label ?? pool.code },
      kind: fixedRoles.has(roles[pool.roleIndex]?.code ?? "") ? "fixed" : "step",
      costCents: pool.costCents,
      capacityMilli: Math.round(1_000 * pool.capacityMinutes),
      usedMilli: Math.round(1_000 * pool.usedMinutes),
      isAssumption: false,
    }));
  const pooled = new Set(details.pools.map((pool) => roles[pool.roleIndex]?.code));
  let variableCents = 0;
  for (const row of await all<{ role: string; minutesMilli: number; costCents: number }>(
    connection,
    assumedRolesSql(),
  )) {
    const role = roles.find(({ code }) => code === row.role);
    if (role === undefined || pooled.has(role.code) || row.minutesMilli === 0) variableCents += row.costCents;
    else pools.push(assumedPool(role, row, fixedRoles.has(role.code), blockMinutes));
  }
  return { pools, variableCents };
}

/** Roles that only do what is allocated, such as management: their cost does not follow the number of customers. */
function allocatedRoles(activities: readonly CostActivity[]): ReadonlySet<string> {
  const direct = new Set(activities.filter(({ isAllocated }) => !isAllocated).map(({ role }) => role));
  return new Set(
    activities.filter(({ isAllocated, role }) => isAllocated && !direct.has(role)).map(({ role }) => role),
  );
}

/** Whole blocks that hold what a role without a pool did, at its assumed rate. */
function assumedPool(
  role: CostRole,
  { minutesMilli, costCents }: { readonly minutesMilli: number; readonly costCents: number },
  isFixed: boolean,
  blockMinutes: number,
): ScalePool {
  const blockMilli = 1_000 * blockMinutes;
  const capacityMilli = Math.ceil(minutesMilli / blockMilli) * blockMilli;
  return {
    code: role.code,
    label: role.label,
    kind: isFixed ? "fixed" : "step",
    costCents: isFixed ? costCents : Math.round((costCents * capacityMilli) / minutesMilli),
    capacityMilli,
    usedMilli: minutesMilli,
    isAssumption: true,
  };
}

async function costDetails(connection: DuckDBConnection): Promise<Pick<CostToServeDetails, "pools">> {
  const rows = await all<{ details: string }>(
    connection,
    "SELECT details FROM measure_step WHERE relation = 'm_cost_to_serve'",
  );
  return rows[0] === undefined ? { pools: [] } : (JSON.parse(rows[0].details) as CostToServeDetails);
}
