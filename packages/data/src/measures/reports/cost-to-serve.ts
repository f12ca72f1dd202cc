import type { DuckDBConnection } from "@duckdb/node-api";
import { countText } from "@kleinod/engine/figure-text.ts";
import { type CostModel, costModel } from "@kleinod/engine/measures/cost-to-serve/model.ts";
import { direct } from "@kleinod/engine/measures/cost-to-serve/model-contract.ts";
import { addDays } from "@kleinod/engine/measures/cost-to-serve/plan-pools.ts";
import { type CostProblem, problem } from "@kleinod/engine/measures/cost-to-serve/problem.ts";
import type { CostToServeReport } from "@kleinod/engine/measures/cost-to-serve/report-contract.ts";
import {
  besidePoolsSql,
  type CostSelection,
  costByActivitySql,
  costBySizeSql,
  costByTierSql,
  costCustomerCountSql,
  costCustomersSql,
  costTotalsSql,
  negativeSql,
} from "@kleinod/engine/measures/cost-to-serve/report-sql.ts";
import type { SettledPool } from "@kleinod/engine/measures/cost-to-serve/settle-pools.ts";
import { monthsBefore, plainDate } from "@kleinod/engine/measures/period.ts";
import { all, one } from "../../duckdb/connect.ts";
import type { CostToServeDetails } from "../cost-to-serve.ts";
import { costToServeDetails } from "./cost-to-serve-details.ts";
import type { ReportContext } from "./report-context.ts";

export type CostToServeOptions = Partial<CostSelection>;

type Row = CostToServeReport["customers"][number];

/** Cost to serve of all customers with pools, reconciliation and a page of customers, by default the dearest first. */
export async function costToServe(
  connection: DuckDBConnection,
  context: ReportContext,
  options: CostToServeOptions = {},
): Promise<CostToServeReport> {
  const { snapshotTable, asOf, currency } = context;
  const selection: CostSelection = {
    sort: "fullCents",
    descending: true,
    words: [],
    size: null,
    limit: 1000,
    offset: 0,
    ...options,
  };
  const model = costModel(Object.fromEntries(context.parameters.map(({ code, value }) => [code, value])));
  const details = await costToServeDetails(connection);
  const { total } = await one<{ total: number }>(connection, costCustomerCountSql(snapshotTable, selection));
  const rows = await all<Omit<Row, "horizonMonths">>(connection, costCustomersSql(snapshotTable, selection));
  const sizes = await all<Omit<CostToServeReport["sizes"][number], "minutesPerCustomer">>(
    connection,
    costBySizeSql(snapshotTable),
  );
  const problems = [...details.problems, ...overloads(details.pools, model)];
  return {
    asOf,
    from: addDays(monthsBefore(plainDate(asOf), 12), 1),
    currency,
    horizonMonths: model.horizon,
    pools: details.pools.map((pool) => ({
      code: pool.code,
      label: pool.label,
      role: model.roles[pool.roleIndex]?.code ?? "",
      costCents: pool.costCents,
      capacityMinutes: pool.capacityMinutes,
      usedMinutes: pool.usedMinutes,
      unusedMinutes: pool.unusedMinutes,
      unusedCents: pool.unusedCents,
      overloadMinutes: pool.overloadMinutes,
      isOverloaded: pool.isOverloaded,
      centsPerMinute: pool.centsPerMinute,
    })),
    reconciliation: { ...reconcile(details.pools), ...(await one(connection, besidePoolsSql())) },
    negative: await negative(connection, snapshotTable),
    totals: await one<CostToServeReport["totals"]>(connection, costTotalsSql(snapshotTable)),
    sizes: sizes.map((size) => ({
      ...size,
      minutesPerCustomer: size.customers === 0 ? null : size.minutes / size.customers,
    })),
    activities: await byActivity(connection, model),
    tiers: await all<CostToServeReport["tiers"][number]>(connection, costByTierSql(snapshotTable)),
    total,
    limit: selection.limit,
    offset: selection.offset,
    customers: rows.map((row) => ({ ...row, horizonMonths: model.horizon })),
    problems,
    unclear: unclear(details, rows.length > 0),
  };
}

