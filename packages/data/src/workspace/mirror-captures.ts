import type { DuckDBConnection } from "@duckdb/node-api";
import type { Records } from "../postgres/connect.ts";
import { insertJsonRows } from "./insert-json-rows.ts";

/** Columns of the table beside the account, as the fact store made it. */
const columns = [
  ["activity_key", "VARCHAR"],
  ["source", "VARCHAR"],
  ["account_key", "VARCHAR"],
  ["started_at", "TIMESTAMP"],
  ["activity_type", "VARCHAR"],
  ["role", "VARCHAR"],
  ["person", "VARCHAR"],
  ["minutes", "DOUBLE"],
  ["initiated_by", "VARCHAR"],
  ["reason", "VARCHAR"],
  ["need_field", "VARCHAR"],
  ["channel", "VARCHAR"],
  ["is_solved", "BOOLEAN"],
  ["subject", "VARCHAR"],
  ["next_date", "DATE"],
] as const;

/** Copies the activities that people noted in the app and did not take back; they are facts from then on. */
export async function mirrorCaptures(connection: DuckDBConnection, records: Records): Promise<void> {
  const rows = await records
    .selectFrom("captured_activity")
    .selectAll()
    .where("is_undone", "=", false)
    .orderBy("id")
    .execute();
  const declared = columns.map(([name, type]) => `${name} ${type}`).join(", ");
  await connection.run(`CREATE OR REPLACE TEMP TABLE capture_staged (${declared})`);
  await insertJsonRows(
    connection,
    "capture_staged",
    columns.map(([, type]) => type),
    rows.map((row) => [
      `capture-${row.id}`,
      row.source,
      row.account_key,
      row.started_at,
      row.activity_type,
      row.role,
      row.person,
      row.minutes,
      row.initiated_by,
      row.reason,
      row.need_field,
      row.channel,
      row.is_solved,
      row.subject,
      row.next_date,
    ]),
  );
  const own = columns.map(([name]) => name).filter((name) => name !== "source" && name !== "account_key");
  await connection.run("DELETE FROM captured_activity");
  await connection.run(`INSERT INTO captured_activity (${own.join(", ")}, account_id)
    SELECT ${own.map((name) => `s.${name}`).join(", ")}, a.account_id
    FROM capture_staged s LEFT JOIN account a ON a.source = s.source AND a.account_key = s.account_key`);
  await connection.run("DROP TABLE capture_staged");
}
