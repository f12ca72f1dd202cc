import type { PlanningChannel } from "../contracts/drivers.ts";
import { table, text, texts } from "./sql-literals.ts";

/** Orders that no price lever exempts, below an amount. */
export interface OrderThreshold {
  readonly thresholdCents: number;
  readonly exemptChannels: readonly PlanningChannel[];
}

/** Where single orders of the last 12 months and their value come from. */
export interface OrderSource {
  readonly asOf: string;
  /** First day of order headers that state amounts; documents stand in before it. Null: documents only. */
  readonly firstHeader: string | null;
  /** `order` where documents know orders besides invoices. */
  readonly documentType: "order" | "invoice";
  /** Channel in the words of a file → ours; empty: documents name none. */
  readonly channelWords: readonly { readonly word: string; readonly channel: string }[];
}

/** One row per order with a value: customer_id, cents, channel ('unknown' where nothing tells it). */
export function ordersSql({ asOf, firstHeader, documentType, channelWords }: OrderSource): string {
  const day = (value: string) => `DATE ${text(value)}`;
  const within = (column: string) =>
    `${column} > ${day(asOf)} - INTERVAL 12 MONTHS AND ${column} <= ${day(asOf)}`;
  const words = channelWords.map(({ word, channel }) => `(${text(word)}, ${text(channel)})`).join(", ");
  const before = firstHeader === null ? "" : ` AND d.document_date < ${day(firstHeader)}`;
  const documents = `SELECT d.customer_id, d.product_cents AS cents, ${words === "" ? "'unknown'" : "coalesce(n.channel, 'unknown')"} AS channel
  FROM m_document d${
    words === ""
      ? ""
      : ` LEFT JOIN (
    SELECT l.document_id, min(w.channel) AS channel
    FROM sale_line_current l JOIN (VALUES ${words}) w(word, channel) ON w.word = l.entry_channel
    WHERE ${within("l.document_date")}
    GROUP BY l.document_id
  ) n ON n.document_id = d.document_id`
  }
  WHERE d.document_type = ${text(documentType)} AND d.product_cents > 0 AND ${within("d.document_date")}${before}`;
  if (firstHeader === null) return documents;
  return `SELECT customer_id, amount_cents AS cents, coalesce(channel, 'unknown') AS channel
  FROM order_header_current WHERE amount_cents > 0 AND ${within("order_date")}
  UNION ALL
  ${documents}`;
}

/**
 * Every small customer by id, with the orders counted, then per threshold the number and sum of those below it; all DOUBLE.
 */
export function ordersBelowSql(
  snapshotTable: string,
  source: OrderSource,
  thresholds: readonly OrderThreshold[],
): string {
  const below = thresholds.map(({ thresholdCents, exemptChannels }) => {
    const exempt = exemptChannels.length === 0 ? "" : ` AND o.channel NOT IN (${texts(exemptChannels)})`;
    return `o.cents < ${Math.round(thresholdCents)}${exempt}`;
  });
  const sums = below.map(
    (condition, index) =>
      `count(*) FILTER (${condition}) AS n${index}, sum(o.cents) FILTER (${condition}) AS s${index}`,
  );
  const columns = below.map(
    (_, index) =>
      `CAST(coalesce(g.n${index}, 0) AS DOUBLE) AS "orders:${index}", CAST(coalesce(g.s${index}, 0) AS DOUBLE) AS "sales:${index}"`,
  );
  return `WITH c AS (SELECT customer_id FROM ${table(snapshotTable)} WHERE size_class = 'small'),
g AS (
  SELECT ${["o.customer_id", "count(*) AS counted", ...sums].join(",\n    ")}
  FROM (${ordersSql(source)}) o
  WHERE o.customer_id IN (SELECT customer_id FROM c)
  GROUP BY o.customer_id
)
SELECT ${["CAST(coalesce(g.counted, 0) AS DOUBLE) AS counted", ...columns].join(",\n  ")}
FROM c LEFT JOIN g ON g.customer_id = c.customer_id
ORDER BY c.customer_id`;
}
