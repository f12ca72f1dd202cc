import type { PlainDate } from "../../units.ts";
import { monthsBefore } from "../period.ts";
import { date, number, table, text } from "../sql-text.ts";
import { activityCodes } from "../triangle/contact-sql.ts";
import type { TriangleSettings } from "../triangle/triangle-settings.ts";
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
 * Per entry channel of the small customers (all, where no size line is set): orders, mean cost of entry, logistics and invoice
 * per order, and gross margin; every customer weighs with its orders through the channel.
 */
export function channelCostsSql(snapshotTable: string, activities: TriangleSettings["activities"]): string {
  const part = (name: string, codes: string) =>
    `sum(cost_cents) FILTER (activity IN (${codes})) AS ${name}_full,
    sum(avoidable_cents) FILTER (activity IN (${codes})) AS ${name}_avoidable`;
  const entry = activityCodes(activities, "order");
  const mean = (name: string) =>
    `coalesce(sum(e.orders * coalesce(l.${name}, 0) / t.orders) / sum(e.orders), 0)::DOUBLE AS ${name}`;
  return `WITH base AS (
  SELECT customer_id, sales_last12_cents AS sales, contribution1_last12_cents AS contribution
  FROM ${table(snapshotTable)}
  WHERE size_class = 'small' OR NOT EXISTS (SELECT 1 FROM ${table(snapshotTable)} WHERE size_class = 'small')
),
e AS (
  SELECT customer_id, coalesce(channel, 'unknown') AS channel, sum(events) AS orders, sum(cost_cents) AS entry_full,
    sum(avoidable_cents) AS entry_avoidable
  FROM m_effort WHERE activity IN (${entry}) AND customer_id IS NOT NULL
  GROUP BY customer_id, coalesce(channel, 'unknown')
),
t AS (SELECT customer_id, sum(orders) AS orders FROM e GROUP BY customer_id),
l AS (
  SELECT customer_id, ${part("logistics", activityCodes(activities, "delivery", "freight"))},
    ${part("invoice", activityCodes(activities, "invoice"))}
  FROM m_effort WHERE customer_id IS NOT NULL GROUP BY customer_id
)
SELECT e.channel, CAST(sum(e.orders) AS BIGINT) AS orders,
  (sum(e.entry_full) / sum(e.orders))::DOUBLE AS entry_full,
  (sum(e.entry_avoidable) / sum(e.orders))::DOUBLE AS entry_avoidable,
  ${["logistics_full", "logistics_avoidable", "invoice_full", "invoice_avoidable"].map(mean).join(",\n  ")},
  (sum(e.orders * b.contribution / t.orders) FILTER (b.sales > 0 AND b.contribution IS NOT NULL)
    / sum(e.orders * b.sales / t.orders) FILTER (b.sales > 0 AND b.contribution IS NOT NULL))::DOUBLE AS margin
FROM e
JOIN base b ON b.customer_id = e.customer_id
JOIN t ON t.customer_id = e.customer_id
LEFT JOIN l ON l.customer_id = e.customer_id
WHERE e.orders > 0
GROUP BY e.channel
ORDER BY orders DESC, e.channel`;
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
