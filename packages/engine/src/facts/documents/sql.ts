/**
 * The fold that decides what a document is: over the batches that are not undone, in their order, each delivered content
 * meets the state so far. Equal multiset: unchanged. Subset: unchanged, partial. Otherwise it replaces the document
 * whole, or line by line where both sides carry unique line numbers. Import runs one step of the fold, undo and redo run
 * it again from the start, so the result is the same as if an undone batch had never been there.
 */

/** The columns of a line that make it equal to another; derived columns (document type, line kind) do not. */
export const lineIdentityColumns = [
  "account_id",
  "document_date",
  "line_number",
  "product_code",
  "product_name",
  "product_group",
  "quantity",
  "unit_price",
  "amount_cents",
  "cost_cents",
  "currency",
  "country",
  "entry_channel",
  "seller",
  "original_document",
] as const;

/** Hash of one line; equal lines give equal hashes. `columns` maps identity columns to other expressions. */
export function lineHashSql(expression: (column: (typeof lineIdentityColumns)[number]) => string): string {
  return `hash(${lineIdentityColumns.map(expression).join(", ")})`;
}

/** Order-free hash of a multiset of lines: the exact sum of the 64-bit line hashes. */
export function multisetHashSql(lineHash: string): string {
  return `sum(${lineHash})::HUGEINT`;
}

const lineColumns = [
  "batch_no",
  "row_no",
  "source",
  "document_number",
  "line_number",
  "account_id",
  "document_date",
  "document_type",
  "line_kind",
  "product_code",
  "product_name",
  "product_group",
  "quantity",
  "unit_price",
  "amount_cents",
  "cost_cents",
  "currency",
  "country",
  "entry_channel",
  "seller",
  "original_document",
];

const storedHash = lineHashSql((column) => column);

/**
 * One step of the fold, in three parts: compare, merge (only where temp table `merged` has rows), settle.
 * Reads the temp table `incoming(document_id, content_id)` and leaves in the temp table `outcome` one row per document:
 * (document_id, before_content, incoming_content, after_content, outcome) with outcome
 * 'created' | 'unchanged' | 'partial' | 'merged' | 'replaced'. Contents of `incoming` are already in `sale_line`.
 */
export function compareSql(): string[] {
  return [
    `CREATE OR REPLACE TEMP TABLE pair AS
    SELECT i.document_id, d.content_id AS before_content, i.content_id AS incoming_content,
      d.content_id IS NOT NULL AND
        (d.content_id = i.content_id OR (b.lines = c.lines AND b.lines_hash = c.lines_hash)) AS same
    FROM incoming i
    JOIN document d USING (document_id)
    JOIN content c ON c.content_id = i.content_id
    LEFT JOIN content b ON b.content_id = d.content_id`,
    `CREATE OR REPLACE TEMP TABLE differing AS
    SELECT document_id, before_content, incoming_content FROM pair WHERE before_content IS NOT NULL AND NOT same`,
    `CREATE OR REPLACE TEMP TABLE differing_line AS
    SELECT x.document_id, x.is_incoming, l.line_number, ${storedHash} AS h, l.rowid AS line_rowid
    FROM (
      SELECT document_id, before_content AS content_id, false AS is_incoming FROM differing
      UNION ALL SELECT document_id, incoming_content, true FROM differing
    ) x
    JOIN sale_line l ON l.content_id = x.content_id`,
    // Compared as multisets of lines, not by hash sums alone: a subset has no line more often than the state.
    `CREATE OR REPLACE TEMP TABLE verdict AS
    WITH counts AS (
      SELECT document_id, h, count(*) FILTER (is_incoming) AS coming, count(*) FILTER (NOT is_incoming) AS stored
      FROM differing_line GROUP BY document_id, h
    ),
    subset AS (SELECT document_id, bool_and(coming <= stored) AS is_subset FROM counts GROUP BY document_id),
    numbered AS (
      SELECT document_id, bool_and(complete) AS by_line FROM (
        SELECT document_id, is_incoming, count(line_number) = count(*) AND count(DISTINCT line_number) = count(*) AS complete
        FROM differing_line GROUP BY document_id, is_incoming
      ) GROUP BY document_id
    )
    SELECT d.*, CASE WHEN s.is_subset THEN 'partial' WHEN n.by_line THEN 'merged' ELSE 'replaced' END AS outcome
    FROM differing d JOIN subset s USING (document_id) JOIN numbered n USING (document_id)`,
    `CREATE OR REPLACE TEMP TABLE merged AS
    SELECT document_id, before_content, incoming_content,
      (SELECT coalesce(max(content_id), 0) FROM content) + row_number() OVER (ORDER BY document_id) AS content_id
    FROM verdict WHERE outcome = 'merged'`,
  ];
}

