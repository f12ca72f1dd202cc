import type { MeasureSettings } from "../settings-contract.ts";
import { date, number } from "../sql-text.ts";

/** Most customers behind the fit of the spend model; its parameters need no more. */
const maxSpendSample = 100_000;

/** Distinct histories with the number of customers behind each, in a fixed order. Reads `m_history`. */
export function historiesSql({ asOf }: MeasureSettings): string {
  return `SELECT CAST(gaps AS DOUBLE) AS frequency,
  CAST(last_purchase - first_purchase AS DOUBLE) AS recency,
  CAST(${date(asOf)} - first_purchase AS DOUBLE) AS age,
  CAST(count(*) AS DOUBLE) AS customers
FROM m_history
GROUP BY ALL
ORDER BY ALL`;
}

/** Purchase days and their mean value, of all customers or of an even sample of a large base. */
export function spendSql(): string {
  return `WITH n AS (SELECT greatest(1, count(*) // ${maxSpendSample}) AS step FROM m_history)
SELECT CAST(gaps + 1 AS DOUBLE) AS purchase_days, product_cents / (gaps + 1) AS mean_cents
FROM m_history, n
WHERE customer_id % step = 0
ORDER BY customer_id`;
}

/** Empty table for the predictions that compute.ts makes; rows are appended by the pipeline. */
export function predictionTableSql(): string {
  return `CREATE OR REPLACE TABLE m_prediction (
  frequency INTEGER, recency INTEGER, age INTEGER,
  probability_active DOUBLE, expected_orders DOUBLE, orders_low INTEGER, orders_high INTEGER,
  orders_while_active DOUBLE
)`;
}

/**
 * Creates `m_expectation` from `m_history` and `m_prediction`. The expected value of a purchase is the closed form
 * p · (v + Σ value) ÷ (p · n + q − 1) of note 025 with n purchase days; without a spend model sales stay null.
 */
export function expectationSql(
  { asOf }: MeasureSettings,
  spend: { readonly p: number; readonly q: number; readonly v: number } | null,
): string[] {
  const value =
    spend === null
      ? "CAST(NULL AS DOUBLE)"
      : `CASE WHEN ${number(spend.p)} * (gaps + 1) + ${number(spend.q)} > 1 THEN
      ${number(spend.p)} * (${number(spend.v)} + product_cents) / (${number(spend.p)} * (gaps + 1) + ${number(spend.q)} - 1) END`;
  const cents = (orders: string) => `CAST(round(${orders} * value_cents) AS BIGINT)`;
  return [
    `CREATE OR REPLACE TABLE m_expectation AS
WITH x AS (
  SELECT h.customer_id, p.*, ${value} AS value_cents
  FROM m_history h
  JOIN m_prediction p ON p.frequency = h.gaps
    AND p.recency = h.last_purchase - h.first_purchase
    AND p.age = ${date(asOf)} - h.first_purchase
)
SELECT customer_id,
  round(probability_active, 6) AS probability_active,
  round(expected_orders, 4) AS expected_orders12,
  CAST(orders_low AS DOUBLE) AS expected_orders12_low,
  CAST(orders_high AS DOUBLE) AS expected_orders12_high,
  ${cents("expected_orders")} AS expected_sales12_cents,
  ${cents("orders_low")} AS expected_sales12_low_cents,
  ${cents("orders_high")} AS expected_sales12_high_cents,
  ${cents("orders_while_active")} AS at_stake_cents
FROM x`,
  ];
}
