import { number } from "../sql-text.ts";
import type { Coverage } from "./coverage.ts";
import type { CostModel } from "./model.ts";

/** Creates `m_cost_to_serve` from the rows of `m_effort`, one row per customer; see contract.ts. */
export function customerCostSql(model: CostModel, coverage: Coverage): string[] {
  const horizon = String(model.horizon) as "12";
  const unlogged = model.roles.map(({ loggedRatio }, index) => `(${index}, ${number(1 / loggedRatio - 1)})`);
  return [
    activityTableSql(model, horizon),
    `CREATE OR REPLACE TABLE m_cost_to_serve AS
WITH e AS (
  SELECT r.customer_id, r.channel IS NULL AND a.is_order AS is_unknown, a.is_order, a.is_own, a.is_allocated, r.events,
    r.cost_cents, r.avoidable_cents, r.minutes_milli, r.cheapest_cents, r.dearest_cents,
    -- What the equation may be off by; logged minutes are not.
    a.uncertainty * r.cost_cents
      * CASE WHEN r.minutes_milli > 0 THEN 1 - r.logged_milli / r.minutes_milli ELSE 0 END AS half,
    CASE WHEN a.is_own THEN r.cost_cents * u.ratio ELSE 0 END AS unlogged,
    CASE WHEN a.other_ratio IS NULL THEN 0
      ELSE greatest(0, r.avoidable_cents - r.instead_cents * a.other_ratio) END AS gain,
    a.low, a.mid, a.high
  FROM m_effort_row r
  JOIN t_cost_activity a ON a.activity = r.activity
  LEFT JOIN (VALUES ${unlogged.join(", ")}) u(role, ratio) ON u.role = r.role
  WHERE r.customer_id IS NOT NULL
),
r AS (
  SELECT *,
    ${wholeSql("greatest(half, CASE WHEN is_unknown AND dearest_cents > 0 THEN cost_cents - cheapest_cents ELSE 0 END)")} AS down,
    ${wholeSql("greatest(half, CASE WHEN is_unknown THEN dearest_cents - cost_cents ELSE 0 END)")} AS up
  FROM e
),
s AS (
  SELECT customer_id,
    CAST(sum(cost_cents) AS BIGINT) AS full_cents,
    CAST(sum(avoidable_cents) AS BIGINT) AS avoidable_cents,
    CAST(coalesce(sum(cost_cents) FILTER (is_allocated), 0) AS BIGINT) AS allocated_cents,
    CAST(sum(minutes_milli) AS BIGINT) AS minutes_milli,
    sqrt(CAST(sum(down * down) AS DOUBLE)) AS down, sqrt(CAST(sum(up * up) AS DOUBLE)) AS up,
    CAST(sum(${roundedSql("unlogged")}) AS BIGINT) AS unlogged_cents,
    coalesce(sum(events) FILTER (is_unknown), 0) AS orders_unknown,
    coalesce(sum(events) FILTER (is_order), 0) AS orders,
    coalesce(sum(events) FILTER (is_own), 0) AS own_events,
    CAST(sum(${roundedSql("gain * low")}) AS BIGINT) AS saving_low,
    CAST(sum(${roundedSql("gain * mid")}) AS BIGINT) AS saving,
    CAST(sum(${roundedSql("gain * high")}) AS BIGINT) AS saving_high
  FROM r GROUP BY customer_id
),
known AS (SELECT count(*) > 0 AS has_cost FROM m_sales WHERE contribution1_last12_cents IS NOT NULL),
c AS (
  SELECT m.customer_id,
    coalesce(s.full_cents, 0) AS full_cents, coalesce(s.avoidable_cents, 0) AS avoidable_cents,
    coalesce(s.allocated_cents, 0) AS allocated_cents, coalesce(s.minutes_milli, 0) / 1000 AS minutes,
    CAST(greatest(0, round(coalesce(s.full_cents - s.down, 0))) AS BIGINT) AS low_cents,
    CAST(round(coalesce(s.full_cents + s.up + s.unlogged_cents, 0)) AS BIGINT) AS high_cents,
    coalesce(s.saving_low, 0) AS saving_low, coalesce(s.saving, 0) AS saving, coalesce(s.saving_high, 0) AS saving_high,
    coalesce(s.own_events, 0) = 0 AND ${
      coverage.hasChannels || coverage.hasActivities
        ? "coalesce(s.orders_unknown, 0) * 2 > coalesce(s.orders, 0)"
        : "true"
    } AS is_unclear,
    CASE WHEN n.customer_id IS NULL AND k.has_cost THEN 0 ELSE n.contribution1_last12_cents END AS contribution1_cents
  FROM m_customer m
  CROSS JOIN known k
  LEFT JOIN s ON s.customer_id = m.customer_id
  LEFT JOIN m_sales n ON n.customer_id = m.customer_id
)
SELECT customer_id,
  full_cents AS cost_full_cents,
  avoidable_cents AS cost_avoidable_cents,
  allocated_cents AS cost_allocated_cents,
  low_cents AS cost_low_cents,
  high_cents AS cost_high_cents,
  CAST(minutes AS DOUBLE) AS cost_minutes,
  CASE WHEN is_unclear THEN 'T0' ELSE '${storeTier(coverage)}' END AS cost_tier,
  is_unclear AS cost_is_unclear,
  contribution1_cents - (full_cents - allocated_cents) AS contribution2_cents,
  contribution1_cents - full_cents AS contribution3_cents,
  contribution1_cents - avoidable_cents AS contribution_avoidable_cents,
  contribution1_cents - avoidable_cents + saving AS servable_contribution_cents,
  -- Both ends: cost at the other end of its interval, and fewer or more events that the lighter way can take.
  least(contribution1_cents - avoidable_cents + saving,
    contribution1_cents - ${scaled("high_cents")} + saving_low) AS servable_low_cents,
  greatest(contribution1_cents - avoidable_cents + saving,
    contribution1_cents - ${scaled("low_cents")} + saving_high) AS servable_high_cents
FROM c`,
    "DROP TABLE IF EXISTS t_cost_activity",
  ];
}

