import type { DuckDBConnection } from "@duckdb/node-api";
import type { CostRole } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import type { LeakRole, LeakRow } from "@kleinod/engine/segments/leak/contract.ts";
import { type Leak, leakOf } from "@kleinod/engine/segments/leak/leak.ts";
import { leakRowsSql } from "@kleinod/engine/segments/responsibility/report-sql.ts";
import { all } from "../duckdb/connect.ts";
import type { CostToServeDetails } from "../measures/cost-to-serve.ts";

/** The specialist roles with what a minute of them costs and how much of their work nobody logs. */
export function leakRoles(
  values: Readonly<Record<string, unknown>>,
  { plan }: Pick<CostToServeDetails, "plan">,
): LeakRole[] {
  const roles = values["costToServe.roles"] as readonly CostRole[];
  const unlogged = values["leak.unloggedRatio"] as Readonly<Record<string, number>>;
  return roles.flatMap((role, index) =>
    role.isSpecialist
      ? [
          {
            code: role.code,
            label: role.label,
            unloggedRatio: unlogged[role.code] ?? 1 - role.loggedRatio,
            centsPerMinute: plan.centsPerMinute[index] ?? role.assumedRateCentsPerMinute,
            rateIsAssumed: !plan.groups.some(({ roleIndex }) => roleIndex === index),
          },
        ]
      : [],
  );
}

/** Leak (K8) from the measured rows. */
export async function leakReport(connection: DuckDBConnection, roles: readonly LeakRole[]): Promise<Leak> {
  return leakOf(await all<LeakRow>(connection, leakRowsSql), roles);
}
