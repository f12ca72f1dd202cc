import { packLevelsSql } from "./agreement-pattern.ts";
import type { BlockingRule } from "./blocking-rules.ts";
import type { Comparison, MatchField } from "./comparison.ts";

/** Each account of an oversized block is compared with so many next ones in name order. */
export const neighboursCompared = 5;

/** Numbered copy of `account_current`, so that a view is evaluated once and can be read in slices. */
export const createSourceSql = `CREATE OR REPLACE TEMP TABLE match_source AS
SELECT (row_number() OVER (ORDER BY account_id) - 1)::INTEGER AS rn,
  account_id, name, name2, street, postcode, city, country, phone, email, website, vat_id, legal_form
FROM account_current
ORDER BY account_id`;

/** Accounts `from` ≤ rn < `to`, in the column order of `MatchInput`. */
export function readSourceSql(from: number, to: number): string {
  return `SELECT rn, name, name2, street, postcode, city, country, phone, email, website, vat_id, legal_form
FROM match_source WHERE rn >= ${from} AND rn < ${to} ORDER BY rn`;
}

/** Columns of the staging table, in order: rn, then the fields of `MatchRecord`. */
export const normalisedColumns = [
  ...[
    "name_compact",
    "name_sorted",
    "name_sounds",
    "trade_words",
    "legal_form",
    "postcode",
    "city",
    "street",
    "house",
  ],
  ...["phone", "email", "domain", "vat_id", "vat_id_status"],
] as const;

export const createNormalisedSql = `CREATE OR REPLACE TEMP TABLE match_normalised (rn INTEGER, ${normalisedColumns
  .map((column) => `${column} VARCHAR`)
  .join(", ")})`;

const termShareCte = (column: string): string => `${column}_term AS (
  SELECT ${column}, count(*) AS accounts, count(*) / sum(count(*)) OVER () AS share
  FROM match_normalised WHERE ${column} IS NOT NULL GROUP BY ${column}
)`;

/** The records that are compared: normalised fields, words as a list, and how frequent name, phone and domain are. */
export const createRecordSql = `CREATE OR REPLACE TEMP TABLE match_record AS
WITH ${["name_sorted", "phone", "domain"].map(termShareCte).join(",\n")}
SELECT n.*, string_split(n.name_sorted, ' ') AS name_words,
  nt.share AS name_share, pt.share AS phone_share, dt.share AS domain_share
FROM match_normalised n
LEFT JOIN name_sorted_term nt USING (name_sorted)
LEFT JOIN phone_term pt USING (phone)
LEFT JOIN domain_term dt USING (domain)
ORDER BY n.rn`;

export const createCandidateTableSql = "CREATE OR REPLACE TEMP TABLE match_candidate_found (pair UBIGINT)";

/** A pair as one number, the smaller record number in front. */
const pairSql = (a: string, b: string): string =>
  `(least(${a}, ${b})::UBIGINT * 4294967296 + greatest(${a}, ${b})::UBIGINT)`;

/**
 * The blocks of one rule in `match_block(rn, block, label, size, handling)`: `whole`, `divided` (part of a block that
 * was too large) or `neighboursOnly` (a part still too large, or one that the rule cannot divide). Blocks of one
 * account are dropped.
 */
export function createBlocksSql(rule: BlockingRule): string {
  const source = rule.from === undefined ? "match_record r" : `match_record r, ${rule.from}`;
  return `CREATE OR REPLACE TEMP TABLE match_block AS
WITH member AS (
  SELECT DISTINCT r.rn, ${rule.key} AS key, ${rule.refine ?? "NULL::VARCHAR"} AS part FROM ${source} WHERE ${rule.key} IS NOT NULL
), sized AS (
  SELECT key, count(*) AS size FROM member GROUP BY key HAVING count(*) > 1
), large AS (
  SELECT m.rn, m.key, m.part FROM member m JOIN sized s USING (key) WHERE s.size > ${rule.largestBlock}
), large_part AS (
  SELECT key, part, count(*) AS size FROM large GROUP BY key, part HAVING count(*) > 1
)
SELECT m.rn, hash(m.key) AS block, m.key AS label, s.size, 'whole' AS handling
FROM member m JOIN sized s USING (key) WHERE s.size <= ${rule.largestBlock}
UNION ALL
SELECT l.rn, hash(l.key, l.part), concat_ws('|', l.key, coalesce(l.part, '–')), p.size,
  CASE WHEN p.size <= ${rule.largestBlock} THEN 'divided' ELSE 'neighboursOnly' END
FROM large l JOIN large_part p ON l.key = p.key AND l.part IS NOT DISTINCT FROM p.part`;
}

