/** What rules ask of the customer table, over every segment of a plan in one pass each. */
export interface KeyedCondition {
  /** Letters and digits: part of column names. */
  readonly key: string;
  /** Three-valued condition over the customer table. */
  readonly sql: string;
}

const small = "size_class = 'small'";
const texts = (values: readonly string[]) =>
  values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");

/**
 * One row: per member condition `<m>_customers`, and per asked condition `<m>_<c>_yes` and `<m>_<c>_unknown`. Members are small
 * customers.
 */
export function sharesSql(
  snapshotTable: string,
  members: readonly KeyedCondition[],
  asked: readonly KeyedCondition[],
): string {
  const columns = members.flatMap((member) => [
    `count(*) FILTER (${member.sql}) AS ${member.key}_customers`,
    ...asked.flatMap((condition) => [
      `count(*) FILTER (${member.sql} AND ${condition.sql}) AS ${member.key}_${condition.key}_yes`,
      `count(*) FILTER (${member.sql} AND (${condition.sql}) IS NULL) AS ${member.key}_${condition.key}_unknown`,
    ]),
  ]);
  return `SELECT ${columns.join(",\n  ")}
FROM ${snapshotTable} WHERE ${small}`;
}

/**
 * One row: per member condition `<m>_customers`, `<m>_mails` (have an address) and `<m>_without` (neither an address nor an order
 * by web or EDI in 12 months).
 * @param orderActivities activities of `m_effort` that are orders
 */
export function cheaperPathSql(
  snapshotTable: string,
  members: readonly KeyedCondition[],
  orderActivities: readonly string[],
): string {
  const columns = members.flatMap(({ key, sql }) => [
    `count(*) FILTER (${sql}) AS ${key}_customers`,
    `count(*) FILTER (${sql} AND email IS NOT NULL) AS ${key}_mails`,
    `count(*) FILTER (${sql} AND email IS NULL AND web.customer_id IS NULL) AS ${key}_without`,
  ]);
  const isOrder = orderActivities.length === 0 ? "false" : `activity IN (${texts(orderActivities)})`;
  return `SELECT ${columns.join(",\n  ")}
FROM ${snapshotTable} LEFT JOIN (
  SELECT DISTINCT customer_id FROM m_effort WHERE ${isOrder} AND channel IN ('web', 'edi') AND customer_id IS NOT NULL
) web USING (customer_id)
WHERE ${small}`;
}
