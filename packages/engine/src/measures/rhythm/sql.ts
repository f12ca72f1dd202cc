import { normalQuantile } from "../../normal-quantile.ts";
import { monthsBefore } from "../period.ts";
import type { MeasureSettings } from "../settings-contract.ts";
import { date, number } from "../sql-text.ts";
import { minGaps, minPeerCustomers, minSpread } from "./contract.ts";

/** Creates `m_history`: what the purchases of each customer say about gaps; the expectation reads it too. */
export function historySql(settings: MeasureSettings): string[] {
  const from = date(monthsBefore(settings.asOf, 12));
  return [
    `CREATE OR REPLACE TABLE m_history AS
WITH g AS (
  SELECT customer_id, purchase_date, product_cents,
    purchase_date - lag(purchase_date) OVER (PARTITION BY customer_id ORDER BY purchase_date) AS gap_days
  FROM m_purchase_day
  WHERE purchase_date <= ${date(settings.asOf)}
)
SELECT customer_id,
  CAST(count(gap_days) AS INTEGER) AS gaps,
  round(coalesce(sum(ln(gap_days)), 0), 9) AS sum_ln,
  round(coalesce(sum(ln(gap_days) * ln(gap_days)), 0), 9) AS sum_ln2,
  min(purchase_date) AS first_purchase,
  max(purchase_date) AS last_purchase,
  max(gap_days) FILTER (purchase_date > ${from}) AS longest_recent_gap,
  CAST(sum(product_cents) AS BIGINT) AS product_cents
FROM g
GROUP BY customer_id`,
  ];
}

/** Creates `m_rhythm`; see contract.ts. Reads `m_history`, `m_customer` and `m_expectation`. */
export function rhythmSql(settings: MeasureSettings): string[] {
  const asOf = date(settings.asOf);
  const from = date(monthsBefore(settings.asOf, 12));
  const slowing = normalQuantile(settings.slowingQuantile);
  const dormant = normalQuantile(settings.dormantQuantile);
  const own: Gaps = { count: "gaps", sumLn: "sum_ln", sumLn2: "sum_ln2" };
  const without: Gaps = {
    count: "(gaps - 1)",
    sumLn: "(sum_ln - ln(longest_recent_gap))",
    sumLn2: "(sum_ln2 - ln(longest_recent_gap) * ln(longest_recent_gap))",
  };
  return [
    `CREATE OR REPLACE TABLE m_rhythm AS
WITH h AS (
  SELECT h.*, c.branch, e.probability_active
  FROM m_history h
  JOIN m_customer c ON c.customer_id = h.customer_id
  LEFT JOIN m_expectation e ON e.customer_id = h.customer_id
),
everyone AS (SELECT ${peerSql} FROM h WHERE gaps > 0 HAVING sum(gaps) >= ${minGaps}),
peer AS (
  SELECT branch, ${peerSql} FROM h WHERE gaps > 0 AND branch IS NOT NULL
  GROUP BY branch HAVING count(*) >= ${minPeerCustomers}
),
x AS (
  SELECT h.*, coalesce(p.mu, a.mu) AS peer_mu,
    coalesce(p.variance, a.variance) AS peer_variance
  FROM h
  LEFT JOIN peer p ON p.branch = h.branch
  LEFT JOIN everyone a ON true
),
q AS (
  SELECT x.*, ${asOf} - last_purchase AS days_since_last,
    round(exp(${meanSql(own, settings)}), 2) AS usual_gap_days,
    ${thresholdSql(own, slowing, settings)} AS slowing_after_days,
    ${thresholdSql(own, dormant, settings)} AS dormant_after_days,
    CASE WHEN longest_recent_gap IS NOT NULL THEN ${thresholdSql(without, dormant, settings)} END AS dormant_before
  FROM x
)
SELECT customer_id,
  CASE
    WHEN dormant_after_days IS NULL THEN 'rhythmUnclear'
    WHEN days_since_last <= slowing_after_days THEN 'active'
    WHEN days_since_last <= dormant_after_days THEN 'slowing'
    WHEN probability_active < ${number(settings.lostProbability)} THEN 'lost'
    ELSE 'dormant'
  END AS rhythm_state,
  first_purchase > ${from} AS is_new,
  coalesce(longest_recent_gap > dormant_before, false) AS is_reactivated,
  first_purchase, last_purchase, CAST(days_since_last AS INTEGER) AS days_since_last,
  usual_gap_days, slowing_after_days, dormant_after_days
FROM q`,
  ];
}

/** Every customer weighs the same, or the frequent ones would set the rhythm of all. */
const peerSql = `avg(sum_ln / gaps) AS mu,
    greatest(avg(sum_ln2 / gaps) - avg(sum_ln / gaps) * avg(sum_ln / gaps), 0) AS variance`;

/** SQL expressions of the sufficient statistics of a customer's gaps. */
interface Gaps {
  readonly count: string;
  readonly sumLn: string;
  readonly sumLn2: string;
}

function meanSql({ count, sumLn }: Gaps, { peerWeight }: MeasureSettings): string {
  const weight = number(peerWeight);
  return `coalesce((${sumLn} + ${weight} * peer_mu) / nullif(${count} + ${weight}, 0), peer_mu)`;
}

function thresholdSql(gaps: Gaps, z: number, settings: MeasureSettings): string {
  const { count, sumLn, sumLn2 } = gaps;
  const weight = number(settings.peerWeight);
  const squares = `greatest(${sumLn2} - ${sumLn} * ${sumLn} / nullif(${count}, 0), 0)`;
  const variance = `coalesce((coalesce(${squares}, 0) + ${weight} * peer_variance) / nullif(${count} + ${weight}, 0), peer_variance)`;
  return `round(exp(${meanSql(gaps, settings)} + ${number(z)} * greatest(sqrt(${variance}), ${number(minSpread)})), 2)`;
}
