/** From staged statements (`stage.statement`) to the statement tables. */
import { accountRole, type StatementKind } from "./contract.ts";

export interface StatementIntake {
  readonly kind: StatementKind;
  readonly source: string;
  readonly batchNo: number;
  readonly errors: number;
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const good = (intake: StatementIntake) => `(s.problem & ${intake.errors}) = 0`;

/** Accounts named by the file, with the id that they have or get; built before the transaction. */
export function stageStatementAccountsSql(intake: StatementIntake): string {
  return `CREATE OR REPLACE TABLE stage.account_key AS
  WITH named AS (
    SELECT account_key, min(rowid) AS first_row FROM stage.statement s
    WHERE account_key IS NOT NULL AND ${good(intake)} GROUP BY account_key
  )
  SELECT n.account_key, a.account_id IS NULL AS is_new, coalesce(a.account_id,
    (SELECT coalesce(max(account_id), 0) FROM account)
      + row_number() OVER (PARTITION BY a.account_id IS NULL ORDER BY n.first_row)) AS account_id
  FROM named n
  LEFT JOIN (SELECT * FROM account WHERE source = ${text(intake.source)}) a ON a.account_key = n.account_key`;
}

/** Writes the statements and names the keys in temp table `touched_key`. Run inside the transaction. */
export function storeStatementsSql(intake: StatementIntake): string[] {
  const { kind } = intake;
  const columns = [...kind.key, ...kind.attributes].map((column) => column.sql);
  const source = text(intake.source);
  const elsewhere: Record<string, string> = { account_id: "k.account_id", source };
  const values = columns.map((column) => elsewhere[column] ?? `s.${column}`);
  const key = kind.key.map((column) => column.sql).join(", ");
  const role = accountRole(kind);
  // What names no account is kept: it costs as much as what does.
  const join = { key: "JOIN", attribute: "LEFT JOIN", none: null }[role];
  return [
    ...(role !== "none"
      ? [
          `INSERT INTO account SELECT account_id, ${source}, account_key, account_id, true FROM stage.account_key WHERE is_new`,
          `UPDATE account SET live = true WHERE NOT live AND account_id IN (SELECT account_id FROM stage.account_key)`,
        ]
      : []),
    `INSERT INTO ${kind.table} (batch_no, row_no, weight, stated_at, ${columns.join(", ")})
    SELECT ${Math.trunc(intake.batchNo)}, s.rowid, 1, s.stated_at, ${values.join(", ")}
    FROM stage.statement s
    ${join === null ? "" : `${join} stage.account_key k ON k.account_key = s.account_key`}
    WHERE ${good(intake)}`,
    `CREATE OR REPLACE TEMP TABLE touched_key AS
    SELECT ${key}, count(*) AS rows FROM ${kind.table} WHERE batch_no = ${Math.trunc(intake.batchNo)} GROUP BY ${key}`,
  ];
}

/** Rows by outcome, after the fold: the first row of a key carries its outcome, further rows of the key are restated. */
export function statementCountsSql(intake: StatementIntake): string {
  const same = intake.kind.key
    .map((column) => `c.${column.sql} IS NOT DISTINCT FROM t.${column.sql}`)
    .join(" AND ");
  return `SELECT
    count(*) FILTER (c.is_new)${intake.kind.hasPlace ? " + (SELECT count(*) FROM new_key)" : ""} AS created,
    count(*) FILTER (NOT c.is_new AND len(c.changed) > 0) AS updated,
    count(*) FILTER (NOT c.is_new AND len(c.changed) = 0) AS unchanged,
    coalesce(sum(t.rows - 1), 0) AS restated,
    (SELECT count(*) FROM stage.statement s WHERE NOT (${good(intake)})) AS rejected
  FROM touched_key t JOIN folded_change c ON ${same}`;
}

/** The keys that the batch said first, after the fold. */
export function createdKeysSql(kind: StatementKind): string {
  const key = kind.key.map((column) => column.sql).join(", ");
  const folded = `SELECT ${key} FROM folded_change WHERE is_new`;
  return kind.hasPlace ? `${folded} UNION ALL SELECT ${key} FROM new_key` : folded;
}

/** Accounts that held before a full extract and are not in it: of the same source and named by an earlier statement. */
export function vanishedSql(intake: StatementIntake): string {
  return `SELECT a.account_key FROM account a
  JOIN ${intake.kind.folded} f ON f.account_id = a.account_id AND f.last_batch IS NOT NULL
  WHERE a.source = ${text(intake.source)} AND a.live AND f.last_batch < ${Math.trunc(intake.batchNo)}
  ORDER BY a.account_key`;
}

/**
 * `changed`: whether this extract makes a customer vanish who had not, or brings one back. Runs after the fold; accounts
 * that were missing from the full extract before as well are no news.
 */
export function vanishedChangeSql(intake: StatementIntake, mode: "delta" | "full"): string {
  const batch = Math.trunc(intake.batchNo);
  const source = text(intake.source);
  const vanishes =
    mode === "full"
      ? `OR EXISTS (
    SELECT 1 FROM account a JOIN ${intake.kind.folded} f ON f.account_id = a.account_id
    WHERE a.source = ${source} AND a.live AND f.last_batch < ${batch}
      AND NOT coalesce(f.last_batch < (SELECT batch_no FROM full_before), false))`
      : "";
  return `WITH full_before AS (
    SELECT max(batch_no) AS batch_no FROM batch
    WHERE kind = 'customers' AND mode = 'full' AND NOT undone AND source = ${source} AND batch_no < ${batch}
  )
  SELECT EXISTS (SELECT 1 FROM folded_before WHERE last_batch < (SELECT batch_no FROM full_before)) ${vanishes} AS changed`;
}
