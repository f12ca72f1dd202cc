import { table } from "../sql-text.ts";
import { classOfSql, oneTwoFiveBounds } from "./classes.ts";

/** Cost by activity, channel and size; events without a customer are left out: nobody's cost per customer. */
export function activityChannelsSql(snapshotTable: string): string {
  return `WITH s AS (SELECT customer_id, size_class FROM ${table(snapshotTable)})
SELECT e.activity, coalesce(e.channel, 'unknown') AS channel, s.size_class AS "sizeClass",
  CAST(sum(e.events) AS BIGINT) AS events, CAST(sum(e.logged_events) AS BIGINT) AS "loggedEvents",
  CAST(sum(e.minutes_milli) AS BIGINT) AS "minutesMilli",
  CAST(sum(e.cost_cents) AS BIGINT) AS "fullCents", CAST(sum(e.avoidable_cents) AS BIGINT) AS "avoidableCents"
FROM m_effort e JOIN s ON s.customer_id = e.customer_id
GROUP BY ALL
ORDER BY e.activity, channel, "sizeClass"`;
}

/** Customers with any cost, by size. */
export function servedCustomersSql(snapshotTable: string): string {
  return `SELECT size_class AS "sizeClass", count(*) AS customers
FROM ${table(snapshotTable)} WHERE cost_full_cents > 0 GROUP BY size_class`;
}

/** What roles spent outside cost pools: the scale curve derives their capacity from the assumed rate. */
export function assumedRolesSql(): string {
  return `SELECT role, CAST(sum(minutes_milli) AS BIGINT) AS "minutesMilli", CAST(sum(cost_cents) AS BIGINT) AS "costCents"
FROM m_effort WHERE pool_code IS NULL GROUP BY role ORDER BY role`;
}

/** Classes of the map start at 100.– and are open from 1,000,000.–. */
export const mapBounds = oneTwoFiveBounds(10_000, 100_000_000);

/** Size × potential in classes; customers without a potential have no row. */
export function sizePotentialSql(snapshotTable: string): string {
  return `SELECT CAST(${classOfSql("coalesce(sales_last12_cents, 0)", mapBounds)} AS BIGINT) AS "salesFromCents",
  CAST(${classOfSql("potential_cents", mapBounds)} AS BIGINT) AS "potentialFromCents",
  count(*) AS customers, count(*) FILTER (size_class = 'small') AS small, count(*) FILTER (size_class = 'large') AS large,
  CAST(coalesce(sum(sales_last12_cents), 0) AS BIGINT) AS "salesCents",
  CAST(sum(potential_cents) AS BIGINT) AS "potentialCents"
FROM ${table(snapshotTable)}
WHERE potential_cents IS NOT NULL
GROUP BY "salesFromCents", "potentialFromCents"
ORDER BY "salesFromCents", "potentialFromCents"`;
}
