import { type OrderSource, type OrderThreshold, ordersSql } from "./orders-below-sql.ts";
import { table, texts } from "./sql-literals.ts";

/** Lower bounds of classes of order value, cents: 1-2-5 from 10.– to 1,000.–. */
export const orderClassBounds = [0, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000] as const;

/** What is asked of the orders: below an amount, or through some channels. */
export type ConcernedOrders = OrderThreshold | { readonly channels: readonly string[] };

/**
 * Orders of the small customers of a segment by channel and class of value, with how many of them are concerned.
 * @param member condition of the segment over the customer table; null: all small customers
 */
export function orderClassesSql(
  snapshotTable: string,
  source: OrderSource,
  member: string | null,
  concerned: ConcernedOrders,
): string {
  const condition =
    "channels" in concerned
      ? `o.channel IN (${texts(concerned.channels)})`
      : `o.cents < ${Math.round(concerned.thresholdCents)}${
          concerned.exemptChannels.length === 0
            ? ""
            : ` AND o.channel NOT IN (${texts(concerned.exemptChannels)})`
        }`;
  const classes = orderClassBounds
    .slice(1)
    .toReversed()
    .map((bound) => `WHEN o.cents >= ${bound} THEN ${bound}`);
  return `WITH c AS (
  SELECT customer_id FROM ${table(snapshotTable)}
  WHERE size_class = 'small'${member === null ? "" : ` AND coalesce(${member}, false)`}
)
SELECT o.channel, CAST(CASE ${classes.join(" ")} ELSE 0 END AS BIGINT) AS "fromCents",
  count(*) AS orders, CAST(sum(o.cents) AS BIGINT) AS "salesCents",
  count(*) FILTER (${condition}) AS "ordersConcerned"
FROM (${ordersSql(source)}) o
WHERE o.customer_id IN (SELECT customer_id FROM c)
GROUP BY o.channel, "fromCents"
ORDER BY o.channel, "fromCents"`;
}