/** Adds all pairs of the blocks that are small enough. */
export const addPairsOfBlocksSql = `INSERT INTO match_candidate_found
SELECT ${pairSql("a.rn", "b.rn")}
FROM match_block a JOIN match_block b ON a.block = b.block AND a.rn < b.rn
WHERE a.handling <> 'neighboursOnly' AND b.handling <> 'neighboursOnly'`;

/** Adds, within oversized blocks, the pairs of neighbours in the order of name and address. */
export const addPairsOfNeighboursSql = `INSERT INTO match_candidate_found
WITH placed AS (
  SELECT k.rn, k.block,
    row_number() OVER (PARTITION BY k.block ORDER BY r.name_sorted, r.postcode, r.street, r.house, k.rn) AS place
  FROM match_block k JOIN match_record r USING (rn) WHERE k.handling = 'neighboursOnly'
), stepped AS (
  SELECT rn, block, place, unnest(range(1, ${neighboursCompared + 1})) AS step FROM placed
)
SELECT ${pairSql("a.rn", "b.rn")}
FROM stepped a JOIN placed b ON a.block = b.block AND b.place = a.place + a.step`;

/** Blocks by handling: how many, how many accounts, and how many pairs were not compared. */
export const summariseBlocksSql = `WITH block AS (
  SELECT block, handling, any_value(size) AS size FROM match_block GROUP BY block, handling
)
SELECT handling, count(*)::DOUBLE AS blocks, sum(size)::DOUBLE AS accounts,
  sum(CASE WHEN handling = 'neighboursOnly' THEN ${pairsNotComparedSql("size")} ELSE 0 END)::DOUBLE AS pairs_skipped
FROM block GROUP BY handling`;

/** The largest oversized blocks, largest first. */
export function listOversizedBlocksSql(limit: number): string {
  return `SELECT any_value(label) AS label, any_value(size)::DOUBLE AS size,
  any_value(${pairsNotComparedSql("size")})::DOUBLE AS pairs_skipped
FROM match_block WHERE handling = 'neighboursOnly' GROUP BY block ORDER BY size DESC, label LIMIT ${limit}`;
}

/** n(n−1)/2 pairs less the k·n − k(k+1)/2 pairs of neighbours. */
function pairsNotComparedSql(size: string): string {
  const k = neighboursCompared;
  return `greatest(0, ${size} * (${size} - 1) / 2 - (${k} * ${size} - ${(k * (k + 1)) / 2}))`;
}

/** SQL for the level of one comparison: 0 unknown, 1… the levels in order. */
function levelSql(comparison: Comparison, a: string, b: string): string {
  const cases = comparison.levels.map((level, index) => `WHEN ${level.sql(a, b)} THEN ${index + 1}`);
  return `CASE WHEN NOT (${comparison.knownSql(a, b)}) THEN 0 ${cases.join(" ")} END`;
}

function patternSql(comparisons: readonly Comparison[]): string {
  return packLevelsSql(comparisons.map((comparison) => levelSql(comparison, "ra", "rb")));
}

/** Each candidate once, with its agreement pattern: `match_candidate(a, b, pattern)`; a and b are record numbers. */
export function createCandidatesSql(comparisons: readonly Comparison[]): string {
  return `CREATE OR REPLACE TEMP TABLE match_candidate AS
WITH pair AS (
  SELECT DISTINCT pair FROM match_candidate_found
), numbered AS (
  SELECT (pair // 4294967296)::INTEGER AS a, (pair % 4294967296)::INTEGER AS b FROM pair
)
SELECT p.a, p.b, (${patternSql(comparisons)})::INTEGER AS pattern
FROM numbered p JOIN match_record ra ON ra.rn = p.a JOIN match_record rb ON rb.rn = p.b`;
}

export const countPatternsSql =
  "SELECT pattern, count(*)::DOUBLE AS pairs FROM match_candidate GROUP BY pattern ORDER BY pattern";

/**
 * Patterns of pairs taken at random but repeatably: record i with record (i + offset) mod n for fixed offsets. They
 * show how often different firms agree by chance.
 */
