/** The SQL of statements: tables, the fold into what holds now, and what a fold changed. */
import { type StatementColumn, type StatementKind, statedAtType } from "./contract.ts";
import { customerStatements } from "./master-data.ts";

const columnsSql = (columns: readonly StatementColumn[]) =>
  columns.map((column) => `${column.sql} ${column.type}`);
const names = (columns: readonly StatementColumn[]) => columns.map((column) => column.sql);

export function statementTableSql(kind: StatementKind): string[] {
  const derived = kind.derived?.columns.map((column) => `${column.sql} ${column.type}`) ?? [];
  const place = kind.hasPlace ? ["last_row BIGINT"] : [];
  return [
    // weight 0: derived from sale lines, 1: master data, which wins whatever its date.
    `CREATE TABLE IF NOT EXISTS ${kind.table} (
      batch_no INTEGER NOT NULL, row_no BIGINT NOT NULL, weight TINYINT NOT NULL, stated_at ${statedAtType(kind)},
      ${columnsSql([...kind.key, ...kind.attributes]).join(", ")})`,
    `CREATE TABLE IF NOT EXISTS ${kind.folded} (
      ${[...columnsSql([...kind.key, ...kind.attributes]), ...derived, "last_batch INTEGER", ...place].join(", ")})`,
  ];
}

/**
 * Adds the attributes that a store of an earlier version lacks.
 * @param has whether the store has a column
 */
export function addColumnsSql(
  kind: StatementKind,
  has: (table: string, column: string) => boolean,
): string[] {
  return [kind.table, kind.folded].flatMap((table) =>
    kind.attributes
      .filter((column) => !has(table, column.sql))
      .map((column) => `ALTER TABLE ${table} ADD COLUMN ${column.sql} ${column.type}`),
  );
}

const sameKey = (kind: StatementKind, a: string, b: string) =>
  kind.key.map((column) => `${a}.${column.sql} IS NOT DISTINCT FROM ${b}.${column.sql}`).join(" AND ");

/** Live statements of the keys in temp table `touched_key(<key columns>)`. */
function liveStatements(kind: StatementKind): string {
  return `SELECT s.* FROM ${kind.table} s
    JOIN batch b ON b.batch_no = s.batch_no AND NOT b.undone
    SEMI JOIN touched_key t ON ${sameKey(kind, "s", "t")}`;
}

/** Live statements of the touched keys, folded into one row per key. */
function foldSql(kind: StatementKind, statements: string): string {
  const key = names(kind.key);
  const place = kind.hasPlace ? ", arg_max(row_no, (batch_no, row_no)) FILTER (weight = 1) AS last_row" : "";
  return `SELECT ${key.join(", ")},
    ${kind.attributes.map((column) => `arg_max(${column.sql}, said) FILTER (${column.sql} IS NOT NULL) AS ${column.sql}`).join(",\n    ")},
    max(batch_no) FILTER (weight = 1) AS last_batch${place}
  FROM (
    SELECT *, row_number() OVER (ORDER BY weight, stated_at NULLS FIRST, batch_no, row_no) AS said
    FROM (${statements})
  )
  GROUP BY ${key.join(", ")}`;
}

/** The columns that follow from the folded ones; every combination of their inputs is looked at once. */
function withDerived(kind: StatementKind, folded: string): string {
  const own = names([...kind.key, ...kind.attributes]);
  const place = kind.hasPlace ? ["last_batch", "last_row"] : ["last_batch"];
  const { derived } = kind;
  if (derived === undefined) return `SELECT ${[...own, ...place].join(", ")} FROM ${folded}`;
  const inputs = Object.keys(derived.inputs);
  const given = Object.entries(derived.inputs).map(([name, sql]) => `${sql} AS ${name}`);
  const same = inputs.map((name) => `f.${name} IS NOT DISTINCT FROM d.${name}`).join(" AND ");
  return `WITH given AS MATERIALIZED (SELECT *, ${given.join(", ")} FROM ${folded}),
  told AS (
    SELECT *, ${derived.columns.map(({ sql, expression }) => `${expression} AS ${sql}`).join(", ")}
    FROM (SELECT DISTINCT ${inputs.join(", ")} FROM given)
  )
  SELECT ${own.map((name) => `f.${name}`).join(", ")}, ${derived.columns.map(({ sql }) => `d.${sql}`).join(", ")},
    ${place.map((name) => `f.${name}`).join(", ")}
  FROM given f LEFT JOIN told d ON ${same}`;
}

/**
 * Nearly every event is said once: such a statement is what holds, and only keys that are said several times are
 * aggregated, which sorts and compares every attribute.
 */
function foldedEvents(kind: StatementKind): string {
  const own = names([...kind.key, ...kind.attributes]);
  const repeated = `SELECT s.* FROM (${liveStatements(kind)}) s SEMI JOIN repeated_key r ON ${sameKey(kind, "s", "r")}`;
  return `SELECT ${own.join(", ")}, batch_no AS last_batch, row_no AS last_row FROM (${liveStatements(kind)}) s
    ANTI JOIN repeated_key r ON ${sameKey(kind, "s", "r")}
    UNION ALL ${foldSql(kind, repeated)}`;
}

