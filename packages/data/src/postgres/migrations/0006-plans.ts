import { type Kysely, type Migration, sql } from "kysely";

/** Plans of the programme: every save is a version; versions are never changed in what they say, only in their state. */
export const plans: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("plan")
      .addColumn("id", "serial", (column) => column.primaryKey())
      .addColumn("copied_from", "integer")
      .addColumn("copied_version", "integer")
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
    await db.schema
      .createTable("plan_version")
      .addColumn("plan_id", "integer", (column) => column.notNull().references("plan.id"))
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("state", "text", (column) =>
        column.notNull().check(sql`state in ('draft', 'active', 'ended')`),
      )
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("plan", "jsonb", (column) => column.notNull())
      .addColumn("made_on", "text")
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("reason", "text")
      .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn("activated_at", "timestamptz")
      .addColumn("ended_at", "timestamptz")
      .addColumn("override", "jsonb")
      .addPrimaryKeyConstraint("plan_version_key", ["plan_id", "version"])
      .execute();
    // One plan holds at a time, whatever two people do at once.
    await sql`create unique index plan_version_active on plan_version (state) where state = 'active'`.execute(
      db,
    );
  },
};
