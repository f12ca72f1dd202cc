import { BIGINT, type DuckDBConnection, DuckDBDataChunk, type DuckDBValue, VARCHAR } from "@duckdb/node-api";
import type { SyntheticAccount } from "./synthetic-firms.ts";

const rowsPerChunk = 2048;

/** Creates `account_current` and fills it; account keys are the ids as text. */
export async function loadAccounts(
  connection: DuckDBConnection,
  accounts: Iterable<SyntheticAccount>,
): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE account_current (account_id BIGINT, source VARCHAR, account_key VARCHAR,
    name VARCHAR, name2 VARCHAR, street VARCHAR, postcode VARCHAR, city VARCHAR, country VARCHAR, phone VARCHAR,
    email VARCHAR, website VARCHAR, vat_id VARCHAR, legal_form VARCHAR)`);
  const appender = await connection.createAppender("account_current");
  const types = [BIGINT, ...Array.from({ length: 13 }, () => VARCHAR)];
  let rows: DuckDBValue[][] = [];
  const write = (): void => {
    if (rows.length === 0) return;
    const chunk = DuckDBDataChunk.create(types);
    chunk.setRows(rows);
    appender.appendDataChunk(chunk);
    rows = [];
  };
  for (const account of accounts) {
    const { name, street, postcode, city, country, phone, email, vatId } = account;
    const id = BigInt(account.accountId);
    rows.push([
      id,
      account.source,
      String(id),
      name,
      null,
      street,
      postcode,
      city,
      country,
      phone,
      email,
      null,
      vatId,
      null,
    ]);
    if (rows.length === rowsPerChunk) write();
  }
  write();
  appender.closeSync();
}
