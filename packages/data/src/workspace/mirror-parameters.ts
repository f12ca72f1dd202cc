import type { DuckDBConnection } from "@duckdb/node-api";
import { all } from "../duckdb/connect.ts";
import type { Records } from "../postgres/connect.ts";

/** `setting` holds the values (JSON), also those of others than parameters; `setting_origin` who set a parameter and when. */
export function parameterMirrorTablesSql(): string[] {
  return [
    "CREATE TABLE IF NOT EXISTS setting (code VARCHAR NOT NULL, value VARCHAR NOT NULL)",
    "CREATE TABLE IF NOT EXISTS rate (currency VARCHAR NOT NULL, factor DOUBLE NOT NULL)",
    `CREATE TABLE IF NOT EXISTS setting_origin (code VARCHAR NOT NULL, version INTEGER NOT NULL, author VARCHAR NOT NULL,
      reason VARCHAR, valid_from VARCHAR)`,
  ];
}

export interface SettingRow {
  readonly code: string;
  readonly value: unknown;
  /** Counted from 1. */
  readonly version: number;
  readonly author: string;
  readonly reason: string | null;
  /** ISO instant. */
  readonly validFrom: string | null;
}

export async function readSettings(connection: DuckDBConnection): Promise<SettingRow[]> {
  const rows = await all<Omit<SettingRow, "value"> & { value: string }>(
    connection,
    `SELECT s.code, s.value, o.version, o.author, o.reason, o.valid_from AS "validFrom"
    FROM setting s JOIN setting_origin o ON o.code = s.code`,
  );
  return rows.map((row) => ({ ...row, value: JSON.parse(row.value) as unknown }));
}

/** Copies the newest version of each parameter. */
export async function mirrorParameters(connection: DuckDBConnection, records: Records): Promise<void> {
  const newest = await records
    .selectFrom("parameter_version")
    .distinctOn("code")
    .selectAll()
    .orderBy("code")
    .orderBy("version", "desc")
    .execute();
  for (const { code, value, version, author, reason, valid_from } of newest) {
    const validFrom = new Date(valid_from).toISOString();
    await writeSetting(connection, { code, value: value.value, version, author, reason, validFrom });
  }
  await mirrorRates(connection);
}

export async function writeSetting(connection: DuckDBConnection, row: SettingRow): Promise<void> {
  await connection.run("DELETE FROM setting WHERE code = ?", [row.code]);
  await connection.run("DELETE FROM setting_origin WHERE code = ?", [row.code]);
  await connection.run("INSERT INTO setting VALUES (?, ?)", [row.code, JSON.stringify(row.value)]);
  await connection.run("INSERT INTO setting_origin VALUES (?, ?, ?, ?, ?)", [
    row.code,
    row.version,
    row.author,
    row.reason,
    row.validFrom,
  ]);
}

/** Makes `rate` say what the settings say: the company currency with factor 1, and the entered rates. */
export async function mirrorRates(connection: DuckDBConnection): Promise<void> {
  const settings = new Map((await readSettings(connection)).map(({ code, value }) => [code, value]));
  const currency = settings.get("company.currency");
  const rates = settings.get("company.rates");
  await connection.run("DELETE FROM rate");
  // Rates are into the company currency; without one they mean nothing.
  if (typeof currency !== "string") return;
  const factors = new Map<string, number>();
  if (typeof rates === "object" && rates !== null) {
    for (const [code, factor] of Object.entries(rates)) factors.set(code, Number(factor));
  }
  factors.set(currency, 1);
  for (const [code, factor] of factors) {
    await connection.run("INSERT INTO rate VALUES (?, ?)", [code, factor]);
  }
}