/** The derived contents of temp table `merged`: the incoming lines, and the known ones whose number is not among them. */
export function mergeSql(): string[] {
  return [
    `INSERT INTO sale_line (content_id, document_id, ${lineColumns.join(", ")})
    SELECT m.content_id, l.document_id, ${lineColumns.map((column) => `l.${column}`).join(", ")}
    FROM merged m JOIN sale_line l ON l.content_id = m.incoming_content
    UNION ALL
    SELECT m.content_id, l.document_id, ${lineColumns.map((column) => `l.${column}`).join(", ")}
    FROM merged m JOIN sale_line l ON l.content_id = m.before_content
    WHERE NOT EXISTS (
      SELECT 1 FROM sale_line n WHERE n.content_id = m.incoming_content AND n.line_number = l.line_number)`,
    // One document, one type: where the delivered parts disagree by their signs, the merged amount decides.
    `UPDATE sale_line SET document_type = t.document_type
    FROM (
      SELECT l.content_id, CASE
          WHEN NOT bool_and(l.document_type IN ('invoice', 'creditNote')) THEN arg_max(l.document_type, l.batch_no)
          WHEN sum(l.amount_cents) < 0 THEN 'creditNote' ELSE 'invoice' END AS document_type
      FROM sale_line l WHERE l.content_id IN (SELECT content_id FROM merged)
      GROUP BY l.content_id HAVING count(DISTINCT l.document_type) > 1
    ) t WHERE t.content_id = sale_line.content_id`,
    `INSERT INTO content
    SELECT l.content_id, any_value(l.document_id), count(*), ${multisetHashSql(storedHash)}, true
    FROM sale_line l WHERE l.content_id IN (SELECT content_id FROM merged) GROUP BY l.content_id`,
  ];
}

/** What became of each document, and its state from now on. */
export function settleSql(): string[] {
  return [
    `CREATE OR REPLACE TEMP TABLE outcome AS
    SELECT p.document_id, p.before_content, p.incoming_content,
      CASE
        WHEN p.before_content IS NULL THEN p.incoming_content
        WHEN p.same OR v.outcome = 'partial' THEN p.before_content
        WHEN v.outcome = 'merged' THEN m.content_id
        ELSE p.incoming_content
      END AS after_content,
      CASE WHEN p.before_content IS NULL THEN 'created' WHEN p.same THEN 'unchanged' ELSE v.outcome END AS outcome
    FROM pair p
    LEFT JOIN verdict v USING (document_id)
    LEFT JOIN merged m USING (document_id)`,
    `UPDATE document SET content_id = o.after_content
    FROM (SELECT document_id, after_content FROM outcome WHERE before_content IS DISTINCT FROM after_content) o
    WHERE document.document_id = o.document_id`,
  ];
}

/** Hides every content of the documents in temp table `touched(document_id)` that is not their current one. */
export function hideSupersededSql(): string[] {
  return [
    `DELETE FROM content_hidden WHERE content_id IN
      (SELECT content_id FROM content WHERE document_id IN (SELECT document_id FROM touched))`,
    `INSERT INTO content_hidden
    SELECT c.content_id FROM content c
    JOIN touched USING (document_id)
    JOIN document d USING (document_id)
    WHERE d.content_id IS DISTINCT FROM c.content_id`,
  ];
}

/** Before a fold from the start: forget the state and the merged contents of the documents in `touched`. */
export function resetDocumentsSql(): string[] {
  return [
    `UPDATE document SET content_id = NULL WHERE document_id IN (SELECT document_id FROM touched)`,
    `CREATE OR REPLACE TEMP TABLE forgotten AS
    SELECT content_id FROM content WHERE derived AND document_id IN (SELECT document_id FROM touched)`,
    `DELETE FROM sale_line WHERE content_id IN (SELECT content_id FROM forgotten)`,
    `DELETE FROM content_hidden WHERE content_id IN (SELECT content_id FROM forgotten)`,
    `DELETE FROM content WHERE content_id IN (SELECT content_id FROM forgotten)`,
  ];
}

/** Live versions of the touched documents, ranked by batch: step r of the fold takes the rows with rank r. */
export function rankedVersionsSql(): string {
  return `CREATE OR REPLACE TEMP TABLE ranked_version AS
  SELECT v.document_id, v.content_id, row_number() OVER (PARTITION BY v.document_id ORDER BY v.batch_no) AS step
  FROM document_version v
  JOIN touched USING (document_id)
  JOIN batch b ON b.batch_no = v.batch_no AND NOT b.undone`;
}

export function incomingOfStepSql(step: number): string {
  return `CREATE OR REPLACE TEMP TABLE incoming AS
  SELECT document_id, content_id FROM ranked_version WHERE step = ${Math.trunc(step)}`;
}

/** When DuckDB itself changed, its hash function may have too: all hashes are computed again from the lines. */
export function rehashSql(): string {
  return `UPDATE content SET lines_hash = n.lines_hash
  FROM (SELECT content_id, ${multisetHashSql(storedHash)} AS lines_hash FROM sale_line GROUP BY content_id) n
  WHERE content.content_id = n.content_id`;
}
