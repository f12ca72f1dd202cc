import type { DuckDBConnection } from "@duckdb/node-api";
import { costModel } from "@kleinod/engine/measures/cost-to-serve/model.ts";
import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import { table } from "@kleinod/engine/measures/sql-text.ts";
import type { UsedSet } from "@kleinod/engine/programme/offers/cannibalisation.ts";
import type { CatalogueRules } from "@kleinod/engine/programme/offers/catalogue-rules-contract.ts";
import type { ElementProfile, ElementReport } from "@kleinod/engine/programme/offers/element-contract.ts";
import {
  type ElementCounts,
  elementReport,
  type RoleRate,
} from "@kleinod/engine/programme/offers/element-report.ts";
import {
  elementBaseSql,
  elementCountsSql,
  elementReasonsSql,
  largeUsedSetsSql,
  workByRoleSql,
} from "@kleinod/engine/programme/offers/sql.ts";
import { all, one } from "../../duckdb/connect.ts";
import { costToServeDetails } from "../../measures/reports/cost-to-serve-details.ts";
import { parameterValues } from "../../measures/reports/parameter-values.ts";
import type { WorkspaceReportContext } from "../../workspace/measure-context.ts";

export interface ElementFacts {
  readonly report: ElementReport;
  readonly largeSets: readonly UsedSet[];
  readonly rules: CatalogueRules;
}

/** Use, value and cost of service elements in the 12 months of the snapshot, and what larger customers use. */
export async function elementFacts(
  connection: DuckDBConnection,
  context: WorkspaceReportContext,
  profiles: readonly ElementProfile[],
): Promise<ElementFacts> {
  const { snapshotTable, currency, snapshotId } = context;
  const asOf = plainDate(context.asOf);
  const window = { snapshotTable: table(snapshotTable), asOf, from: monthsBefore(asOf, 12) };
  const rules = parameterValues(context.parameters)["programme.catalogue"] as CatalogueRules;
  const counts = await all<ElementCounts>(connection, elementCountsSql(window));
  const base = await one<{ customers: number; largeCustomers: number; reasons: number }>(
    connection,
    elementBaseSql(window),
  );
  const report = elementReport({
    asOf,
    snapshotId,
    currency,
    ...base,
    counts,
    reasonTexts: await all<{ element: string; reason: string }>(connection, elementReasonsSql(window)),
    roles: await roleRates(connection, context),
    profiles,
    rules,
  });
  const sets = await all<Omit<UsedSet, "used"> & { used: string }>(connection, largeUsedSetsSql(window));
  return {
    report,
    largeSets: sets.map((set) => ({ ...set, used: JSON.parse(set.used) as string[] })),
    rules,
  };
}

/** Roles with their rate and the minutes that they worked for customers; none without any cost pool. */
export async function roleRates(
  connection: DuckDBConnection,
  context: WorkspaceReportContext,
): Promise<RoleRate[]> {
  const { plan, pools } = await costToServeDetails(connection);
  if (pools.length === 0) return [];
  const { roles } = costModel(parameterValues(context.parameters));
  const work = await all<{ role: string; minutes: number }>(connection, workByRoleSql);
  return roles.map(({ code, label, assumedRateCentsPerMinute }, index) => ({
    code,
    label,
    centsPerMinute: plan.centsPerMinute[index] ?? assumedRateCentsPerMinute,
    minutes: work.find(({ role }) => role === code)?.minutes ?? 0,
  }));
}
