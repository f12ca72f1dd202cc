import { peerLevels } from "./report-contract.ts";

/**
 * A group of comparable firms by level, narrow to wide: NULL where the customer lacks an attribute of the level. Hashes
 * instead of texts, because a million customers are joined by them.
 */
export function peerKeySql(level: (typeof peerLevels)[number], alias: string): string {
  const key = {
    branchStaffRegion: [`${alias}.branch`, `${alias}.staff_class`, `${alias}.region`],
    branchStaff: [`${alias}.branch`, `${alias}.staff_class`],
    branch: [`${alias}.branch`],
    all: [],
  }[level];
  if (key.length === 0) return "CAST(0 AS UBIGINT)";
  return `CASE WHEN ${key.map((column) => `${column} IS NOT NULL`).join(" AND ")} THEN hash(${key.join(", ")}) END`;
}

/**
 * `m_peer` – one row per customer: keys key0 … key3 of the four levels, whether the customer bought within the window
 * (is_buyer), and `level` 0 … 3: the narrowest with so many buyers besides the customer; NULL when even all are too few.
 */
export function peerSql(leastPeers: number): string {
  const keys = peerLevels.map((level, index) => `${peerKeySql(level, "f")} AS key${index}`);
  const count = (index: number) =>
    `n${index} AS (SELECT key${index}, count(*) AS buyers FROM k WHERE is_buyer AND key${index} IS NOT NULL GROUP BY key${index})`;
  const enough = (index: number) =>
    `WHEN coalesce(n${index}.buyers, 0) - CAST(k.is_buyer AS INTEGER) >= ${leastPeers} THEN ${index}`;
  return `CREATE OR REPLACE TABLE m_peer AS
WITH k AS (
  SELECT f.customer_id, ${keys.join(", ")}, b.customer_id IS NOT NULL AS is_buyer
  FROM m_firm f
  LEFT JOIN (SELECT DISTINCT customer_id FROM m_need_field) b ON b.customer_id = f.customer_id
),
${peerLevels.map((_, index) => count(index)).join(",\n")}
SELECT k.*, CASE ${peerLevels.map((_, index) => enough(index)).join(" ")} END AS level
FROM k
${peerLevels.map((_, index) => `LEFT JOIN n${index} ON n${index}.key${index} = k.key${index}`).join("\n")}`;
}
