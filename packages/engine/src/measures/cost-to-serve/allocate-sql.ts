/**
 * From minutes to cents: the charge of each pool group is split over its rows by largest remainders, exactly; rows without a pool
 * are priced at the assumed rate of the role. Instead of sorting every row, remainders are counted in classes, and only the class
 * in which the last cent falls is sorted: at a million customers that is the difference between seconds and a spill to disk.
 */
import { entryChannels } from "../../facts/events/contract.ts";
import { number, text } from "../sql-text.ts";
import type { CostModel } from "./model.ts";
import { direct } from "./model-contract.ts";
import type { PoolPlan } from "./plan-pools.ts";
import type { GroupCharge } from "./settle-pools.ts";

const classes = 4096;
const limit = 2n ** 62n;

/** Minutes that each group has to bear and the most that one row of it has, as text because they may pass 2^53. */
export function groupUseSql(): string {
  return `SELECT pool_group AS "groupId", CAST(sum(minutes_milli) AS VARCHAR) AS "usedMilli",
  CAST(max(minutes_milli) AS VARCHAR) AS "mostMilli"
FROM t_effort WHERE pool_group IS NOT NULL GROUP BY pool_group ORDER BY pool_group`;
}

/**
 * Creates `m_effort` from `t_effort`; see contract.ts.
 * @param mostMilli most thousandths of a minute of one row
 */
export function allocateSql(
  model: CostModel,
  plan: PoolPlan,
  charges: readonly GroupCharge[],
  mostMilli: bigint,
): string[] {
  const priced = charges.filter((charge) => charge.usedMilli > 0n);
  // Cents × minutes may pass 64 bits; where they cannot, half the width takes a fraction of the time.
  const isNarrow = priced.every(
    ({ chargeCents, usedMilli }) => chargeCents * mostMilli < limit && usedMilli * BigInt(classes) < limit,
  );
  const type = isNarrow ? "BIGINT" : "HUGEINT";
  const values = priced.map(
    ({ groupId, chargeCents, usedMilli }) => `(${groupId}, ${chargeCents}, ${usedMilli})`,
  );
  const list = values.length === 0 ? "(NULL, NULL, NULL)" : values.join(", ");
  return [
    `CREATE OR REPLACE TEMP TABLE t_charge AS
SELECT CAST(g AS USMALLINT) AS pool_group, CAST(c AS ${type}) AS charge_cents, CAST(u AS ${type}) AS used_milli
FROM (VALUES ${list}) v(g, c, u) WHERE g IS NOT NULL`,
    `CREATE OR REPLACE TEMP TABLE t_priced AS
WITH e AS (
  SELECT t.*, c.charge_cents * t.minutes_milli AS exact, c.used_milli
  FROM t_effort t LEFT JOIN t_charge c ON c.pool_group = t.pool_group
)
SELECT e.* EXCLUDE (exact, used_milli),
  CAST(CASE WHEN pool_group IS NOT NULL THEN coalesce(exact // used_milli, 0)
    WHEN role IS NULL THEN money_cents
    ELSE ${assumedCents(model)} END AS BIGINT) AS floor_cents,
  CASE WHEN pool_group IS NOT NULL THEN exact % used_milli END AS remainder,
  CASE WHEN pool_group IS NOT NULL THEN CAST((exact % used_milli) * ${classes} // used_milli AS USMALLINT) END AS class
FROM e`,
    `CREATE OR REPLACE TEMP TABLE t_class AS
WITH c AS (
  SELECT pool_group, class, count(*) AS rows FROM t_priced WHERE pool_group IS NOT NULL GROUP BY pool_group, class
),
left_over AS (
  SELECT p.pool_group, CAST(any_value(g.charge_cents) - sum(p.floor_cents) AS BIGINT) AS cents
  FROM t_priced p JOIN t_charge g ON g.pool_group = p.pool_group GROUP BY p.pool_group
),
above AS (
  SELECT pool_group, class, rows,
    coalesce(sum(rows) OVER (PARTITION BY pool_group ORDER BY class DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS rows_above
  FROM c
)
SELECT a.pool_group, a.class, CAST(greatest(0, least(a.rows, l.cents - a.rows_above)) AS BIGINT) AS cents,
  l.cents - a.rows_above >= a.rows AS is_whole
FROM above a JOIN left_over l ON l.pool_group = a.pool_group
WHERE l.cents > a.rows_above`,
    // Ties go to the smaller customer, then activity: the order in which rows came does not matter.
    `CREATE OR REPLACE TEMP TABLE t_last_cent AS
SELECT row_key FROM (
  SELECT p.rowid AS row_key, k.cents, row_number() OVER (PARTITION BY p.pool_group
    ORDER BY p.remainder DESC, p.customer_id NULLS FIRST, p.activity, p.role, p.channel NULLS FIRST) AS rank
  FROM t_priced p JOIN t_class k ON k.pool_group = p.pool_group AND k.class = p.class AND NOT k.is_whole
) WHERE rank <= cents`,
    effortRowsSql(model),
    effortViewSql(model, plan),
    ...["t_charge", "t_priced", "t_class", "t_last_cent", "t_effort"].map(
      (name) => `DROP TABLE IF EXISTS ${name}`,
    ),
  ];
}

