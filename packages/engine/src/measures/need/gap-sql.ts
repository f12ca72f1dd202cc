import { intervalZ } from "./contract.ts";
import type { NeedSettings } from "./need-settings.ts";

const levels = [0, 1, 2, 3] as const;

/**
 * Creates `m_need_gap`: fields that most comparable firms cover with us and this buyer does not. First what each group
 * of firms buys (one row per group and field), then the buyers of the group without the field.
 */
export function gapSql({ gapShare, leastPeers }: NeedSettings): string[] {
  return [
    `CREATE OR REPLACE TEMP TABLE t_gap_cell AS
WITH asked AS (
  SELECT level, ${keySql("m_peer")} AS key, count(*) AS members
  FROM m_peer
  WHERE is_buyer AND level IS NOT NULL
  GROUP BY ALL
),
size AS (
${levels
  .map(
    (level) =>
      `  SELECT ${level} AS level, key${level} AS key, count(*) AS buyers FROM m_peer
  WHERE is_buyer AND key${level} IS NOT NULL GROUP BY ALL`,
  )
  .join("\n  UNION ALL\n")}
),
bought AS (
${levels
  .map(
    (
      level,
    ) => `  SELECT ${level} AS level, p.key${level} AS key, f.field, count(*) AS buying, quantile_cont(f.sales_cents, [0.25, 0.5, 0.75]) AS worth
  FROM m_need_field f
  JOIN m_peer p ON p.customer_id = f.customer_id
  JOIN asked a ON a.level = ${level} AND a.key = p.key${level}
  GROUP BY ALL`,
  )
  .join("\n  UNION ALL\n")}
)
SELECT b.level, b.key, b.field, s.buyers - 1 AS peers, b.buying AS peers_buying,
  b.buying / (s.buyers - 1) AS peer_share,
  CAST(round(b.worth[2]) AS BIGINT) AS worth_cents,
  CAST(round(b.worth[1]) AS BIGINT) AS worth_low_cents,
  CAST(round(b.worth[3]) AS BIGINT) AS worth_high_cents
FROM bought b
JOIN size s ON s.level = b.level AND s.key = b.key
WHERE s.buyers - 1 >= ${leastPeers} AND b.buying >= ${gapShare} * (s.buyers - 1) AND b.buying < s.buyers`,
    `CREATE OR REPLACE TABLE m_need_gap AS
WITH gap AS (
  SELECT p.customer_id, c.*
  FROM m_peer p
  JOIN t_gap_cell c ON c.level = p.level AND c.key = ${keySql("p")}
  ANTI JOIN m_need_field f ON f.customer_id = p.customer_id AND f.field = c.field
  WHERE p.is_buyer
)
SELECT customer_id, field, CAST(level AS INTEGER) AS peer_level, CAST(peers AS INTEGER) AS peers,
  CAST(peers_buying AS INTEGER) AS peers_buying, round(peer_share, 6) AS peer_share,
  ${wilsonSql(-1)} AS share_low, ${wilsonSql(1)} AS share_high,
  worth_cents, worth_low_cents, worth_high_cents,
  CAST(round(worth_cents * peer_share) AS BIGINT) AS expected_cents
FROM gap`,
  ];
}

const keySql = (alias: string) =>
  `CASE ${alias}.level ${levels.map((level) => `WHEN ${level} THEN ${alias}.key${level}`).join(" ")} END`;

/** Bound of Wilson's interval of a share; stays between 0 and 1 and works for shares of 1. */
function wilsonSql(side: -1 | 1): string {
  const z = intervalZ;
  const z2 = z * z;
  return `round((peer_share + ${z2 / 2} / peers ${side < 0 ? "-" : "+"} ${z} * sqrt(peer_share * (1 - peer_share) / peers + ${z2 / 4} / (peers * peers)))
    / (1 + ${z2} / peers), 6)`;
}
