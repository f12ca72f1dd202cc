import { type Kysely, type Migration, sql } from "kysely";

/** Activities that people note in the app, and time samples. */
export const captures: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const now = sql`now()`;
    await db.schema
      .createTable("captured_activity")
      .addColumn("id", "serial", (column) => column.primaryKey())
      .addColumn("source", "text")
      .addColumn("account_key", "text")
      .addColumn("started_at", "text", (column) => column.notNull())
      .addColumn("activity_type", "text", (column) => column.notNull())
      .addColumn("role", "text")
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("minutes", "double precision", (column) => column.check(sql`minutes >= 0`))
      .addColumn("initiated_by", "text")
      .addColumn("reason", "text")
      .addColumn("need_field", "text")
      .addColumn("channel", "text")
      .addColumn("is_solved", "boolean")
      .addColumn("subject", "text")
      .addColumn("next_date", "text")
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("revision", "integer", (column) => column.notNull().defaultTo(1))
      .addColumn("is_undone", "boolean", (column) => column.notNull().defaultTo(false))
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .execute();
    await db.schema
      .createTable("sampling_campaign")
      .addColumn("id", "serial", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("from_day", "text", (column) => column.notNull())
      .addColumn("to_day", "text", (column) => column.notNull())
      .addColumn("people", "jsonb", (column) => column.notNull())
      .addColumn("prompts_per_day", "integer", (column) => column.notNull())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("is_undone", "boolean", (column) => column.notNull().defaultTo(false))
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .execute();
    await db.schema
      .createTable("time_sample")
      .addColumn("id", "serial", (column) => column.primaryKey())
      .addColumn("campaign_id", "integer", (column) => column.notNull().references("sampling_campaign.id"))
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("role", "text", (column) => column.notNull())
      .addColumn("at", "text", (column) => column.notNull())
      .addColumn("activity", "text")
      .addColumn("source", "text")
      .addColumn("account_key", "text")
      .addColumn("minutes", "double precision", (column) => column.check(sql`minutes >= 0`))
      .addColumn("reason", "text")
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("is_undone", "boolean", (column) => column.notNull().defaultTo(false))
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .execute();
    await db.schema.createIndex("time_sample_campaign").on("time_sample").column("campaign_id").execute();
  },
};