/** What the model says of each activity, one row each: joined once instead of asked row by row. */
function activityTableSql({ activities }: CostModel, horizon: "3" | "12" | "24"): string {
  const rows = activities.map(({ index, event, uncertaintyRatio, isAllocated, insteadBy }) => {
    const other = activities.find(({ code }) => code === insteadBy?.activity);
    const lighter =
      insteadBy === undefined || other === undefined
        ? ["CAST(NULL AS DOUBLE)", "0.0", "0.0", "0.0"]
        : [
            number(other.avoidableRatio[horizon]),
            ...(["low", "mid", "high"] as const).map((end) => number(insteadBy.feasibleRatio[end])),
          ];
    return `(${[index, event === "order", event === "activity" || event === "case", isAllocated, number(uncertaintyRatio), ...lighter].join(", ")})`;
  });
  return `CREATE OR REPLACE TEMP TABLE t_cost_activity AS
SELECT CAST(activity AS UTINYINT) AS activity, is_order, is_own, is_allocated, CAST(uncertainty AS DOUBLE) AS uncertainty,
  CAST(other_ratio AS DOUBLE) AS other_ratio, CAST(low AS DOUBLE) AS low, CAST(mid AS DOUBLE) AS mid,
  CAST(high AS DOUBLE) AS high
FROM (VALUES ${rows.join(", ") || "(255, false, false, false, 0, NULL, 0, 0, 0)"})
  v(activity, is_order, is_own, is_allocated, uncertainty, other_ratio, low, mid, high)`;
}

/** Whole cents as DOUBLE: up to 2^53 their sum is exact in any order, and adds up faster than whole numbers of 128 bits. */
const roundedSql = (expression: string) => `round(least(3e9, ${expression}))`;

/** The same as BIGINT, for squares: these stay below 64 bits, and their sum below 128. */
const wholeSql = (expression: string) => `CAST(${roundedSql(expression)} AS BIGINT)`;

const scaled = (bound: string) =>
  `CASE WHEN full_cents = 0 THEN 0 ELSE CAST(round(avoidable_cents * (${bound} / full_cents)) AS BIGINT) END`;

/** What the data of the whole store allow, domain.md §0.4. */
function storeTier(coverage: Coverage): "T1" | "T2" | "T3" {
  if (coverage.hasCases) return "T3";
  return coverage.hasActivities ? "T2" : "T1";
}
