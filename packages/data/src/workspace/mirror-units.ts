import type { DuckDBConnection } from "@duckdb/node-api";
import {
  type EconomicUnits,
  economicUnits,
  type UnitDecision,
} from "@kleinod/engine/facts/matching/economic-units.ts";
import { all, one, runEach } from "../duckdb/connect.ts";
import type { Records } from "../postgres/connect.ts";

/** `separated_pair`: accounts that people keep apart; `decision_account`: which standing decision names which account. */
export function unitMirrorTablesSql(): string[] {
  return [
    "CREATE TABLE IF NOT EXISTS separated_pair (account_a BIGINT NOT NULL, account_b BIGINT NOT NULL)",
    `CREATE TABLE IF NOT EXISTS decision_account (decision_id INTEGER NOT NULL, type VARCHAR NOT NULL,
      decided_by VARCHAR NOT NULL, decided_at VARCHAR NOT NULL, account_id BIGINT NOT NULL)`,
  ];
}

/** An account as records name it: what outlives a rebuilt id. */
interface AccountName {
  readonly source: string;
  readonly accountKey: string;
}

/** An account that the fact store does not know (any more): the fold reports it, the other accounts hold. */
const unknownAccount = -1;

/** Every decision in the order in which it was made, with the ids of the accounts in this fact store. */
export async function readDecisions(
  connection: DuckDBConnection,
  records: Records,
): Promise<UnitDecision<number>[]> {
  const rows = await records.selectFrom("unit_decision").selectAll().orderBy("id").execute();
  const named = rows.flatMap((row) => row.accounts);
  const idOf = await accountIds(connection, named);
  return rows.map((row) => ({
    id: String(row.id),
    type: row.type,
    accounts: row.accounts.map((account) => idOf.get(nameKey(account)) ?? unknownAccount),
    at: new Date(row.decided_at).toISOString(),
    by: row.decided_by,
    undone: row.undone_at !== null,
  }));
}

const nameKey = ({ source, accountKey }: AccountName) => `${source}\n${accountKey}`;

async function accountIds(
  connection: DuckDBConnection,
  accounts: readonly AccountName[],
): Promise<Map<string, number>> {
  if (accounts.length === 0) return new Map();
  const rows = await all<AccountName & { account_id: number }>(
    connection,
    `SELECT a.source, a.account_key AS "accountKey", a.account_id
    FROM (SELECT DISTINCT unnest(from_json(?::JSON, '["VARCHAR"]')) AS name) n
    JOIN account a ON concat(a.source, chr(10), a.account_key) = n.name`,
    [JSON.stringify(accounts.map(nameKey))],
  );
  return new Map(rows.map((row) => [nameKey(row), row.account_id]));
}

/** Folds decisions over the accounts that they name; every other account is a customer of its own. */
export function unitsOf(decisions: readonly UnitDecision<number>[]): EconomicUnits<number> {
  const accounts = new Set(decisions.flatMap((decision) => decision.accounts));
  accounts.delete(unknownAccount);
  return economicUnits(accounts, decisions);
}

/** Makes `account.customer_id` say what the decisions say. `moved`: accounts whose customer is another one now. */
export async function mirrorUnits(
  connection: DuckDBConnection,
  records: Records,
): Promise<{ readonly moved: number }> {
  const decisions = await readDecisions(connection, records);
  const units = unitsOf(decisions);
  await runEach(connection, [
    "CREATE OR REPLACE TEMP TABLE unit_member (account_id BIGINT, customer_id BIGINT)",
    "DELETE FROM separated_pair",
    "DELETE FROM decision_account",
  ]);
  await insertRows(connection, "unit_member", ["BIGINT", "BIGINT"], [...units.customerOf]);
  await insertRows(connection, "separated_pair", ["BIGINT", "BIGINT"], units.separated);
  await insertRows(
    connection,
    "decision_account",
    ["INTEGER", "VARCHAR", "VARCHAR", "VARCHAR", "BIGINT"],
    decisions.flatMap((decision) =>
      decision.undone
        ? []
        : decision.accounts
            .filter((account) => account !== unknownAccount)
            .map((account) => [Number(decision.id), decision.type, decision.by, decision.at, account]),
    ),
  );
  const wanted = `SELECT a.account_id, coalesce(u.customer_id, a.account_id) AS customer_id
    FROM account a LEFT JOIN unit_member u ON u.account_id = a.account_id`;
  const { moved } = await one<{ moved: number }>(
    connection,
    `SELECT count(*) AS moved FROM (${wanted}) w JOIN account a USING (account_id) WHERE a.customer_id <> w.customer_id`,
  );
  if (moved > 0) {
    await connection.run(`UPDATE account SET customer_id = w.customer_id FROM (${wanted}) w
      WHERE w.account_id = account.account_id AND w.customer_id <> account.customer_id`);
  }
  await connection.run("DROP TABLE unit_member");
  return { moved };
}

/** Rows as one JSON argument: thousands of decisions in one statement. */
async function insertRows(
  connection: DuckDBConnection,
  table: string,
  types: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = types.map((type, index) => `(r->>${index})::${type}`);
  await connection.run(
    `INSERT INTO ${table} SELECT ${columns.join(", ")} FROM (SELECT unnest(from_json(?::JSON, '["JSON"]')) AS r)`,
    [JSON.stringify(rows)],
  );
}
