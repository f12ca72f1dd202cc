import { type Kysely, type Migration, sql } from "kysely";

/** Lean offers: every save is a version; what a version says never changes, only its state. */
export const offers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("lean_offer_version")
      .addColumn("code", "text", (column) => column.notNull())
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("state", "text", (column) =>
        column.notNull().check(sql`state in ('draft', 'published', 'retired')`),
      )
      .addColumn("content", "jsonb", (column) => column.notNull())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn("published_on", "text")
      .addColumn("override_reason", "text")
      .addPrimaryKeyConstraint("lean_offer_version_key", ["code", "version"])
      .execute();
    // One version of an offer is published at a time, whatever two people do at once.
    await sql`create unique index lean_offer_published on lean_offer_version (code) where state = 'published'`.execute(
      db,
    );
  },
};
