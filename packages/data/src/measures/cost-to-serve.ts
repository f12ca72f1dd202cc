import type { DuckDBConnection } from "@duckdb/node-api";
import { channelOfTextSql } from "@kleinod/engine/facts/events/channel-sql.ts";
import { allocateSql, groupUseSql } from "@kleinod/engine/measures/cost-to-serve/allocate-sql.ts";
import { type Coverage, coverageSql } from "@kleinod/engine/measures/cost-to-serve/coverage.ts";
import { customerCostSql } from "@kleinod/engine/measures/cost-to-serve/customer-cost-sql.ts";
import { effortSql } from "@kleinod/engine/measures/cost-to-serve/effort-sql.ts";
import type { Window } from "@kleinod/engine/measures/cost-to-serve/event-sources.ts";
import {
  newCustomersSql,
  onlySql,
  roleNamesSql,
  rolesTableSql,
} from "@kleinod/engine/measures/cost-to-serve/event-tables-sql.ts";
import { type CostModel, costModel, roleFinder } from "@kleinod/engine/measures/cost-to-serve/model.ts";
import {
  addDays,
  type PoolPlan,
  type PoolRow,
  planPools,
} from "@kleinod/engine/measures/cost-to-serve/plan-pools.ts";
import type { CostProblem } from "@kleinod/engine/measures/cost-to-serve/problem.ts";
import {
  lineOfRow,
  type RefusedEventRow,
  refusedEventProblem,
  refusedEventsSql,
} from "@kleinod/engine/measures/cost-to-serve/problems-sql.ts";
import {
  chargeGroups,
  type SettledPool,
  settlePools,
} from "@kleinod/engine/measures/cost-to-serve/settle-pools.ts";
import { monthsBefore } from "@kleinod/engine/measures/period.ts";
import type { MeasureSettings } from "@kleinod/engine/measures/settings-contract.ts";
import { date } from "@kleinod/engine/measures/sql-text.ts";
import { all, one, runEach } from "../duckdb/connect.ts";
import type { StepContext } from "./steps.ts";

/** What the step tells besides its relations; the report reads it. */
export interface CostToServeDetails {
  readonly asOf: string;
  readonly coverage: Coverage;
  readonly pools: readonly SettledPool[];
  readonly plan: PoolPlanDetails;
  readonly problems: readonly CostProblem[];
}

/** The groups of pools without their exact amounts: enough to tell which pools pay on a day. */
export type PoolPlanDetails = Pick<PoolPlan, "centsPerMinute"> & {
  readonly groups: readonly Pick<PoolPlan["groups"][number], "id" | "roleIndex" | "days">[];
};

/** Everything that the calculation takes from store and settings before the first event is priced. */
export interface CostInput {
  readonly model: CostModel;
  readonly plan: PoolPlan;
  readonly coverage: Coverage;
  readonly window: Window;
}

/** Computes `m_effort` and `m_cost_to_serve`. */
export async function computeCostToServe({
  connection,
  settings,
}: StepContext): Promise<Record<string, unknown>> {
  const input = await costInput(connection, settings);
  const { model, plan, coverage, window } = input;
  await prepareEvents(connection, input);
  await runEach(connection, effortSql(input));
  const uses = await all<{ groupId: number; usedMilli: string; mostMilli: string }>(
    connection,
    groupUseSql(),
  );
  const charges = chargeGroups(
    plan,
    uses.map(({ groupId, usedMilli }) => ({ groupId, usedMilli: BigInt(usedMilli) })),
  );
  const mostMilli = uses.reduce(
    (most, use) => (BigInt(use.mostMilli) > most ? BigInt(use.mostMilli) : most),
    0n,
  );
  await dropOldEffort(connection);
  await runEach(connection, allocateSql(model, plan, charges, mostMilli));
  await runEach(connection, customerCostSql(model, coverage));
  const unassigned = await all<{ pool_group: number; cents: number }>(
    connection,
    `SELECT pool_group, CAST(sum(cost_cents) AS BIGINT) AS cents FROM m_effort
    WHERE customer_id IS NULL AND pool_group IS NOT NULL GROUP BY pool_group`,
  );
  const pools = settlePools(plan, charges, new Map(unassigned.map((row) => [row.pool_group, row.cents])));
  const refusedEvents = await all<RefusedEventRow>(connection, refusedEventsSql(window));
  await dropEventTables(connection);
  const details: CostToServeDetails = {
    asOf: settings.asOf,
    coverage,
    pools,
    plan: {
      centsPerMinute: plan.centsPerMinute,
      groups: plan.groups.map(({ id, roleIndex, days }) => ({ id, roleIndex, days })),
    },
    problems: [
      ...model.problems,
      ...plan.problems,
      ...refusedEvents.map((row) => refusedEventProblem(row, model.roles)),
    ],
  };
  return { ...details };
}

