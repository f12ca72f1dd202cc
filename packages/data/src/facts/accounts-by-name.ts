import { all } from "../duckdb/connect.ts";
import type { Workspace } from "../workspace/open-workspace.ts";

export interface AccountName {
  readonly source: string;
  readonly accountKey: string;
}

export interface NamedCustomer {
  readonly customerId: number;
  readonly name: string;
}

const keyOf = (source: string, accountKey: string) => `${source}\n${accountKey}`;

/** Customers of accounts as records name them; an account that the facts do not know (any more) gives null. */
export async function accountsByName(
  workspace: Workspace,
  accounts: readonly AccountName[],
): Promise<(source: string | null, accountKey: string | null) => NamedCustomer | null> {
  const keys = [...new Set(accounts.map(({ source, accountKey }) => keyOf(source, accountKey)))];
  if (keys.length === 0) return () => null;
  const rows = await workspace.read((connection) =>
    all<NamedCustomer & AccountName>(
      connection,
      `SELECT a.source, a.account_key AS "accountKey", a.customer_id AS "customerId", coalesce(a.name, a.account_key) AS name
      FROM account_current a
      JOIN (SELECT unnest(from_json(?::JSON, '["VARCHAR"]')) AS key) n ON n.key = concat(a.source, chr(10), a.account_key)`,
      [JSON.stringify(keys)],
    ),
  );
  const known = new Map(
    rows.map(({ source, accountKey, customerId, name }) => [keyOf(source, accountKey), { customerId, name }]),
  );
  return (source, accountKey) =>
    source === null || accountKey === null ? null : (known.get(keyOf(source, accountKey)) ?? null);
}

/** The first account of a customer, by which records name it; null for an unknown customer. */
export async function accountOfCustomer(
  workspace: Workspace,
  customerId: number,
): Promise<AccountName | null> {
  const rows = await workspace.read((connection) =>
    all<AccountName>(
      connection,
      `SELECT source, account_key AS "accountKey" FROM account WHERE customer_id = ? AND live
      ORDER BY account_id LIMIT 1`,
      [customerId],
    ),
  );
  return rows[0] ?? null;
}
