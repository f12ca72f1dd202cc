/** Columns of the customers who bought in the last 12 months, evenly by customer number. */
import type { PlainDate } from "../../units.ts";

/** Rows that are read at most: shares do not get better by more, only slower. */
export const mostRows = 50_000;

/** What there is besides the customer table. */
export interface HeterogeneitySources {
  /** Columns of the customer table. */
  readonly columns: ReadonlySet<string>;
  /** Where the entry channel of an order stands; null where no file tells it. */
  readonly channelFrom: "order_header_current" | "sale_line_current" | null;
}

const day = (value: string) => `DATE '${value}'`;

/** Number of customers with sales in the last 12 months. */
export function buyersSql(table: string): string {
  return `SELECT count(*) AS customers FROM ${table} WHERE sales_last12_cents > 0`;
}

/** Rows of `HeterogeneityRow`. @param yearAgo asOf − 12 months */
export function heterogeneityRowsSql(
  table: string,
  { columns, channelFrom }: HeterogeneitySources,
  asOf: PlainDate,
  yearAgo: PlainDate,
  customers: number,
): string {
  const step = Math.max(1, Math.ceil(customers / mostRows));
  const need = columns.has("need_breadth") ? "need_breadth" : "CAST(NULL AS DOUBLE)";
  const sample = `SELECT customer_id, sales_last12_cents, contribution1_last12_cents, sales_previous12_cents,
    branch, country, postcode, first_purchase, ${need} AS need_breadth
  FROM ${table} WHERE sales_last12_cents > 0
  QUALIFY (row_number() OVER (ORDER BY customer_id) - 1) % ${step} = 0`;
  const region = `CASE WHEN regexp_matches(postcode, '^[0-9A-Za-z]')
    THEN coalesce(country, '') || ' ' || upper(postcode[:1]) ELSE country END`;
  const channel = channelFrom === null ? null : channelSql(channelFrom, asOf, yearAgo);
  return `WITH sample AS (
  ${sample}
)${channel === null ? "" : `,\nchannel AS (${channel})`}
SELECT s.customer_id AS "customerId", sales_last12_cents AS "salesCents",
  contribution1_last12_cents AS "contributionCents", sales_previous12_cents AS "previousSalesCents",
  need_breadth AS "needBreadth", branch, ${region} AS region,
  ${channel === null ? "NULL" : "c.channel"} AS "entryChannel",
  (${day(asOf)} - first_purchase) / 365.25 AS "customerAge"
FROM sample s${channel === null ? "" : "\nLEFT JOIN channel c ON c.customer_id = s.customer_id"}
ORDER BY s.customer_id`;
}

/** The channel of most orders of each customer; among equals the first by name. */
function channelSql(
  from: NonNullable<HeterogeneitySources["channelFrom"]>,
  asOf: PlainDate,
  yearAgo: PlainDate,
): string {
  const [column, date] =
    from === "order_header_current" ? ["channel", "order_date"] : ["entry_channel", "document_date"];
  return `
  SELECT customer_id, ${column} AS channel
  FROM ${from}
  WHERE ${column} IS NOT NULL AND ${date} > ${day(yearAgo)} AND ${date} <= ${day(asOf)}
    AND customer_id IN (SELECT customer_id FROM sample)
  GROUP BY customer_id, ${column}
  QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY count(*) DESC, ${column}) = 1
`;
}
