import type { PlainDate } from "../../units.ts";
import { activityCodes } from "../activity-codes-sql.ts";
import type { CostActivity } from "../cost-to-serve/model-contract.ts";
import { monthsBefore } from "../period.ts";
import { date, number, table, text } from "../sql-text.ts";
import { classOfSql, oneTwoFiveBounds } from "./classes.ts";

/** Order classes start at 10.– and are open from 100,000.–. */
export const orderBounds = oneTwoFiveBounds(1_000, 10_000_000);

const last12 = (column: string, asOf: PlainDate) =>
  `${column} > ${date(monthsBefore(asOf, 12))} AND ${column} <= ${date(asOf)}`;

/** Gross margin of a customer; that of all where credit notes ate the sales. */
const margin = `CASE WHEN c.contribution1_last12_cents IS NULL THEN NULL
      WHEN c.sales_last12_cents > 0 THEN c.contribution1_last12_cents / c.sales_last12_cents ELSE b.margin END`;

/**
 * Orders of the last 12 months by value, with what they bring and cost. An order brings its value × the customer's gross
 * margin and costs what the customer's orders cost on average: documents know neither by themselves.
 */
export function orderClassesSql(snapshotTable: string, asOf: PlainDate): string {
  return `WITH b AS (
  SELECT sum(contribution1_last12_cents) / nullif(sum(sales_last12_cents), 0) AS margin
  FROM ${table(snapshotTable)} WHERE contribution1_last12_cents IS NOT NULL
),
c AS (
  SELECT c.customer_id, c.size_class = 'small' AS is_small, ${margin} AS margin,
    k.full_cents / k.orders AS full_each, k.avoidable_cents / k.orders AS avoidable_each
  FROM ${table(snapshotTable)} c CROSS JOIN b LEFT JOIN m_order_cost k ON k.customer_id = c.customer_id
),
o AS (
  SELECT ${classOfSql("d.product_cents", orderBounds)} AS from_cents, d.product_cents AS cents, c.*
  FROM m_document d JOIN c ON c.customer_id = d.customer_id
  WHERE d.is_order AND ${last12("d.document_date", asOf)}
)
SELECT CAST(from_cents AS BIGINT) AS "fromCents", count(*) AS orders, count(*) FILTER (is_small) AS "smallCustomerOrders",
  CAST(sum(cents) AS BIGINT) AS "salesCents",
  CASE WHEN count(margin) = count(*) THEN CAST(round(sum(cents * margin)) AS BIGINT) END AS "contribution1Cents",
  CAST(round(coalesce(sum(full_each), 0)) AS BIGINT) AS "fullCents",
  CAST(round(coalesce(sum(avoidable_each), 0)) AS BIGINT) AS "avoidableCents",
  count(*) FILTER (cents * margin < full_each) AS "belowFull",
  count(*) FILTER (cents * margin < avoidable_each) AS "belowAvoidable",
  count(*) FILTER (margin IS NOT NULL AND full_each IS NOT NULL) AS judged
FROM o
GROUP BY from_cents
ORDER BY from_cents`;
}

/**
 * Per entry channel of the small customers (all, where no size line is set): orders and mean cost of entry of the orders that
 * came that way; logistics, invoice and gross margin of the customers who order mostly that way.
 */
export function channelCostsSql(
  snapshotTable: string,
  activities: readonly Pick<CostActivity, "code" | "event" | "when">[],
): string {
  const mean = (name: string) => `(sum(k.${name}_cents) / sum(k.orders))::DOUBLE AS ${name}`;
  return `WITH base AS (
  SELECT customer_id, sales_last12_cents AS sales, contribution1_last12_cents AS contribution
  FROM ${table(snapshotTable)}
  WHERE size_class = 'small' OR NOT EXISTS (SELECT 1 FROM ${table(snapshotTable)} WHERE size_class = 'small')
),
entry AS (
  SELECT coalesce(e.channel, 'unknown') AS channel, sum(e.events) AS orders, sum(e.cost_cents) AS full_cents,
    sum(e.avoidable_cents) AS avoidable_cents
  FROM m_effort e SEMI JOIN base b ON b.customer_id = e.customer_id
  WHERE e.activity IN (${activityCodes(activities, "order")}) AND e.events > 0
  GROUP BY coalesce(e.channel, 'unknown')
),
rest AS (
  SELECT coalesce(k.channel, 'unknown') AS channel,
    ${["logistics_full", "logistics_avoidable", "invoice_full", "invoice_avoidable"].map(mean).join(",\n    ")},
    (sum(b.contribution) FILTER (b.sales > 0) / sum(b.sales) FILTER (b.sales > 0 AND b.contribution IS NOT NULL))::DOUBLE AS margin
  FROM m_order_cost k JOIN base b ON b.customer_id = k.customer_id
  GROUP BY coalesce(k.channel, 'unknown')
),
everyone AS (
  SELECT ${["logistics_full", "logistics_avoidable", "invoice_full", "invoice_avoidable"].map(mean).join(",\n    ")}
  FROM m_order_cost k
)
SELECT entry.channel, CAST(entry.orders AS BIGINT) AS orders,
  (entry.full_cents / entry.orders)::DOUBLE AS entry_full,
  (entry.avoidable_cents / entry.orders)::DOUBLE AS entry_avoidable,
  coalesce(rest.logistics_full, everyone.logistics_full) AS logistics_full,
  coalesce(rest.logistics_avoidable, everyone.logistics_avoidable) AS logistics_avoidable,
  coalesce(rest.invoice_full, everyone.invoice_full) AS invoice_full,
  coalesce(rest.invoice_avoidable, everyone.invoice_avoidable) AS invoice_avoidable,
  rest.margin
FROM entry CROSS JOIN everyone
LEFT JOIN rest ON rest.channel = entry.channel
ORDER BY orders DESC, entry.channel`;
}

/** Median order below a bound, of small customers who order mostly through the channel; channels without one are left out. */
export function smallOrderMediansSql(
  snapshotTable: string,
  asOf: PlainDate,
  bounds: readonly { readonly channel: string; readonly cents: number }[],
): string {
  const values = bounds.map(({ channel, cents }) => `(${text(channel)}, ${number(cents)})`).join(", ");
  return `SELECT b.channel, CAST(round(median(d.product_cents)) AS BIGINT) AS cents
FROM (VALUES ${values}) b(channel, cents)
JOIN m_order_cost k ON coalesce(k.channel, 'unknown') = b.channel
JOIN ${table(snapshotTable)} c ON c.customer_id = k.customer_id AND c.size_class <> 'large'
JOIN m_document d ON d.customer_id = k.customer_id
WHERE d.is_order AND ${last12("d.document_date", asOf)} AND d.product_cents < b.cents
GROUP BY b.channel`;
}
