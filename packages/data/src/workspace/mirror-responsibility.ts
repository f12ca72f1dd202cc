import type { DuckDBConnection } from "@duckdb/node-api";
import type { Records } from "../postgres/connect.ts";
import { insertJsonRows } from "./insert-json-rows.ts";

/**
 * Exceptions that stand, the newest per account: `responsibility_exception` who is responsible, `leak_exception` where use of
 * specialists is wanted (role NULL: of all). Accounts by name, because an import may bring one later.
 */
export function responsibilityMirrorTablesSql(): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS responsibility_exception (decision_id INTEGER NOT NULL, source VARCHAR NOT NULL,
      account_key VARCHAR NOT NULL, type VARCHAR NOT NULL, name VARCHAR NOT NULL, category VARCHAR)`,
    `CREATE TABLE IF NOT EXISTS leak_exception (decision_id INTEGER NOT NULL, source VARCHAR NOT NULL,
      account_key VARCHAR NOT NULL, role VARCHAR)`,
  ];
}

export async function mirrorResponsibility(connection: DuckDBConnection, records: Records): Promise<void> {
  const standing = records
    .selectFrom("responsibility_exception as e")
    .innerJoin("responsibility_decision as d", "d.id", "e.decision_id")
    .where("d.undone_at", "is", null);
  const assigned = await standing
    .where("d.kind", "in", ["assign", "handover"])
    .distinctOn(["e.source", "e.account_key"])
    .select(["d.id", "e.source", "e.account_key", "d.type", "d.name", "d.category"])
    .orderBy("e.source")
    .orderBy("e.account_key")
    .orderBy("d.id", "desc")
    .execute();
  const wanted = await standing
    .where("d.kind", "=", "legitimate")
    .select(["d.id", "e.source", "e.account_key", "d.role"])
    .execute();
  await connection.run("DELETE FROM responsibility_exception");
  await connection.run("DELETE FROM leak_exception");
  await insertJsonRows(
    connection,
    "responsibility_exception",
    ["INTEGER", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"],
    assigned.map(({ id, source, account_key, type, name, category }) => [
      id,
      source,
      account_key,
      type,
      name,
      category,
    ]),
  );
  await insertJsonRows(
    connection,
    "leak_exception",
    ["INTEGER", "VARCHAR", "VARCHAR", "VARCHAR"],
    wanted.map(({ id, source, account_key, role }) => [id, source, account_key, role]),
  );
}
