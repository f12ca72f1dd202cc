import { type Kysely, type Migration, sql } from "kysely";

/** Exceptions to the rules of responsibility: one decision for one or many customers; handovers with note and time. */
export const responsibility: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const now = sql`now()`;
    await db.schema
      .createTable("responsibility_decision")
      .addColumn("id", "serial", (column) => column.primaryKey())
      .addColumn("kind", "text", (column) =>
        column.notNull().check(sql`kind in ('assign', 'legitimate', 'handover')`),
      )
      .addColumn("type", "text", (column) =>
        column.check(sql`type in ('person', 'pool', 'partner', 'ownUnit')`),
      )
      .addColumn("name", "text")
      .addColumn("category", "text")
      .addColumn("role", "text")
      .addColumn("reason", "text")
      .addColumn("made_by", "text", (column) => column.notNull())
      .addColumn("made_at", "timestamptz", (column) => column.notNull().defaultTo(now))
      .addColumn("undone_at", "timestamptz")
      .execute();
    await db.schema
      .createTable("responsibility_exception")
      .addColumn("decision_id", "integer", (column) =>
        column.notNull().references("responsibility_decision.id"),
      )
      .addColumn("source", "text", (column) => column.notNull())
      .addColumn("account_key", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("responsibility_exception_key", ["decision_id", "source", "account_key"])
      .execute();
    await db.schema
      .createTable("responsibility_handover")
      .addColumn("decision_id", "integer", (column) =>
        column.primaryKey().references("responsibility_decision.id"),
      )
      .addColumn("from_name", "text")
      .addColumn("agreed_at", "text", (column) => column.notNull())
      .addColumn("note", "text", (column) => column.notNull())
      .execute();
  },
};
