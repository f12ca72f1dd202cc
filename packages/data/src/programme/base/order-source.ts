import type { DuckDBConnection } from "@duckdb/node-api";
import { channelOfTextSql } from "@kleinod/engine/facts/events/channel-sql.ts";
import type { OrderSource } from "@kleinod/engine/programme/base/orders-below-sql.ts";
import { all, one } from "../../duckdb/connect.ts";

/**
 * Order headers where most of them state an amount, with documents before the first of them; else documents alone: the invoice
 * stands for the order.
 */
export async function orderSource(connection: DuckDBConnection, asOf: string): Promise<OrderSource> {
  const day = `DATE '${asOf}'`;
  const within = (column: string) => `${column} > ${day} - INTERVAL 12 MONTHS AND ${column} <= ${day}`;
  const known = await one<{ orders: number; valued: number; first: string | null; has_orders: boolean }>(
    connection,
    `SELECT count(*) FILTER (${within("order_date")}) AS orders,
      count(amount_cents) FILTER (${within("order_date")}) AS valued,
      CAST(min(order_date) FILTER (order_date <= ${day}) AS VARCHAR) AS first,
      EXISTS (SELECT 1 FROM m_document WHERE document_type = 'order' AND document_date <= ${day}) AS has_orders
    FROM order_header_current`,
  );
  return {
    asOf,
    firstHeader: known.orders > 0 && 2 * known.valued >= known.orders ? known.first : null,
    documentType: known.has_orders ? "order" : "invoice",
    channelWords: await all<{ word: string; channel: string }>(
      connection,
      `SELECT word, ${channelOfTextSql("word")} AS channel
      FROM (SELECT DISTINCT entry_channel AS word FROM sale_line_current
        WHERE entry_channel IS NOT NULL AND ${within("document_date")})
      WHERE channel IS NOT NULL ORDER BY word`,
    ),
  };
}
