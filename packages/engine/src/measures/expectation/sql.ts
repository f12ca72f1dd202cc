import type { PlainDate } from "../../units.ts";
import { monthsBefore } from "../period.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { date, number } from "../sql-text.ts";
import type { HoldoutWindow } from "./holdout-window.ts";

/** Most customers behind the fit of the spend model; its parameters need no more. */
const maxSpendSample = 100_000;

/** Most customers behind the fit of a slow purchase model: its parameters need no more, and a fit stays within seconds. */
export const maxFitSample = 50_000;
/** Most customers on whom models are compared: their errors differ by far less between two such samples than between models. */
const maxComparedCustomers = 25_000;

/** Distinct histories with the number of customers behind each, in a fixed order. Reads `m_history`. */
export function historiesSql(settings: MeasureSettings): string {
  return groupedHistoriesSql(settings, "m_history");
}

/** The same of an even sample of at most `maxFitSample` customers. */
export function sampledHistoriesSql(settings: MeasureSettings): string {
  return groupedHistoriesSql(settings, `(${sampleSql("true", maxFitSample)})`);
}

function groupedHistoriesSql({ asOf }: MeasureSettings, from: string): string {
  return `SELECT CAST(gaps AS DOUBLE) AS frequency,
  CAST(last_purchase - first_purchase AS DOUBLE) AS recency,
  CAST(${date(asOf)} - first_purchase AS DOUBLE) AS age,
  CAST(count(*) AS DOUBLE) AS customers,
  avg(CAST(sum_ln AS DECIMAL(18, 9))) AS sum_log_intervals
FROM ${from}
GROUP BY gaps, last_purchase, first_purchase
ORDER BY frequency, recency, age`;
}

/** Every n-th customer of a condition on `m_history`, so that at most `most` remain: the same ones each time. */
function sampleSql(condition: string, most: number): string {
  return `SELECT * EXCLUDE (position, customers) FROM (
    SELECT *, row_number() OVER (ORDER BY customer_id) AS position, count(*) OVER () AS customers
    FROM m_history WHERE ${condition}
  ) WHERE position % greatest(1, CAST(ceil(customers / ${most}) AS BIGINT)) = 0`;
}

/** First purchase of all; null and 0 customers before any. Reads `m_history`. */
export function historySpanSql(): string {
  return `SELECT CAST(min(first_purchase) AS VARCHAR) AS "firstPurchase", count(*) AS customers FROM m_history`;
}

/**
 * Histories at the cut with what followed: of every customer with a purchase up to it, or an even sample of a large base. The
 * same months before the cut are those of the benchmark. Reads `m_history` and `m_purchase_day`.
 */
export function holdoutHistoriesSql({ asOf }: MeasureSettings, { cut, months }: HoldoutWindow): string {
  const [end, from] = [date(cut), date(monthsBefore(cut, months))];
  return `WITH s AS (${sampleSql(`first_purchase <= ${end}`, maxComparedCustomers)}),
p AS (
  SELECT d.customer_id, s.first_purchase, d.purchase_date,
    d.purchase_date - lag(d.purchase_date) OVER (PARTITION BY d.customer_id ORDER BY d.purchase_date) AS gap_days
  FROM m_purchase_day d JOIN s ON s.customer_id = d.customer_id
  WHERE d.purchase_date <= ${date(asOf)}
),
h AS (
  SELECT count(gap_days) FILTER (purchase_date <= ${end}) AS frequency,
    max(purchase_date) FILTER (purchase_date <= ${end}) - min(first_purchase) AS recency,
    ${end} - min(first_purchase) AS age,
    coalesce(sum(CAST(ln(gap_days) AS DECIMAL(18, 9))) FILTER (purchase_date <= ${end}), 0) AS sum_ln,
    count(gap_days) FILTER (purchase_date > ${from} AND purchase_date <= ${end}) AS orders_before,
    count(*) FILTER (purchase_date > ${end}) AS orders_after
  FROM p GROUP BY customer_id
)
SELECT CAST(frequency AS DOUBLE) AS frequency, CAST(recency AS DOUBLE) AS recency, CAST(age AS DOUBLE) AS age,
  CAST(count(*) AS DOUBLE) AS customers, avg(CAST(sum_ln AS DECIMAL(18, 9))) AS sum_log_intervals,
  CAST(orders_before AS DOUBLE) AS orders_before, CAST(orders_after AS DOUBLE) AS orders_after
FROM h
GROUP BY h.frequency, h.recency, h.age, h.orders_before, h.orders_after
ORDER BY ALL`;
}

/** Customers by the day of their first purchase, counted from the cut: 0 is the cut, before it negative. */
export function cohortsSql({ cut }: HoldoutWindow): string {
  return `SELECT CAST(first_purchase - ${date(cut)} AS DOUBLE) AS first_day, CAST(count(*) AS DOUBLE) AS customers
FROM m_history WHERE first_purchase <= ${date(cut)}
GROUP BY first_purchase ORDER BY first_purchase`;
}

/** Repeat purchase days of the same customers by day, counted from the cut. */
export function repeatPurchasesSql({ asOf }: MeasureSettings, { cut }: HoldoutWindow): string {
  return `SELECT CAST(d.purchase_date - ${date(cut)} AS DOUBLE) AS day, CAST(count(*) AS DOUBLE) AS orders
FROM m_purchase_day d JOIN m_history h ON h.customer_id = d.customer_id
WHERE h.first_purchase <= ${date(cut)} AND d.purchase_date > h.first_purchase AND d.purchase_date <= ${date(asOf)}
GROUP BY d.purchase_date ORDER BY d.purchase_date`;
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

/** Sums of the forecast report over the measured customers; purchase days of the last 12 months beside them. */
export function forecastTotalsSql(asOf: PlainDate): string {
  return `SELECT count(*) AS customers, CAST(sum(expected_sales12_cents) AS BIGINT) AS "salesCents",
  CAST(coalesce(sum(CAST(probability_active AS DECIMAL(9, 6))), 0) AS DOUBLE) AS "activeCustomers",
  (SELECT count(*) FROM m_purchase_day
    WHERE purchase_date > ${date(monthsBefore(asOf, 12))} AND purchase_date <= ${date(asOf)}) AS "ordersLast12"
FROM m_expectation`;
}
