/**
 * Records as text: one line of JSON a table, rows in Postgres' own JSON form. A backup of the embedded database can thus
 * go into a server and back, and into a later version with more columns.
 */
import { sql } from "kysely";
import type { Records } from "../postgres/connect.ts";

export interface RecordsDump {
  /** Name of the newest migration, e.g. `0001-records`. */
  readonly migration: string;
  /** Rows per table. */
  readonly counts: Readonly<Record<string, number>>;
  readonly text: string;
}

/** All tables at one instant. */
export async function dumpRecords(records: Records): Promise<RecordsDump> {
  return records
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const tables = await tableNames(tx);
      const counts: Record<string, number> = {};
      const lines: string[] = [];
      for (const table of tables) {
        const columns = await columnNames(tx, table);
        const { rows } = await sql<{ count: string; data: string }>`
        select count(*) as count, coalesce(json_agg(t)::text, '[]') as data from ${sql.table(table)} t
      `.execute(tx);
        counts[table] = Number(rows[0]?.count ?? 0);
        // The rows go through untouched, so that no number passes through a float.
        lines.push(
          `{"table":${JSON.stringify(table)},"columns":${JSON.stringify(columns)},"rows":${oneLine(rows[0]?.data ?? "[]")}}`,
        );
      }
      return { migration: await newestMigration(tx), counts, text: `${lines.join("\n")}\n` };
    });
}

/** json_agg breaks lines between rows; inside of strings line breaks are escaped. */
const oneLine = (json: string) => json.replaceAll("\n", " ");

/** Fills the empty tables of fresh records. Tables and columns that a later version dropped are left out. */
export async function loadRecords(records: Records, text: string): Promise<void> {
  await records.transaction().execute(async (tx) => {
    const known = new Set(await tableNames(tx));
    for (const line of text.split("\n")) {
      if (line === "") continue;
      const { table, columns } = JSON.parse(line) as { table: string; columns: string[] };
      if (!known.has(table)) continue;
      const present = new Set(await columnNames(tx, table));
      const names = sql.join(
        columns.filter((column) => present.has(column)).map((column) => sql.ref(column)),
      );
      await sql`
        insert into ${sql.table(table)} (${names})
        select ${names} from json_populate_recordset(null::${sql.table(table)}, ${line}::json -> 'rows')
      `.execute(tx);
      await continueSerials(tx, table);
    }
  });
}

/** New rows get numbers after the restored ones. */
async function continueSerials(tx: Records, table: string): Promise<void> {
  const { rows } = await sql<{ column_name: string }>`
    select column_name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_default like 'nextval(%'
  `.execute(tx);
  for (const { column_name } of rows) {
    await sql`
      select setval(pg_get_serial_sequence(${table}, ${column_name}),
        greatest(1, (select coalesce(max(${sql.ref(column_name)}), 0) from ${sql.table(table)})),
        (select count(*) > 0 from ${sql.table(table)}))
    `.execute(tx);
  }
}

async function tableNames(tx: Records): Promise<string[]> {
  const { rows } = await sql<{ table_name: string }>`
    select table_name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%' order by table_name
  `.execute(tx);
  return rows.map((row) => row.table_name);
}

async function columnNames(tx: Records, table: string): Promise<string[]> {
  const { rows } = await sql<{ column_name: string }>`
    select column_name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} order by ordinal_position
  `.execute(tx);
  return rows.map((row) => row.column_name);
}

export async function newestMigration(tx: Records): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name desc limit 1
  `.execute(tx);
  return rows[0]?.name ?? "";
}
