import type { PlainDate } from "../../units.ts";
import { monthsBefore } from "../period.ts";
import { date, table, text, texts } from "../sql-text.ts";

/** Purchases that the rhythm strip shows at most, of the last 24 months. */
const stripPurchases = 60;
const stripMonths = 24;

export interface QuietSelection {
  readonly states: readonly string[];
  readonly sizes: readonly string[];
  /** Words that must all occur in name, account number, city, phone or e-mail; none: everybody. */
  readonly words: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

const conditionSql = ({ states, sizes, words }: QuietSelection) =>
  [
    `rhythm_state IN (${texts(states)})`,
    `size_class IN (${texts(sizes)})`,
    ...words.map((word) => `contains(search_text, lower(strip_accents(${text(word)})))`),
  ].join(" AND ");

/** Customers and amount of the whole list; one row. */
export function quietTotalsSql(snapshotTable: string, selection: QuietSelection): string {
  return `SELECT count(*) AS total, CAST(sum(at_stake_cents) AS BIGINT) AS at_stake_cents
FROM ${table(snapshotTable)}
WHERE ${conditionSql(selection)}`;
}

/** The rows of the call list, most at stake first, each with its strip, last order and a contact. */
export function quietRowsSql(snapshotTable: string, asOf: PlainDate, selection: QuietSelection): string {
  return `WITH c AS (
  SELECT * FROM ${table(snapshotTable)}
  WHERE ${conditionSql(selection)}
  ORDER BY at_stake_cents DESC NULLS LAST, sales_total_cents DESC NULLS LAST, customer_id
  LIMIT ${selection.limit} OFFSET ${selection.offset}
),
p AS (
  SELECT p.customer_id, p.product_cents, p.purchase_date, ${date(asOf)} - p.purchase_date AS days_ago,
    row_number() OVER (PARTITION BY p.customer_id ORDER BY p.purchase_date DESC) AS position
  FROM m_purchase_day p
  WHERE p.customer_id IN (SELECT customer_id FROM c) AND p.purchase_date <= ${date(asOf)}
),
strip AS (
  SELECT customer_id,
    max(product_cents) FILTER (position = 1) AS last_order_cents,
    list(days_ago ORDER BY position) FILTER (position <= ${stripPurchases}
      AND purchase_date > ${date(monthsBefore(asOf, stripMonths))}) AS days_ago
  FROM p
  GROUP BY customer_id
),
contact AS (
  SELECT a.customer_id,
    arg_min(concat_ws(' ', t.first_name, t.last_name), (t.is_owner IS NOT TRUE, t.contact_key)) AS contact_name
  FROM contact_current t
  JOIN account_current a ON a.account_id = t.account_id
  WHERE a.customer_id IN (SELECT customer_id FROM c) AND coalesce(t.first_name, t.last_name) IS NOT NULL
  GROUP BY a.customer_id
)
SELECT c.customer_id, c.name, c.account_key, c.city, c.phone, k.contact_name, c.owner, c.size_class, c.rhythm_state,
  c.at_stake_cents, CAST(c.last_purchase AS VARCHAR) AS last_purchase, s.last_order_cents, c.days_since_last,
  c.usual_gap_days, c.dormant_after_days, c.probability_active, coalesce(s.days_ago, []) AS days_ago,
  c.orders_total
FROM c
LEFT JOIN strip s ON s.customer_id = c.customer_id
LEFT JOIN contact k ON k.customer_id = c.customer_id
ORDER BY c.at_stake_cents DESC NULLS LAST, c.sales_total_cents DESC NULLS LAST, c.customer_id`;
}