function refoldEventsSql(kind: StatementKind): string[] {
  const key = names(kind.key);
  return [
    `CREATE OR REPLACE TEMP TABLE repeated_key AS
    SELECT ${key.join(", ")} FROM (${liveStatements(kind)}) GROUP BY ${key.join(", ")} HAVING count(*) > 1`,
    `INSERT INTO ${kind.folded} BY NAME ${withDerived(kind, `(${foldedEvents(kind)})`)}`,
    "DROP TABLE repeated_key",
  ];
}

/** Folds the touched keys again; leaves what held before in temp table `folded_before`. */
export function refoldSql(kind: StatementKind): string[] {
  return [
    `CREATE OR REPLACE TEMP TABLE folded_before AS
    SELECT f.* FROM ${kind.folded} f SEMI JOIN touched_key t ON ${sameKey(kind, "f", "t")}`,
    `DELETE FROM ${kind.folded} f USING touched_key t WHERE ${sameKey(kind, "f", "t")}`,
    ...(kind.hasPlace
      ? refoldEventsSql(kind)
      : [`INSERT INTO ${kind.folded} BY NAME ${foldSql(kind, liveStatements(kind))}`]),
  ];
}

/**
 * Takes the events that a new batch says for the first time and says once as they are, and leaves the other keys in
 * `touched_key` for `refoldSql`: an extract of millions of new events compares nothing.
 */
export function takeNewEventsSql(kind: StatementKind, batchNo: number): string[] {
  if (!kind.hasPlace) return [];
  const own = names([...kind.key, ...kind.attributes]);
  const statements = `SELECT ${own.map((name) => `s.${name}`).join(", ")}, s.batch_no AS last_batch, s.row_no AS last_row
    FROM ${kind.table} s SEMI JOIN new_key n ON ${sameKey(kind, "s", "n")} WHERE s.batch_no = ${Math.trunc(batchNo)}`;
  return [
    `CREATE OR REPLACE TEMP TABLE new_key AS
    SELECT t.* FROM touched_key t ANTI JOIN ${kind.folded} f ON ${sameKey(kind, "f", "t")} WHERE t.rows = 1`,
    `INSERT INTO ${kind.folded} BY NAME ${withDerived(kind, `(${statements})`)}`,
    `CREATE OR REPLACE TEMP TABLE touched_key AS
    SELECT t.* FROM touched_key t ANTI JOIN new_key n ON ${sameKey(kind, "n", "t")}`,
  ];
}

/**
 * Keys whose folded row differs from before: temp table `folded_change(<key>, is_new, is_gone, changed VARCHAR[])`;
 * `changed` only where it was known before and after. Without the keys that `takeNewEventsSql` took.
 */
export function foldedChangeSql(kind: StatementKind): string {
  const key = names(kind.key);
  const changed = kind.attributes.map(
    (column) => `CASE WHEN a.${column.sql} IS DISTINCT FROM b.${column.sql} THEN '${column.field}' END`,
  );
  return `CREATE OR REPLACE TEMP TABLE folded_change AS
  SELECT ${key.map((column) => `t.${column}`).join(", ")}, b.known IS NULL AND a.known IS NOT NULL AS is_new,
    a.known IS NULL AND b.known IS NOT NULL AS is_gone,
    CASE WHEN a.known IS NULL OR b.known IS NULL THEN []::VARCHAR[]
      ELSE list_filter([${changed.join(", ")}], x -> x IS NOT NULL) END AS changed
  FROM touched_key t
  LEFT JOIN (SELECT *, true AS known FROM ${kind.folded}) a ON ${sameKey(kind, "a", "t")}
  LEFT JOIN (SELECT *, true AS known FROM folded_before) b ON ${sameKey(kind, "b", "t")}`;
}

/** Changed cells, for the preview: key as text, field, before, after. */
export function changedCellsSql(kind: StatementKind, limit: number): string {
  const key = names(kind.key);
  const cells = kind.attributes.map(
    (column) => `SELECT ${key.map((name) => `c.${name}`).join(", ")}, '${column.field}' AS field,
      b.${column.sql}::VARCHAR AS before, a.${column.sql}::VARCHAR AS after
    FROM sampled c JOIN ${kind.folded} a ON ${sameKey(kind, "a", "c")} JOIN folded_before b ON ${sameKey(kind, "b", "c")}
    WHERE a.${column.sql} IS DISTINCT FROM b.${column.sql}`,
  );
  return `WITH sampled AS (
    SELECT * FROM folded_change WHERE NOT is_new AND NOT is_gone AND len(changed) > 0 LIMIT ${Math.trunc(limit)})
  SELECT * FROM (${cells.join(" UNION ALL ")}) LIMIT ${Math.trunc(limit)}`;
}

/** One row per live account; `vanished`: missing from the latest full extract of its source. */
export function accountCurrentViewSql(): string {
  const attributes = names(customerStatements.attributes).map((name) => `f.${name}`);
  return `CREATE OR REPLACE VIEW account_current AS
  SELECT a.account_id, a.customer_id, a.source, a.account_key, ${attributes.join(", ")},
    coalesce(f.last_batch < full_batch.batch_no, false) AS vanished
  FROM account a
  LEFT JOIN ${customerStatements.folded} f ON f.account_id = a.account_id
  LEFT JOIN (
    SELECT source, max(batch_no) AS batch_no FROM batch
    WHERE kind = 'customers' AND mode = 'full' AND NOT undone GROUP BY source
  ) full_batch ON full_batch.source = a.source
  WHERE a.live`;
}
