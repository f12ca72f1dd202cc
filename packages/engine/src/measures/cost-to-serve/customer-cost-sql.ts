import { number, text } from "../sql-text.ts";
import type { Coverage } from "./coverage.ts";
import type { CompiledActivity, CostModel } from "./model.ts";

/** Creates `m_cost_to_serve` from `m_effort`, one row per customer; see contract.ts. */
export function customerCostSql(model: CostModel, coverage: Coverage): string[] {
  const byActivity = (value: (activity: CompiledActivity) => string, otherwise: string) =>
    model.activities.length === 0
      ? otherwise
      : `CASE activity_index ${model.activities.map((activity) => `WHEN ${activity.index} THEN ${value(activity)}`).join(" ")} ELSE ${otherwise} END`;
  const isEvent = (events: readonly string[]) =>
    byActivity(({ event }) => String(events.includes(event)), "false");
  const horizon = String(model.horizon) as "12";
  const ratioOf = (code: string) =>
    model.activities.find((activity) => activity.code === code)?.avoidableRatio[horizon] ?? 0;
  const saving = (which: "low" | "mid" | "high") =>
    byActivity(({ insteadBy }) => {
      if (insteadBy === undefined) return "0";
      const other = `instead_cents * ${number(ratioOf(insteadBy.activity))}`;
      return `${number(insteadBy.feasibleRatio[which])} * greatest(0, avoidable_cents - ${other})`;
    }, "0");
  const unlogged = model.roles.map(
    ({ code, loggedRatio }) => `WHEN ${text(code)} THEN ${number(1 / loggedRatio - 1)}`,
  );
  return [
    `CREATE OR REPLACE TABLE m_cost_to_serve AS
WITH r AS (
  SELECT *,
    -- What the equation may be off by; logged minutes are not.
    ${byActivity(({ uncertaintyRatio }) => number(uncertaintyRatio), "0")} * cost_cents
      * CASE WHEN minutes_milli > 0 THEN 1 - logged_milli / minutes_milli ELSE 0 END AS half,
    ${isEvent(["order"])} AS is_order,
    ${isEvent(["activity", "case"])} AS is_own,
    ${byActivity(({ isAllocated }) => String(isAllocated), "false")} AS is_allocated
  FROM m_effort WHERE customer_id IS NOT NULL
),
s AS (
  SELECT customer_id,
    CAST(sum(cost_cents) AS BIGINT) AS full_cents,
    CAST(sum(avoidable_cents) AS BIGINT) AS avoidable_cents,
    CAST(coalesce(sum(cost_cents) FILTER (is_allocated), 0) AS BIGINT) AS allocated_cents,
    CAST(sum(minutes_milli) AS BIGINT) AS minutes_milli,
    -- Whole numbers, so that the order of addition does not matter.
    sqrt(CAST(sum(CAST(round(pow(greatest(half, CASE WHEN is_order AND channel IS NULL AND dearest_cents > 0
      THEN cost_cents - cheapest_cents ELSE 0 END), 2)) AS HUGEINT)) AS DOUBLE)) AS down,
    sqrt(CAST(sum(CAST(round(pow(greatest(half, CASE WHEN is_order AND channel IS NULL
      THEN dearest_cents - cost_cents ELSE 0 END), 2)) AS HUGEINT)) AS DOUBLE)) AS up,
    CAST(sum(CAST(round(CASE WHEN is_own THEN cost_cents * CASE role ${unlogged.join(" ")} ELSE 0 END ELSE 0 END) AS BIGINT)) AS BIGINT) AS unlogged_cents,
    coalesce(sum(events) FILTER (is_order AND channel IS NULL), 0) AS orders_unknown,
    coalesce(sum(events) FILTER (is_order), 0) AS orders,
    coalesce(sum(events) FILTER (is_own), 0) AS own_events,
    CAST(sum(CAST(round(${saving("low")}) AS BIGINT)) AS BIGINT) AS saving_low,
    CAST(sum(CAST(round(${saving("mid")}) AS BIGINT)) AS BIGINT) AS saving,
    CAST(sum(CAST(round(${saving("high")}) AS BIGINT)) AS BIGINT) AS saving_high
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
  ];
}

const scaled = (bound: string) =>
  `CASE WHEN full_cents = 0 THEN 0 ELSE CAST(round(avoidable_cents * (${bound} / full_cents)) AS BIGINT) END`;

/** What the data of the whole store allow, domain.md §0.4. */
function storeTier(coverage: Coverage): "T1" | "T2" | "T3" {
  if (coverage.hasCases) return "T3";
  return coverage.hasActivities ? "T2" : "T1";
}
