/**
 * The tables and views of the fact store (DuckDB). Facts are versions: a batch adds contents and statements, nothing is
 * overwritten; what is current is derived and can be computed again from the batches that are not undone.
 * See decisions/0003-documents-are-folds-over-batches.md.
 */

export const schemaVersion = 1;

const tables = [
  `CREATE TABLE IF NOT EXISTS store_state (
    schema_version INTEGER NOT NULL,
    facts_version BIGINT NOT NULL,
    hash_engine VARCHAR NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS batch (
    batch_no INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    file_sha256 VARCHAR NOT NULL,
    file_bytes BIGINT NOT NULL,
    imported_at TIMESTAMP NOT NULL,
    undone BOOLEAN NOT NULL,
    result VARCHAR NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS problem (
    batch_no INTEGER NOT NULL,
    line BIGINT,
    column_name VARCHAR,
    value VARCHAR,
    rule VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    raw VARCHAR,
    message_de VARCHAR
  )`,
  // Stores of an earlier version named problems in English only.
  "ALTER TABLE problem ADD COLUMN IF NOT EXISTS message_de VARCHAR",
  `CREATE TABLE IF NOT EXISTS rejected_total (
    batch_no INTEGER NOT NULL,
    month VARCHAR,
    document_type VARCHAR,
    lines BIGINT NOT NULL,
    amount_cents BIGINT
  )`,
  `CREATE TABLE IF NOT EXISTS account (
    account_id BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    account_key VARCHAR NOT NULL,
    customer_id BIGINT NOT NULL,
    live BOOLEAN NOT NULL
  )`,
  // One row per document number of a source; content_id is the content that counts now, NULL when no live batch has it.
  `CREATE TABLE IF NOT EXISTS document (
    document_id BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    document_number VARCHAR NOT NULL,
    content_id BIGINT
  )`,
  // A content is a multiset of lines; derived = merged by line number from several batches, not delivered by one.
  `CREATE TABLE IF NOT EXISTS content (
    content_id BIGINT NOT NULL,
    document_id BIGINT NOT NULL,
    lines BIGINT NOT NULL,
    lines_hash HUGEINT NOT NULL,
    derived BOOLEAN NOT NULL
  )`,
  // What each batch said of a document; a repeated content is stored once and named by several versions.
  `CREATE TABLE IF NOT EXISTS document_version (
    document_id BIGINT NOT NULL,
    batch_no INTEGER NOT NULL,
    content_id BIGINT NOT NULL
  )`,
  `CREATE TABLE IF NOT EXISTS content_hidden (content_id BIGINT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS sale_line (
    content_id BIGINT NOT NULL,
    document_id BIGINT NOT NULL,
    batch_no INTEGER NOT NULL,
    row_no BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    document_number VARCHAR NOT NULL,
    line_number VARCHAR,
    account_id BIGINT,
    document_date DATE NOT NULL,
    document_type VARCHAR NOT NULL,
    line_kind VARCHAR NOT NULL,
    product_code VARCHAR,
    product_name VARCHAR,
    product_group VARCHAR,
    quantity DECIMAL(18,6),
    unit_price DECIMAL(18,6),
    amount_cents BIGINT NOT NULL,
    cost_cents BIGINT,
    currency VARCHAR,
    country VARCHAR,
    entry_channel VARCHAR,
    seller VARCHAR,
    original_document VARCHAR
  )`,
  `CREATE TABLE IF NOT EXISTS setting (code VARCHAR NOT NULL, value VARCHAR NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS rate (currency VARCHAR NOT NULL, factor DOUBLE NOT NULL)`,
];

const views = [
  // A line without a currency counts as company currency: the store says so as a hint, once per batch.
  `CREATE OR REPLACE VIEW sale_line_current AS
  SELECT l.*, a.customer_id,
    CASE
      WHEN l.currency IS NULL OR r.factor = 1 THEN l.amount_cents
      WHEN r.factor IS NOT NULL THEN CAST(round(l.amount_cents * r.factor) AS BIGINT)
    END AS value_cents,
    CASE
      WHEN l.currency IS NULL OR r.factor = 1 THEN l.cost_cents
      WHEN r.factor IS NOT NULL THEN CAST(round(l.cost_cents * r.factor) AS BIGINT)
    END AS value_cost_cents
  FROM sale_line l
  ANTI JOIN content_hidden h ON h.content_id = l.content_id
  LEFT JOIN account a ON a.account_id = l.account_id
  LEFT JOIN rate r ON r.currency = l.currency`,
];

/** Creates the tables of batches, accounts, documents and lines when they are missing; changes nothing otherwise. */
export function createTablesSql(): string[] {
  return tables;
}

export function createViewsSql(): string[] {
  return views;
}
