/**
 * From staged sale lines (`stage.line`, see import/staging/sale-lines-sql.ts) to contents, versions and documents.
 * Staging tables live in a scratch database and are built before the transaction; only `storeSql` writes facts.
 */
import { lineHashSql, multisetHashSql } from "./sql.ts";

export interface IntakeContext {
  readonly source: string;
  readonly batchNo: number;
  /** Bits of `problem` that reject a row. */
  readonly errors: number;
  /** SQL over `raw_type`, `document_number`, `total_cents`, `product_name`: the document type. */
  readonly documentType: string;
  /** SQL over `product_code`, `product_name`: the line kind. */
  readonly lineKind: string;
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const good = (context: IntakeContext) => `(l.problem & ${context.errors}) = 0`;
/** Codes are stored trimmed; the staged ones are as written, so that the profile can count them so. */
const lineHash = lineHashSql((column) => {
  if (column === "account_id") return "k.account_id";
  return column === "product_code" ? "trim(l.product_code)" : `l.${column}`;
});

/** Accounts of the file with the id that they have or get; new ids in file order. */
export function stageAccountsSql(context: IntakeContext): string {
  return `CREATE OR REPLACE TABLE stage.account_key AS
  WITH named AS (
    SELECT account_key, min(rowid) AS first_row FROM stage.line l
    WHERE account_key IS NOT NULL AND ${good(context)} GROUP BY account_key
  ),
  known AS (SELECT account_key, account_id FROM account WHERE source = ${text(context.source)})
  SELECT n.account_key, coalesce(k.account_id,
    (SELECT coalesce(max(account_id), 0) FROM account)
      + row_number() OVER (PARTITION BY k.account_id IS NULL ORDER BY n.first_row)) AS account_id,
    k.account_id IS NULL AS is_new
  FROM named n LEFT JOIN known k ON k.account_key = n.account_key`;
}

/** One row per document number of the file, before restatement. */
export function stageGroupsSql(context: IntakeContext): string {
  return `CREATE OR REPLACE TABLE stage.grouped AS
  SELECT l.document_number, count(*) AS lines, min(l.rowid) AS first_row, max(l.rowid) AS last_row,
    ${multisetHashSql(lineHash)} AS lines_hash, sum(l.amount_cents)::BIGINT AS total_cents,
    min(l.product_name) AS product_name, min(l.document_date) AS document_date, arg_min(l.raw_type, l.rowid) AS raw_type
  FROM stage.line l LEFT JOIN stage.account_key k ON k.account_key = l.account_key
  WHERE ${good(context)}
  GROUP BY l.document_number`;
}

/**
 * A document stands twice in the file when its rows, in file order, split into two equal multisets with rows of other
 * documents between them: the mark of two overlapping extracts put together. Equal rows next to each other are real.
 * A rejected row counts as one of others, unless its number says that it belongs to the document itself.
 */
export function stageRestatedSql(context: IntakeContext): string[] {
  return [
    `CREATE OR REPLACE TABLE stage.restated_half AS
    SELECT document_number, lines // 2 AS lines, sum(h) FILTER (place <= lines // 2)::HUGEINT AS lines_hash,
      (sum(amount_cents) FILTER (place <= lines // 2))::BIGINT AS total_cents,
      max(row_no) FILTER (place <= lines // 2) AS first_last, min(row_no) FILTER (place > lines // 2) AS second_first
    FROM (
      SELECT l.document_number, l.rowid AS row_no, l.amount_cents, g.lines, ${lineHash} AS h,
        row_number() OVER (PARTITION BY l.document_number ORDER BY l.rowid) AS place
      FROM stage.line l
      JOIN stage.grouped g ON g.document_number = l.document_number
      LEFT JOIN stage.account_key k ON k.account_key = l.account_key
      WHERE ${good(context)} AND g.lines % 2 = 0 AND g.last_row - g.first_row + 1 > g.lines
    )
    GROUP BY document_number, lines
    HAVING sum(h) FILTER (place <= lines // 2)::HUGEINT = sum(h) FILTER (place > lines // 2)::HUGEINT
      AND second_first - first_last > 1`,
    `DELETE FROM stage.restated_half r USING (
      SELECT r.document_number, count(*) AS lines
      FROM stage.line l JOIN stage.restated_half r ON r.document_number = l.document_number
      WHERE NOT (${good(context)}) AND l.rowid > r.first_last AND l.rowid < r.second_first
      GROUP BY r.document_number
    ) own
    WHERE own.document_number = r.document_number AND own.lines = r.second_first - r.first_last - 1`,
  ];
}

/**
 * Documents of the file beside what the store knows: ids, the document type, and whether nothing is new.
 * `content_id` is the current content where the file repeats it, else a new id. A content that was merged from several
 * batches is never shared: it goes when one of them is undone, and this batch must still stand on its own.
 */
export function stageDocumentsSql(context: IntakeContext): string {
  return `CREATE OR REPLACE TABLE stage.doc AS
  WITH counted AS (
    SELECT g.document_number, g.first_row, coalesce(r.lines, g.lines) AS lines,
      coalesce(r.lines_hash, g.lines_hash) AS lines_hash, coalesce(r.total_cents, g.total_cents) AS total_cents,
      g.product_name, g.document_date, g.raw_type, r.second_first
    FROM stage.grouped g LEFT JOIN stage.restated_half r ON r.document_number = g.document_number
  ),
  matched AS (
    SELECT c.*, d.document_id AS known_id, d.content_id AS state_content,
      coalesce(s.lines = c.lines AND s.lines_hash = c.lines_hash AND NOT s.derived, false) AS same
    FROM counted c
    LEFT JOIN (SELECT * FROM document WHERE source = ${text(context.source)}) d ON d.document_number = c.document_number
    LEFT JOIN content s ON s.content_id = d.content_id
  )
  SELECT document_number, lines, lines_hash, total_cents, document_date, second_first, known_id IS NULL AS is_new, same,
    coalesce(known_id, (SELECT coalesce(max(document_id), 0) FROM document)
      + row_number() OVER (PARTITION BY known_id IS NULL ORDER BY first_row)) AS document_id,
    CASE WHEN same THEN state_content ELSE (SELECT coalesce(max(content_id), 0) FROM content)
      + row_number() OVER (PARTITION BY same ORDER BY first_row) END AS content_id,
    ${context.documentType} AS document_type, raw_type
  FROM matched`;
}

/** Line kind per distinct product, so that its patterns run once per product and not once per line. */
export function stageProductsSql(context: IntakeContext): string {
  return `CREATE OR REPLACE TABLE stage.product_kind AS
  SELECT product_code, product_name, trim(product_code) AS clean_code, rows, ${context.lineKind} AS line_kind
  FROM (SELECT product_code, product_name, count(*) AS rows FROM stage.line GROUP BY ALL)`;
}

const accepted = (context: IntakeContext) =>
  `${good(context)} AND (d.second_first IS NULL OR l.rowid < d.second_first)`;

/** Writes accounts, documents, contents, lines and versions of the batch. Run inside the transaction. */
export function storeSql(context: IntakeContext): string[] {
  const source = text(context.source);
  const batch = Math.trunc(context.batchNo);
  return [
    `INSERT INTO account SELECT account_id, ${source}, account_key, account_id, true FROM stage.account_key WHERE is_new`,
    `UPDATE account SET live = true WHERE NOT live AND account_id IN (SELECT account_id FROM stage.account_key)`,
    `INSERT INTO document SELECT document_id, ${source}, document_number, content_id FROM stage.doc WHERE is_new`,
    `INSERT INTO content SELECT content_id, document_id, lines, lines_hash, false FROM stage.doc WHERE NOT same`,
    `INSERT INTO document_version SELECT document_id, ${batch}, content_id FROM stage.doc`,
    `INSERT INTO sale_line
    SELECT d.content_id, d.document_id, ${batch}, l.rowid, ${source}, l.document_number, l.line_number, k.account_id,
      l.document_date, d.document_type, p.line_kind, p.clean_code, l.product_name, l.product_group, l.quantity,
      l.unit_price, l.amount_cents, l.cost_cents, l.currency, l.country, l.entry_channel, l.seller, l.original_document
    FROM stage.line l
    JOIN stage.doc d ON d.document_number = l.document_number AND NOT d.same
    JOIN stage.product_kind p
      ON p.product_code IS NOT DISTINCT FROM l.product_code AND p.product_name IS NOT DISTINCT FROM l.product_name
    LEFT JOIN stage.account_key k ON k.account_key = l.account_key
    WHERE ${accepted(context)}`,
    `CREATE OR REPLACE TEMP TABLE incoming AS SELECT document_id, content_id FROM stage.doc WHERE NOT is_new AND NOT same`,
    `CREATE OR REPLACE TEMP TABLE touched AS SELECT document_id FROM incoming`,
  ];
}

/** After the fold: rows by outcome. Merged documents are counted line by line. */
export function intakeCountsSql(context: IntakeContext): string {
  return `WITH by_document AS (
    SELECT CASE WHEN d.is_new THEN 'created' WHEN d.same THEN 'unchanged' ELSE o.outcome END AS outcome, d.lines
    FROM stage.doc d LEFT JOIN outcome o ON o.document_id = d.document_id AND NOT d.is_new AND NOT d.same
  ),
  merged_line AS (
    SELECT CASE WHEN s.h IS NULL THEN 'created' WHEN s.h = n.h THEN 'unchanged' ELSE 'updated' END AS outcome
    FROM differing_line n
    JOIN outcome o ON o.document_id = n.document_id AND o.outcome = 'merged'
    LEFT JOIN differing_line s
      ON s.document_id = n.document_id AND s.line_number = n.line_number AND NOT s.is_incoming
    WHERE n.is_incoming
  )
  SELECT
    coalesce((SELECT sum(lines) FROM by_document WHERE outcome = 'created'), 0)
      + (SELECT count(*) FROM merged_line WHERE outcome = 'created') AS created,
    coalesce((SELECT sum(lines) FROM by_document WHERE outcome = 'replaced'), 0)
      + (SELECT count(*) FROM merged_line WHERE outcome = 'updated') AS updated,
    coalesce((SELECT sum(lines) FROM by_document WHERE outcome IN ('unchanged', 'partial')), 0)
      + (SELECT count(*) FROM merged_line WHERE outcome = 'unchanged') AS unchanged,
    coalesce((SELECT sum(lines) FROM stage.restated_half), 0) AS restated,
    (SELECT count(*) FROM stage.restated_half) AS restated_documents,
    (SELECT count(*) FROM by_document WHERE outcome = 'partial') AS partial_documents,
    (SELECT count(*) FROM stage.line l WHERE NOT (${good(context)})) AS rejected,
    (SELECT count(*) FROM stage.line) AS staged`;
}

/** Lines of the batch per month and document type, whatever became of them but restated and rejected ones. */
export function intakeControlTotalsSql(): string {
  return `SELECT strftime(document_date, '%Y-%m') AS month, document_type, count(*) AS documents,
    sum(lines)::BIGINT AS lines, sum(total_cents)::BIGINT AS amount_cents
  FROM stage.doc GROUP BY ALL ORDER BY ALL`;
}

/** What the file is made of: over all rows, before any rule. Codes count as written, duplicates to the letter. */
export function fileProfileSql(): string {
  return `SELECT
    (SELECT count(*) FROM stage.grouped) AS documents,
    (SELECT count(*) FROM stage.account_key) AS accounts,
    (SELECT count(DISTINCT product_code) FROM stage.product_kind) AS products,
    (SELECT count(*) FROM stage.line l JOIN stage.doc d ON d.document_number = l.document_number
      WHERE d.document_type = 'cancellation') AS cancellation_rows,
    (SELECT coalesce(sum(rows), 0) FROM stage.product_kind WHERE line_kind <> 'product') AS non_product_rows,
    count(DISTINCT country) AS countries, count(*) FILTER (account_key IS NULL) AS rows_without_account,
    count(*) FILTER (product_name IS NULL) AS empty_descriptions,
    count(*) FILTER (quantity < 0) AS negative_quantities, count(*) FILTER (unit_price = 0) AS zero_prices,
    count(*) FILTER (unit_price < 0) AS negative_prices,
    count(*) - count(DISTINCT row_hash) AS exact_duplicate_rows,
    min(document_date)::VARCHAR AS first_date, max(document_date)::VARCHAR AS last_date
  FROM stage.line`;
}

export function currenciesSql(): string {
  return "SELECT currency, count(*) AS lines FROM stage.line GROUP BY currency ORDER BY lines DESC";
}

/** Room for the row number in a place: the day decides, then file order. */
const rowsPerDay = 2 ** 40;

/**
 * Names and countries that only the lines know, as weak statements about the accounts: the latest dated line that says
 * something, then file order. Name and country stand in rows of their own where different lines said them.
 */
export function accountStatementsSql(context: IntakeContext): string {
  const batch = Math.trunc(context.batchNo);
  const said = (place: string, values: string) =>
    `SELECT ${batch}, ${place} % ${rowsPerDay}, 0, DATE '1970-01-01' + (${place} // ${rowsPerDay})::INTEGER, account_id, ${values}
  FROM said`;
  return `INSERT INTO customer_statement (batch_no, row_no, weight, stated_at, account_id, name, country)
  WITH placed AS (
    SELECT k.account_id, l.account_name, l.country,
      (l.document_date - DATE '1970-01-01')::BIGINT * ${rowsPerDay} + l.rowid AS place
    FROM stage.line l JOIN stage.account_key k ON k.account_key = l.account_key
    WHERE ${good(context)} AND (l.account_name IS NOT NULL OR l.country IS NOT NULL)
  ),
  said AS MATERIALIZED (
    SELECT account_id, arg_max(account_name, place) FILTER (account_name IS NOT NULL) AS name,
      max(place) FILTER (account_name IS NOT NULL) AS name_place,
      arg_max(country, place) FILTER (country IS NOT NULL) AS country,
      max(place) FILTER (country IS NOT NULL) AS country_place
    FROM placed GROUP BY account_id
  )
  ${said("name_place", "name, CASE WHEN country_place = name_place THEN country END")} WHERE name_place IS NOT NULL
  UNION ALL
  ${said("country_place", "NULL, country")} WHERE country_place IS DISTINCT FROM name_place AND country_place IS NOT NULL`;
}
