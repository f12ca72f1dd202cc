import { whaleColumns } from "../contracts/whale-columns.ts";
import type { WhaleBasis } from "../reports.ts";
import { table } from "../sql-text.ts";

/** Most points of the curve. */
export const whalePoints = 400;
/** Steps of the rug below the curve. */
export const rugSteps = 100;
export const topRatios = [0.01, 0.05, 0.1, 0.2, 0.5] as const;

/** Total and peak of the curve; one row. `unknown` counts customers without a value. */
export function whaleTotalsSql(snapshotTable: string, basis: WhaleBasis): string {
  const value = whaleColumns[basis];
  return `SELECT count(*) AS customers, count(*) - count(${value}) AS unknown,
  CAST(coalesce(sum(${value}), 0) AS BIGINT) AS total_cents,
  CAST(coalesce(sum(greatest(${value}, 0)), 0) AS BIGINT) AS peak_cents,
  coalesce(bool_or(contribution_is_assumed), false) AS assumed
FROM ${table(snapshotTable)}`;
}

/** CTE `c`: customers by value descending, numbered from 1, with the cumulated value. Unknown values count as zero. */
function rankedCte(snapshotTable: string, basis: WhaleBasis): string {
  return `v AS (
  SELECT customer_id, size_class, coalesce(${whaleColumns[basis]}, 0) AS cents FROM ${table(snapshotTable)}
),
c AS (
  SELECT size_class, row_number() OVER w AS position, sum(cents) OVER w AS cumulated
  FROM v
  WINDOW w AS (ORDER BY cents DESC, customer_id ROWS UNBOUNDED PRECEDING)
),
n AS (SELECT count(*) AS customers FROM v)`;
}

/**
 * The curve in at most `whalePoints` points. They lie denser at both ends (cosine spacing), where a few customers
 * carry the rise and the fall.
 */
export function whalePointsSql(snapshotTable: string, basis: WhaleBasis): string {
  const last = whalePoints - 1;
  return `WITH ${rankedCte(snapshotTable, basis)},
p AS (
  SELECT c.*, CASE
      WHEN n.customers <= ${whalePoints} THEN position
      ELSE CAST(ceil(round(${last} * acos(1 - 2 * ((position - 1) / (n.customers - 1))) / pi(), 9)) AS BIGINT)
    END AS point
  FROM c, n
)
SELECT max(position) AS customers,
  CAST(arg_max(cumulated, position) AS BIGINT) AS cumulative_cents,
  count(*) FILTER (size_class = 'large') AS large,
  count(*) FILTER (size_class = 'small') AS small
FROM p
GROUP BY point
ORDER BY point`;
}

/** Sizes along the curve, in equal steps of customers; `customers` is the last position of a step. */
export function whaleRugSql(snapshotTable: string, basis: WhaleBasis): string {
  return `WITH ${rankedCte(snapshotTable, basis)}
SELECT max(position) AS customers,
  count(*) FILTER (size_class = 'small') AS small,
  count(*) FILTER (size_class = 'large') AS large
FROM c, n
GROUP BY (position - 1) * least(${rugSteps}, n.customers) // n.customers
ORDER BY customers`;
}

/** Cumulated value of the top shares of customers; a share of a customer counts as the whole one. */
export function topSharesSql(snapshotTable: string, basis: WhaleBasis): string {
  const ratios = topRatios.map((ratio) => `(${ratio})`).join(", ");
  return `WITH ${rankedCte(snapshotTable, basis)},
t(top_ratio) AS (VALUES ${ratios})
SELECT CAST(t.top_ratio AS DOUBLE) AS top_ratio, c.position AS customers, CAST(c.cumulated AS BIGINT) AS cents
FROM t CROSS JOIN n
JOIN c ON c.position = CAST(ceil(n.customers * t.top_ratio) AS BIGINT)
ORDER BY t.top_ratio`;
}
