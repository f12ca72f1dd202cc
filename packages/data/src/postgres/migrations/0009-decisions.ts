import { type Kysely, type Migration, sql } from "kysely";

/**
 * Registers that people keep: what is known of service elements, practices that moved, deviations, decisions and their
 * reviews. Entries are only added; a correction is an entry that names the one it corrects, and taking back is a date.
 */
export const decisions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("register_entry")
      .addColumn("id", "serial", (column) => column.primaryKey())
      .addColumn("register", "text", (column) =>
        column.notNull().check(sql`register in ('element', 'transfer', 'deviation', 'decision', 'review')`),
      )
      .addColumn("content", "jsonb", (column) => column.notNull())
      .addColumn("corrects", "integer", (column) => column.references("register_entry.id"))
      .addColumn("author", "text", (column) => column.notNull())
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn("undone_at", "timestamptz")
      .execute();
    await sql`create index register_entry_register on register_entry (register, id)`.execute(db);
  },
};
