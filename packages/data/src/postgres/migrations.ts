import { type Kysely, type Migration, type MigrationProvider, sql } from "kysely";
import { captures } from "./migrations/0002-captures.ts";
import { responsibility } from "./migrations/0003-responsibility.ts";
import { segments } from "./migrations/0004-segments.ts";
import { insights } from "./migrations/0005-insights.ts";
import { plans } from "./migrations/0006-plans.ts";
import { overrulings } from "./migrations/0007-overrulings.ts";
import { offers } from "./migrations/0008-offers.ts";
import { decisions } from "./migrations/0009-decisions.ts";

/** One entry a change, never edited after it was released. */
const migrations: Record<string, Migration> = {
  "0001-records": {
    async up(db: Kysely<unknown>): Promise<void> {
      const now = sql`now()`;
      await db.schema
        .createTable("parameter_version")
        .addColumn("code", "text", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("value", "jsonb", (column) => column.notNull())
        .addColumn("author", "text", (column) => column.notNull())
        .addColumn("reason", "text")
        .addColumn("valid_from", "timestamptz", (column) => column.notNull().defaultTo(now))
        .addPrimaryKeyConstraint("parameter_version_key", ["code", "version"])
        .execute();
      await db.schema
        .createTable("saved_mapping")
        .addColumn("shape", "text", (column) => column.primaryKey())
        .addColumn("mapping", "jsonb", (column) => column.notNull())
        .addColumn("file_name", "text", (column) => column.notNull())
        .addColumn("saved_at", "timestamptz", (column) => column.notNull().defaultTo(now))
        .execute();
      await db.schema
        .createTable("saved_view")
        .addColumn("id", "serial", (column) => column.primaryKey())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("page", "text", (column) => column.notNull())
        .addColumn("query", "jsonb", (column) => column.notNull())
        .addColumn("created_at", "timestamptz", (column) => column.notNull().defaultTo(now))
        .execute();
      await db.schema
        .createTable("customer_note")
        .addColumn("source", "text", (column) => column.notNull())
        .addColumn("account_key", "text", (column) => column.notNull())
        .addColumn("text", "text", (column) => column.notNull())
        .addColumn("author", "text", (column) => column.notNull())
        .addColumn("written_at", "timestamptz", (column) => column.notNull().defaultTo(now))
        .addPrimaryKeyConstraint("customer_note_key", ["source", "account_key"])
        .execute();
      await db.schema
        .createTable("unit_decision")
        .addColumn("id", "serial", (column) => column.primaryKey())
        .addColumn("type", "text", (column) =>
          column.notNull().check(sql`type in ('merge', 'reject', 'split')`),
        )
        .addColumn("accounts", "jsonb", (column) => column.notNull())
        .addColumn("decided_by", "text", (column) => column.notNull())
        .addColumn("decided_at", "timestamptz", (column) => column.notNull().defaultTo(now))
        .addColumn("undone_at", "timestamptz")
        .execute();
      await db.schema
        .createTable("control_figure")
        .addColumn("month", "text", (column) => column.notNull())
        .addColumn("document_type", "text", (column) => column.notNull())
        .addColumn("erp_cents", "bigint", (column) => column.notNull())
        .addColumn("entered_by", "text", (column) => column.notNull())
        .addColumn("entered_at", "timestamptz", (column) => column.notNull().defaultTo(now))
        .addPrimaryKeyConstraint("control_figure_key", ["month", "document_type"])
        .execute();
      await db.schema
        .createTable("audit_entry")
        .addColumn("id", "serial", (column) => column.primaryKey())
        .addColumn("at", "timestamptz", (column) => column.notNull().defaultTo(now))
        .addColumn("author", "text", (column) => column.notNull())
        .addColumn("action", "text", (column) => column.notNull())
        .addColumn("subject", "text", (column) => column.notNull())
        .addColumn("detail", "jsonb", (column) => column.notNull())
        .execute();
    },
  },
  "0002-captures": captures,
  "0003-responsibility": responsibility,
  "0004-segments": segments,
  "0005-insights": insights,
  "0006-plans": plans,
  "0007-overrulings": overrulings,
  "0008-offers": offers,
  "0009-decisions": decisions,
};

export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations };
