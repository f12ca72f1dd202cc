import { type Kysely, type Migration, sql } from "kysely";

/** Findings that a person overruled: with what was said then, so that a review can tell what became of it. */
export const overrulings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("overruling")
      .addColumn("id", "serial", (column) => column.primaryKey())
      // No foreign key: a backup is loaded table by table in the order of their names, and "plan" comes after.
      .addColumn("plan_id", "integer", (column) => column.notNull())
      .addColumn("plan_version", "integer", (column) => column.notNull())
      .addColumn("rule", "text", (column) => column.notNull())
      .addColumn("rule_version", "integer", (column) => column.notNull())
      .addColumn("segment", "text", (column) => column.notNull())
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("approver", "text", (column) => column.notNull())
      .addColumn("review_on", "text", (column) => column.notNull())
      .addColumn("finding", "jsonb", (column) => column.notNull())
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn("undone_at", "timestamptz")
      .execute();
    await sql`create index overruling_plan on overruling (plan_id) where undone_at is null`.execute(db);
  },
};