/** The table that a controller checks: per pool and in total, customers + unused + unassigned = cost. */
function reconcile(
  pools: readonly SettledPool[],
): Omit<CostToServeReport["reconciliation"], "assumedCents" | "directCents"> {
  const byPool = pools.map(({ code, customersCents, unusedCents, unassignedCents, costCents }) => ({
    code,
    customersCents,
    unusedCents,
    unassignedCents,
    poolsCents: costCents,
    differenceCents: customersCents + unusedCents + unassignedCents - costCents,
  }));
  const sum = (of: (row: (typeof byPool)[number]) => number) =>
    byPool.reduce((total, row) => total + of(row), 0);
  return {
    customersCents: sum((row) => row.customersCents),
    unusedCents: sum((row) => row.unusedCents),
    unassignedCents: sum((row) => row.unassignedCents),
    poolsCents: sum((row) => row.poolsCents),
    differenceCents: sum((row) => row.differenceCents),
    byPool,
  };
}

async function negative(
  connection: DuckDBConnection,
  snapshotTable: string,
): Promise<CostToServeReport["negative"]> {
  const counts = await one<Omit<CostToServeReport["negative"], "fullRatio" | "avoidableRatio">>(
    connection,
    negativeSql(snapshotTable),
  );
  const ratio = (customers: number) => (counts.known === 0 ? null : customers / counts.known);
  return {
    fullRatio: ratio(counts.fullCustomers),
    avoidableRatio: ratio(counts.avoidableCustomers),
    ...counts,
  };
}

async function byActivity(
  connection: DuckDBConnection,
  model: CostModel,
): Promise<CostToServeReport["activities"]> {
  const rows = await all<
    Pick<
      CostToServeReport["activities"][number],
      | "activity"
      | "role"
      | "customers"
      | "events"
      | "loggedEvents"
      | "minutes"
      | "fullCents"
      | "avoidableCents"
    >
  >(connection, costByActivitySql());
  return rows.map((row) => {
    const activity = model.activities.find(({ code }) => code === row.activity);
    return {
      ...row,
      label: activity?.label ?? { de: row.activity, en: row.activity },
      roleLabel: roleLabel(model, row.role),
      isAssumption: activity?.isAssumption ?? true,
      grade: activity?.grade ?? "D",
      equation: activity?.equation ?? "",
    };
  });
}

const statedMoney = { de: "gemäss Datei", en: "as the file states" };

export function roleLabel(model: CostModel, role: string): { de: string; en: string } {
  if (role === direct) return statedMoney;
  return model.roles.find(({ code }) => code === role)?.label ?? { de: role, en: role };
}

/** Overload is a flag, not a refusal: the cost is spread over the minutes used. */
function overloads(pools: readonly SettledPool[], model: CostModel): CostProblem[] {
  return pools
    .filter((pool) => pool.isOverloaded)
    .map((pool) => {
      const minutes = countText(pool.overloadMinutes);
      const role = roleLabel(model, model.roles[pool.roleIndex]?.code ?? "");
      return problem("poolOverloaded", {
        value: String(Math.round(pool.overloadMinutes)),
        message: {
          de: `Kostenpool «${pool.code}» (${role.de}): ${minutes.de} Minuten mehr gebraucht als Kapazität; seine Kosten sind auf die gebrauchten Minuten verteilt. Prüfen Sie Kapazität und Zeitgleichungen.`,
          en: `Cost pool "${pool.code}" (${role.en}): ${minutes.en} minutes more used than capacity; its cost is spread over the minutes used. Check capacity and time equations.`,
        },
      });
    });
}

/** What the figures cannot say, and what would cure it. */
function unclear(
  { coverage, pools }: CostToServeDetails,
  hasCustomers: boolean,
): CostToServeReport["unclear"] {
  if (!hasCustomers) return [];
  const list: CostToServeReport["unclear"] = [];
  if (pools.length === 0) list.push({ field: "pools", reason: "costPoolsMissing" });
  if (!coverage.hasChannels) list.push({ field: "customers.lowCents", reason: "channelsMissing" });
  if (!coverage.hasActivities) list.push({ field: "customers.highCents", reason: "activitiesMissing" });
  return list;
}
