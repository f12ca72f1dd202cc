import { type Kysely, type Migration, sql } from "kysely";

/** Insights entered in the app, every change a version; and the decisions they changed, those of imported ones too. */
export const insights: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const now = sql`now()`;
    await db.schema
      .createTable("insight")
      .addColumn("id", "serial", (column) => column.primaryKey())
      .addColumn("stated_on", "text", (column) => column.notNull())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .execute();
    await db.schema
      .createTable("insight_version")
      .addColumn("insight_id", "integer", (column) => column.notNull().references("insight.id"))
      .addColumn("version", "integer", (column) => column.notNull())
      .addColumn("claim", "text", (column) => column.notNull())
      .addColumn("evidence_kind", "text", (column) => column.notNull())
      .addColumn("strength", "text", (column) => column.notNull())
      .addColumn("owner", "text", (column) => column.notNull())
      .addColumn("source", "text")
      .addColumn("expires_on", "text", (column) => column.notNull())
      .addColumn("is_deleted", "boolean", (column) => column.notNull())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addPrimaryKeyConstraint("insight_version_key", ["insight_id", "version"])
      .execute();
    await db.schema
      .createTable("insight_decision")
      .addColumn("id", "serial", (column) => column.primaryKey())
      .addColumn("insight", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("decided_on", "text", (column) => column.notNull())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("undone_at", "timestamptz")
      .execute();
  },
};
