import type { DuckDBConnection } from "@duckdb/node-api";
import { accountRole } from "@kleinod/engine/facts/statements/contract.ts";
import { statementKinds } from "@kleinod/engine/facts/statements/kinds-contract.ts";

/** Tables of statements that name accounts. */
export const accountTables: readonly string[] = statementKinds
  .filter((kind) => accountRole(kind) !== "none")
  .map((kind) => kind.table);

/**
 * Decides again which of some accounts live: those that a current line or a statement of a live batch names.
 * What only the lines said of an account (weight 0) goes with its lines. `accounts` is SQL that gives `account_id`.
 */
export async function refreshLiveAccounts(connection: DuckDBConnection, accounts: string): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE touched_account AS
    SELECT DISTINCT account_id FROM (${accounts}) WHERE account_id IS NOT NULL`,
  );
  const stated = accountTables.map(
    (table) =>
      `SELECT s.account_id FROM ${table} s
      JOIN batch b ON b.batch_no = s.batch_no AND NOT b.undone
      SEMI JOIN touched_account t ON t.account_id = s.account_id
      WHERE s.weight > 0`,
  );
  await connection.run(`UPDATE account SET live = t.live FROM (
    SELECT a.account_id, l.account_id IS NOT NULL OR s.account_id IS NOT NULL AS live
    FROM touched_account a
    LEFT JOIN (
      SELECT DISTINCT l.account_id FROM sale_line l
      ANTI JOIN content_hidden h ON h.content_id = l.content_id
      SEMI JOIN touched_account t ON t.account_id = l.account_id
    ) l ON l.account_id = a.account_id
    LEFT JOIN (${stated.join(" UNION ")}) s ON s.account_id = a.account_id
  ) t WHERE t.account_id = account.account_id AND t.live <> account.live`);
}
