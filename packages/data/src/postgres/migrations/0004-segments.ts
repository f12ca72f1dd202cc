import { type Kysely, type Migration, sql } from "kysely";

/** Definitions of segments: every save is a version; versions are never changed in what they say, only in their state. */
export const segments: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("segment_version")
      .addColumn("code", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("state", "text", (column) =>
        column.notNull().check(sql`state in ('draft', 'active', 'retired')`),
      )
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("definition", "jsonb", (column) => column.notNull())
      .addColumn("action", "text", (column) => column.notNull())
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("segmentation", "text")
      .addColumn("position", "integer", (column) => column.notNull())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn("valid_from", "timestamptz")
      .addColumn("retired_at", "timestamptz")
      .addColumn("override_reason", "text")
      .addColumn("back_test", "jsonb")
      .addPrimaryKeyConstraint("segment_version_key", ["code", "version"])
      .execute();
    // One version of a segment holds at a time, whatever two people do at once.
    await sql`create unique index segment_version_active on segment_version (code) where state = 'active'`.execute(
      db,
    );
  },
};