function assumedCents({ roles }: CostModel): string {
  const branches = roles.map(
    ({ assumedRateCentsPerMinute }, index) =>
      `WHEN ${index} THEN minutes_milli * CAST(${Math.round(assumedRateCentsPerMinute * 1000)} AS BIGINT)`,
  );
  return `floor((CASE role ${branches.join(" ")} ELSE 0 END + 500000) // 1000000)`;
}

/** The rows by number, narrow because there are many of them; `m_effort` gives them their names. */
function effortRowsSql(model: CostModel): string {
  const avoidable = model.activities.map(
    ({ index, avoidableRatio }) => `(${index}, ${number(avoidableRatio[String(model.horizon) as "12"])})`,
  );
  return `CREATE OR REPLACE TABLE m_effort_row AS
WITH e AS (
  SELECT p.*, p.floor_cents + CASE WHEN k.is_whole OR l.row_key IS NOT NULL THEN 1 ELSE 0 END AS cents
  FROM t_priced p
  LEFT JOIN t_class k ON k.pool_group = p.pool_group AND k.class = p.class
  LEFT JOIN t_last_cent l ON l.row_key = p.rowid
)
SELECT e.customer_id, e.activity, e.role, e.pool_group, e.channel, e.events, e.logged_events, e.minutes_milli,
  e.logged_milli, e.cents AS cost_cents, CAST(round(e.cents * coalesce(a.ratio, 0)) AS BIGINT) AS avoidable_cents,
  e.cheapest // 1000000 AS cheapest_cents, e.dearest // 1000000 AS dearest_cents,
  e.instead // 1000000 AS instead_cents
FROM e
LEFT JOIN (VALUES ${avoidable.join(", ") || "(NULL, NULL)"}) a(activity, ratio) ON a.activity = e.activity`;
}

function effortViewSql(model: CostModel, plan: PoolPlan): string {
  const named = (column: string, values: readonly string[], otherwise = "NULL") => {
    if (values.length === 0) return `CAST(${otherwise} AS VARCHAR)`;
    const branches = values.map((value, index) => `WHEN ${index} THEN ${text(value)}`);
    return `CASE ${column} ${branches.join(" ")} ELSE ${otherwise} END`;
  };
  const activities = model.activities.map(({ code }) => code);
  const roles = model.roles.map(({ code }) => code);
  const groups = plan.groups.map(({ shares }) => shares.map(({ code }) => code).join(" + "));
  return `CREATE OR REPLACE VIEW m_effort AS
SELECT customer_id, ${named("activity", activities)} AS activity, ${named("role", roles, text(direct))} AS role,
  pool_group, ${named("pool_group", groups)} AS pool_code, ${named("channel", entryChannels)} AS channel,
  events, logged_events, minutes_milli, logged_milli, cost_cents, avoidable_cents
FROM m_effort_row`;
}
