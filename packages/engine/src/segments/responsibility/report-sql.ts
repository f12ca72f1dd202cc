/** Queries of the report over `m_responsibility` and the customer table. */

/** One row: active customers by kind of responsible. */
export const coverageSql = `SELECT count(*) AS customers,
  ${["person", "pool", "partner", "ownUnit"].map((type) => `count(*) FILTER (responsible_type = '${type}') AS "${type}"`).join(", ")},
  count(*) FILTER (is_gap) AS gaps
FROM m_responsibility WHERE is_active`;

export const originsSql = `SELECT responsibility_origin AS origin, count(*) AS customers
FROM m_responsibility WHERE is_active AND NOT is_gap GROUP BY 1 ORDER BY 2 DESC, 1`;

export const ruleCountsSql = `SELECT rule_code AS code, count(*) AS customers
FROM m_responsibility WHERE is_active AND rule_code IS NOT NULL GROUP BY 1`;

export const responsiblesSql = `SELECT responsible_type AS type, responsible AS name, count(*) AS customers,
  count(*) FILTER (size_class = 'small') AS small, count(*) FILTER (size_class = 'large') AS large
FROM m_responsibility WHERE is_active AND NOT is_gap
GROUP BY 1, 2 ORDER BY 3 DESC, 2, 1 LIMIT 200`;

/** `NeighbourCount` of proposals.ts: who looks after how many, by branch and region, by each alone and over all. */
export const neighboursSql = `SELECT
  CASE WHEN grouping(branch) = 0 AND grouping(region) = 0 THEN 'branchRegion'
    WHEN grouping(branch) = 0 THEN 'branch' WHEN grouping(region) = 0 THEN 'region' ELSE 'all' END AS level,
  branch, region, responsible_type AS type, responsible AS name, count(*) AS customers
FROM m_responsibility
WHERE is_active AND NOT is_gap
GROUP BY GROUPING SETS ((branch, region, responsible_type, responsible), (branch, responsible_type, responsible),
  (region, responsible_type, responsible), (responsible_type, responsible))`;

/** Active customers without a responsible, those who buy most first. @param snapshotTable checked name */
export const gapsSql = (
  snapshotTable: string,
  limit: number,
): string => `SELECT r.customer_id AS "customerId", s.name,
  s.account_key AS "accountKey", s.city, r.branch, r.region, r.size_class AS "sizeClass", s.rhythm_state AS "rhythmState",
  s.sales_last12_cents AS "salesLast12Cents", r.service_category AS "serviceCategory",
  r.has_ended_partner AS "hasEndedPartner", s.first_purchase IS NULL OR s.is_new AS "isNew"
FROM m_responsibility r JOIN ${snapshotTable} s ON s.customer_id = r.customer_id
WHERE r.is_active AND r.is_gap
ORDER BY s.sales_last12_cents DESC NULLS LAST, r.customer_id LIMIT ${limit}`;

export const gapGroupsSql = (
  snapshotTable: string,
): string => `SELECT r.branch, r.region, count(*) AS customers,
  CAST(sum(s.sales_last12_cents) AS BIGINT) AS "salesLast12Cents"
FROM m_responsibility r JOIN ${snapshotTable} s ON s.customer_id = r.customer_id
WHERE r.is_active AND r.is_gap
GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 200`;

/** Active customers and minutes of attention per category. */
export const categoriesSql = `SELECT r.service_category AS category, count(*) AS customers,
  CAST(coalesce(sum(a.minutes_milli), 0) AS BIGINT) AS "minutesMilli"
FROM m_responsibility r LEFT JOIN m_attention a ON a.customer_id = r.customer_id
WHERE r.is_active GROUP BY 1`;

export const promiseWeeksSql = `SELECT category, week, is_current AS "isCurrent", kept, broken, unclear, pending
FROM m_promise_week ORDER BY week`;

export const leakRowsSql = `SELECT role, reason, size_class AS "sizeClass", category, is_legitimate AS "isLegitimate",
  is_owner AS "isOwner", events, minutes_milli AS "minutesMilli", estimated_milli AS "estimatedMilli" FROM m_leak
ORDER BY role, reason NULLS FIRST, size_class, category NULLS FIRST, is_legitimate, is_owner`;