export function countRandomPatternsSql(
  comparisons: readonly Comparison[],
  records: number,
  pairs: number,
): string {
  const perRecord = Math.max(1, Math.min(records - 1, Math.round(pairs / records)));
  const sampled = Math.min(records, Math.ceil(pairs / perRecord));
  const stride = Math.max(1, Math.floor(records / (perRecord + 1)));
  const everyNth = Math.max(1, Math.floor(records / sampled));
  return `WITH pair AS (
  SELECT rn AS a, ((rn + step * ${stride} + (rn * 7 + step * 13) % ${stride}) % ${records})::INTEGER AS b
  FROM (SELECT rn, unnest(range(1, ${perRecord + 1})) AS step FROM match_record WHERE rn % ${everyNth} = 0)
)
SELECT (${patternSql(comparisons)})::INTEGER AS pattern, count(*)::DOUBLE AS pairs
FROM pair p JOIN match_record ra ON ra.rn = p.a JOIN match_record rb ON rb.rn = p.b
WHERE p.a <> p.b GROUP BY pattern ORDER BY pattern`;
}

/** The candidates of the given patterns, numbered, so that they can be read in slices. */
export function createPromisingSql(patterns: readonly number[]): string {
  const chosen = patterns.length === 0 ? "NULL" : patterns.join(", ");
  return `CREATE OR REPLACE TEMP TABLE match_promising AS
SELECT (row_number() OVER (ORDER BY a, b) - 1)::INTEGER AS place, a, b, pattern
FROM match_candidate WHERE pattern IN (${chosen}) ORDER BY a, b`;
}

/** What a person sees of each field, as imported where the import says it. */
const shownFields: readonly { readonly field: MatchField; readonly sql: (side: string) => string }[] = [
  { field: "name", sql: (side) => `s${side}.name` },
  { field: "tradeWords", sql: (side) => `r${side}.trade_words` },
  { field: "legalForm", sql: (side) => `coalesce(s${side}.legal_form, r${side}.legal_form)` },
  {
    field: "address",
    sql: (side) =>
      `nullif(concat_ws(', ', s${side}.street, nullif(concat_ws(' ', s${side}.postcode, s${side}.city), '')), '')`,
  },
  { field: "phone", sql: (side) => `s${side}.phone` },
  { field: "mail", sql: (side) => `coalesce(s${side}.email, s${side}.website)` },
  { field: "vatId", sql: (side) => `s${side}.vat_id` },
];

/**
 * Promising pairs `from` ≤ place < `to`: both account ids, pattern, frequencies of name, phone and domain, then the
 * shown values of a and b in the order of `shownFieldOrder`.
 */
export function readPromisingSql(from: number, to: number): string {
  const shown = ["a", "b"].flatMap((side) => shownFields.map(({ sql }) => sql(side)));
  return `SELECT sa.account_id, sb.account_id, p.pattern,
  greatest(ra.name_share, rb.name_share), ra.phone_share, ra.domain_share,
  ${shown.join(",\n  ")}
FROM match_promising p
JOIN match_source sa ON sa.rn = p.a JOIN match_source sb ON sb.rn = p.b
JOIN match_record ra ON ra.rn = p.a JOIN match_record rb ON rb.rn = p.b
WHERE p.place >= ${from} AND p.place < ${to} ORDER BY p.place`;
}

export const shownFieldOrder: readonly MatchField[] = shownFields.map(({ field }) => field);

export const createResultSql = `CREATE OR REPLACE TEMP TABLE match_result (
  account_a BIGINT, account_b BIGINT, probability DOUBLE, weight_bits DOUBLE, evidence VARCHAR
)`;

/** The one statement that replaces the previous result; until then it stays untouched. */
export const publishResultSql = `CREATE OR REPLACE TABLE match_pair AS
SELECT account_a, account_b, probability, weight_bits, evidence
FROM match_result ORDER BY weight_bits DESC, account_a, account_b`;

/** Working tables, dropped at the end or after a failure. */
export const dropWorkingTablesSql = [
  ...[
    "match_source",
    "match_normalised",
    "match_record",
    "match_candidate_found",
    "match_block",
    "match_candidate",
  ],
  ...["match_promising", "match_result"],
]
  .map((table) => `DROP TABLE IF EXISTS temp.${table}`)
  .join("; ");
