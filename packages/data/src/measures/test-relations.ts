/** Small fact relations in memory, of the shape of `facts/relations.ts`, for tests and benchmarks. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { openDuckDb } from "../duckdb/connect.ts";
import { responsibilityMirrorTablesSql } from "../workspace/mirror-responsibility.ts";
import { eventTables } from "./test-event-tables.ts";

export interface TestLine {
  readonly documentId: number;
  readonly customerId: number | null;
  readonly date: string;
  readonly documentType?: string;
  readonly lineKind?: string;
  readonly productCode?: string | null;
  readonly productGroup?: string | null;
  readonly quantity?: number;
  /** Null: no rate, the line stays unconverted. */
  readonly valueCents: number | null;
  readonly costCents?: number | null;
  readonly country?: string | null;
  readonly batchNo?: number;
}

export interface TestAccount {
  readonly accountId: number;
  readonly customerId?: number;
  readonly accountKey?: string;
  readonly name?: string;
  readonly city?: string;
  readonly phone?: string;
  readonly branch?: string;
}

export const relationTables = [
  `CREATE TABLE sale_line_current (
    content_id BIGINT, document_id BIGINT, source VARCHAR, document_number VARCHAR, row_no BIGINT, batch_no INTEGER,
    account_id BIGINT, customer_id BIGINT, document_date DATE, document_type VARCHAR, line_kind VARCHAR,
    product_code VARCHAR, product_name VARCHAR, product_group VARCHAR, quantity DECIMAL(18,6), unit_price DECIMAL(18,6),
    amount_cents BIGINT, cost_cents BIGINT, currency VARCHAR, country VARCHAR, entry_channel VARCHAR,
    value_cents BIGINT, value_cost_cents BIGINT
  )`,
  `CREATE TABLE account_current (
    account_id BIGINT, customer_id BIGINT, source VARCHAR, account_key VARCHAR, name VARCHAR, name2 VARCHAR,
    street VARCHAR, postcode VARCHAR, city VARCHAR, region VARCHAR, country VARCHAR, phone VARCHAR, email VARCHAR,
    website VARCHAR, vat_id VARCHAR, legal_form VARCHAR, branch VARCHAR, branch_code VARCHAR, employees INTEGER,
    employee_class VARCHAR, own_turnover VARCHAR, customer_since DATE, parent_account_key VARCHAR, owner VARCHAR,
    price_group VARCHAR, opinion_class VARCHAR, customer_group VARCHAR, language VARCHAR, blocked BOOLEAN,
    deleted BOOLEAN, vanished BOOLEAN
  )`,
  `CREATE TABLE product_current (product_code VARCHAR, product_name VARCHAR, product_group VARCHAR,
    product_subgroup VARCHAR, is_product BOOLEAN, unit_cost DECIMAL(18,6), currency VARCHAR,
    product_group_name VARCHAR)`,
  `CREATE TABLE cost_current (product_code VARCHAR, valid_from DATE, unit_cost DECIMAL(18,6), currency VARCHAR)`,
  `CREATE TABLE contact_current (contact_key VARCHAR, account_id BIGINT, first_name VARCHAR, last_name VARCHAR,
    role VARCHAR, phone VARCHAR, mobile VARCHAR, email VARCHAR, is_owner BOOLEAN)`,
  `CREATE TABLE batch (batch_no INTEGER, source VARCHAR, kind VARCHAR, mode VARCHAR, file_name VARCHAR,
    imported_at TIMESTAMP, undone BOOLEAN)`,
  `CREATE TABLE setting (code VARCHAR, value VARCHAR)`,
  ...eventTables,
  ...responsibilityMirrorTablesSql(),
];

/** A fact store in memory with these lines; an account of the same number for every customer that has none. */
export async function testRelations(
  lines: readonly TestLine[],
  accounts: readonly TestAccount[] = [],
): Promise<DuckDBConnection> {
  const connection = await (await openDuckDb({ path: ":memory:", threads: 2 })).connect();
  for (const sql of relationTables) await connection.run(sql);
  await connection.run(
    "INSERT INTO batch VALUES (1, 'erp', 'saleLines', 'delta', 'a.csv', '2026-01-01', false)",
  );
  await addAccounts(connection, lines, accounts);
  await addLines(connection, lines);
  return connection;
}

export async function addLines(connection: DuckDBConnection, lines: readonly TestLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line, index) => {
    const value = line.valueCents ?? "NULL";
    const cells = [
      line.documentId,
      line.documentId,
      "'erp'",
      sql(`D${line.documentId}`),
      index + 1,
      line.batchNo ?? 1,
      line.customerId ?? "NULL",
      line.customerId ?? "NULL",
      `DATE ${sql(line.date)}`,
      sql(line.documentType ?? "invoice"),
      sql(line.lineKind ?? "product"),
      sql(line.productCode === undefined ? "P1" : line.productCode),
      "NULL",
      sql(line.productGroup ?? null),
      line.quantity ?? 1,
      "NULL",
      line.valueCents ?? 100,
      line.costCents ?? "NULL",
      line.valueCents === null ? "'XXX'" : "NULL",
      sql(line.country ?? null),
      "NULL",
      value,
      line.costCents ?? "NULL",
    ];
    return `(${cells.join(", ")})`;
  });
  for (let start = 0; start < rows.length; start += 2000) {
    await connection.run(
      `INSERT INTO sale_line_current VALUES ${rows.slice(start, start + 2000).join(",\n")}`,
    );
  }
}

async function addAccounts(
  connection: DuckDBConnection,
  lines: readonly TestLine[],
  accounts: readonly TestAccount[],
): Promise<void> {
  const known = new Set(accounts.map((account) => account.customerId ?? account.accountId));
  const ids = new Set(lines.flatMap((line) => (line.customerId === null ? [] : [line.customerId])));
  const missing = [...ids].filter((id) => !known.has(id)).map((accountId): TestAccount => ({ accountId }));
  const rows = [...accounts, ...missing].map((account) => {
    const {
      accountId,
      customerId = accountId,
      accountKey = `A${accountId}`,
      name,
      city,
      phone,
      branch,
    } = account;
    const texts = [accountKey, name, city, phone, branch].map((value) => sql(value ?? null));
    return `(${accountId}, ${customerId}, 'erp', ${texts.join(", ")})`;
  });
  if (rows.length === 0) return;
  await connection.run(
    `INSERT INTO account_current (account_id, customer_id, source, account_key, name, city, phone, branch)
    VALUES ${rows.join(", ")}`,
  );
}

const sql = (value: string | null) => (value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`);
