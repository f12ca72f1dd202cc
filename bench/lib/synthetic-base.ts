import type { DuckDBConnection } from "@duckdb/node-api";
import { runEach } from "../../packages/data/src/duckdb/connect.ts";
import { eventTables } from "../../packages/data/src/measures/test-event-tables.ts";
import { relationTables } from "../../packages/data/src/measures/test-relations.ts";

/** A number from 0 to 1 that depends on the row and a salt alone: the same base on every machine. */
export const uniform = (row: string, salt: number) =>
  `(hash(xor(hash(${row}), ${salt}::UBIGINT)) / 18446744073709551616.0)`;
const normal = (row: string, salt: number) =>
  `(sqrt(-2 * ln(greatest(${uniform(row, salt)}, 1e-12))) * cos(2 * pi() * ${uniform(row, salt + 1)}))`;

/**
 * A base of customers whose purchases and order values differ as in real ones: three years, about five documents a
 * customer with four lines each, a fifth of the customers silent for long. Lines lie behind the joins of the real view.
 */
export async function createSyntheticBase(connection: DuckDBConnection, customers: number): Promise<void> {
  await runEach(
    connection,
    // Lines and events lie behind the views of a real store.
    relationTables.filter((sql) => !sql.includes("sale_line_current") && !eventTables.includes(sql)),
  );
  await runEach(connection, [
    `CREATE TABLE account AS SELECT range AS account_id, range AS customer_id FROM range(1, ${customers + 1})`,
    `INSERT INTO account_current BY NAME
    SELECT account_id, customer_id, 'erp' AS source, CAST(100000 + account_id AS VARCHAR) AS account_key,
      'Firma ' || md5(CAST(account_id AS VARCHAR))[:8] || ' ' || ['AG', 'GmbH', 'Sàrl'][1 + account_id % 3] AS name,
      ['Zürich', 'Bern', 'Genève', 'Basel', 'Winterthur', 'Luzern'][1 + account_id % 6] AS city,
      CAST(1000 + account_id % 8000 AS VARCHAR) AS postcode, 'CH' AS country,
      '+41 44 ' || CAST(1000000 + account_id AS VARCHAR) AS phone,
      'Branche ' || (account_id * 7 % 40) AS branch,
      CASE WHEN ${uniform("account_id", 12)} < 0.6
        THEN CAST(ceil(exp(1 + 1.1 * ${normal("account_id", 13)})) AS INTEGER) END AS employees
    FROM account`,
    "CREATE TABLE content_hidden (content_id BIGINT)",
    "CREATE TABLE rate (currency VARCHAR, factor DOUBLE)",
    "INSERT INTO rate VALUES ('CHF', 1)",
    "INSERT INTO batch VALUES (1, 'erp', 'saleLines', 'delta', 'a.csv', '2025-12-31', false)",
    `INSERT INTO product_current BY NAME SELECT 'P' || range AS product_code, 'G' || (range % 40) AS product_group,
      true AS is_product FROM range(20000)`,
    `CREATE TEMP TABLE doc AS
    WITH c AS (
      SELECT account_id, exp(1.0 + 0.9 * ${normal("account_id", 1)}) AS expected,
        exp(9.6 + 0.8 * ${normal("account_id", 3)}) AS cents,
        DATE '2023-01-01' + CAST(floor(700 * ${uniform("account_id", 5)} ** 2) AS INTEGER) AS start_date,
        CASE WHEN ${uniform("account_id", 6)} < 0.2 THEN 500 ELSE 0 END AS silent
      FROM account
    ),
    n AS (SELECT *, CAST(ceil(expected * 1.35) AS INTEGER) AS documents FROM c)
    SELECT account_id, cents, unnest(range(documents)) AS k, start_date, DATE '2025-12-31' - silent AS end_date FROM n`,
    `CREATE TEMP TABLE dated AS
    SELECT row_number() OVER () AS document_id, account_id, cents, start_date + CAST(floor(
      greatest(1, end_date - start_date) * ${uniform("(account_id, k)", 7)}) AS INTEGER) AS document_date,
      1 + CAST(floor(7 * ${uniform("(account_id, k)", 8)}) AS INTEGER) AS line_count,
      ${uniform("(account_id, k)", 9)} < 0.03 AS is_credit
    FROM doc`,
    `CREATE TABLE sale_line AS
    WITH l AS (SELECT *, unnest(range(line_count)) AS line FROM dated)
    SELECT document_id AS content_id, document_id, 'erp' AS source, 'R' || document_id AS document_number,
      row_number() OVER () AS row_no, CAST(1 AS INTEGER) AS batch_no, account_id, document_date,
      CASE WHEN is_credit THEN 'creditNote' ELSE 'invoice' END AS document_type,
      CASE WHEN line = 6 THEN 'freight' ELSE 'product' END AS line_kind,
      'P' || CAST(floor(20000 * ${uniform("(document_id, line)", 10)} ** 3) AS INTEGER) AS product_code,
      CAST(NULL AS VARCHAR) AS product_name, CAST(NULL AS VARCHAR) AS product_group,
      CAST(1 AS DECIMAL(18,6)) AS quantity, CAST(NULL AS DECIMAL(18,6)) AS unit_price,
      CAST(CASE WHEN is_credit THEN -0.3 ELSE 1 END * cents / 4 * (0.5 + ${uniform("(document_id, line)", 11)}) AS BIGINT)
        AS amount_cents,
      CAST(CASE WHEN is_credit THEN -0.3 ELSE 1 END * cents / 4 * 0.6 AS BIGINT) AS cost_cents, 'CHF' AS currency, CAST(NULL AS VARCHAR) AS country,
      CAST(NULL AS VARCHAR) AS entry_channel
    FROM l`,
    "DROP TABLE doc",
    "DROP TABLE dated",
    `CREATE VIEW sale_line_current AS
    SELECT l.*, a.customer_id,
      CASE WHEN l.currency IS NULL OR r.factor = 1 THEN l.amount_cents
        WHEN r.factor IS NOT NULL THEN CAST(round(l.amount_cents * r.factor) AS BIGINT) END AS value_cents,
      CASE WHEN l.currency IS NULL OR r.factor = 1 THEN l.cost_cents
        WHEN r.factor IS NOT NULL THEN CAST(round(l.cost_cents * r.factor) AS BIGINT) END AS value_cost_cents
    FROM sale_line l
    ANTI JOIN content_hidden h ON h.content_id = l.content_id
    LEFT JOIN account a ON a.account_id = l.account_id
    LEFT JOIN rate r ON r.currency = l.currency`,
    "CHECKPOINT",
  ]);
}