/** `m_effort` was a table before it became a view; a view cannot replace a table. */
async function dropOldEffort(connection: DuckDBConnection): Promise<void> {
  const old = await all(connection, "SELECT 1 FROM duckdb_tables() WHERE table_name = 'm_effort'");
  if (old.length > 0) await connection.run("DROP TABLE m_effort");
}

/** Drops what `prepareEvents` made. */
export async function dropEventTables(connection: DuckDBConnection): Promise<void> {
  const tables = ["t_new_customer", "t_cost_role", "t_document_channel"];
  await runEach(
    connection,
    tables.map((name) => `DROP TABLE IF EXISTS ${name}`),
  );
}

/** Reads pools and coverage; nothing is written. */
export async function costInput(connection: DuckDBConnection, settings: MeasureSettings): Promise<CostInput> {
  const model = costModel(settings.values);
  const window = { from: monthsBefore(settings.asOf, 12), asOf: settings.asOf };
  const coverage = await one<Coverage>(connection, coverageSql(window.from, window.asOf));
  const pools = await all<PoolRow & { row_no: number | null }>(connection, poolsSql);
  const plan = planPools(
    pools.map(({ row_no, ...pool }) => ({ ...pool, line: lineOfRow(row_no) })),
    model.roles,
    { from: addDays(window.from, 1), to: window.asOf },
  );
  return { model, plan, coverage, window };
}

const poolsSql = `SELECT p.pool_code AS "poolCode", p.label, p.role, p.valid_from AS "validFrom",
  p.valid_to AS "validTo", p.cost_cents AS "costCents", p.capacity_minutes AS "capacityMinutes",
  b.file_name AS file, p.row_no
FROM cost_pool_current p LEFT JOIN batch b ON b.batch_no = p.batch_no
ORDER BY p.pool_code, p.valid_from, p.batch_no, p.row_no`;

/** The small tables that the queries on events join. */
export async function prepareEvents(
  connection: DuckDBConnection,
  { model, coverage, window }: Omit<CostInput, "plan">,
  customerId?: number,
): Promise<void> {
  const names = await all<{ name: string }>(connection, `${roleNamesSql(window, customerId)} ORDER BY name`);
  const find = roleFinder(model.roles);
  await runEach(connection, [
    newCustomersSql(coverage, window, customerId),
    ...rolesTableSql(names.map(({ name }) => ({ name, roleIndex: find(name) }))),
    ...documentChannelSql(coverage, window, customerId),
  ]);
}

/** Channels that lines of documents name, by the words of the import; each word is looked up once. */
function documentChannelSql(
  { hasDocumentChannels, firstOrder }: Coverage,
  window: Window,
  customerId: number | undefined,
): string[] {
  if (!hasDocumentChannels) return [];
  const before = firstOrder === null ? "" : ` AND document_date < DATE '${firstOrder}'`;
  const days = `entry_channel IS NOT NULL AND document_date > ${date(window.from)}
    AND document_date <= ${date(window.asOf)}${before}${onlySql(customerId)}`;
  return [
    `CREATE OR REPLACE TEMP TABLE t_document_channel AS
WITH w AS (
  SELECT word, ${channelOfTextSql("word")} AS channel
  FROM (SELECT DISTINCT entry_channel AS word FROM sale_line_current WHERE ${days})
)
SELECT l.document_id, min(w.channel) AS channel
FROM sale_line_current l JOIN w ON w.word = l.entry_channel
WHERE ${days}
GROUP BY l.document_id`,
  ];
}
