/** `snapshot`: what was measured from what; `snapshot_pointer`: which one is valid for a day. */
export function snapshotTablesSql(): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS snapshot (
      snapshot_id VARCHAR NOT NULL,
      as_of DATE NOT NULL,
      facts_version BIGINT NOT NULL,
      parameter_version VARCHAR NOT NULL,
      merge_version BIGINT NOT NULL,
      table_name VARCHAR NOT NULL,
      created_at TIMESTAMP NOT NULL,
      customers BIGINT NOT NULL,
      size_line_cents BIGINT,
      size_line_is_proposal BOOLEAN NOT NULL,
      proposed_line_cents BIGINT,
      steps VARCHAR NOT NULL,
      holds_relations BOOLEAN NOT NULL
    )`,
    "CREATE TABLE IF NOT EXISTS snapshot_pointer (as_of DATE NOT NULL, snapshot_id VARCHAR NOT NULL)",
    "CREATE TABLE IF NOT EXISTS snapshot_leftover (table_name VARCHAR NOT NULL)",
  ];
}
