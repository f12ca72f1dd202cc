import type { DuckDBConnection } from "@duckdb/node-api";
import {
  foldStepSql,
  hideSupersededSql,
  incomingOfStepSql,
  rankedVersionsSql,
  resetDocumentsSql,
} from "@kleinod/engine/facts/documents/sql.ts";
import {
  customerStatements,
  type StatementKind,
  statementKinds,
} from "@kleinod/engine/facts/statements/contract.ts";
import { refoldSql } from "@kleinod/engine/facts/statements/sql.ts";
import { all, one, runEach } from "../duckdb/connect.ts";
import { bumpFactsVersion } from "../duckdb/fact-store.ts";
import { transaction } from "../duckdb/transaction.ts";
import { type RunContext, stopIfCancelled } from "./progress.ts";

export interface UndoResult {
  readonly batchId: string;
  readonly status: "applied" | "undone";
  /** Documents and keys whose current value was decided again. */
  readonly documents: number;
  readonly keys: number;
}

export type UndoRefusal = {
  readonly ok: false;
  readonly code: "unknownBatch" | "alreadyUndone" | "notUndone";
  readonly batchId: string;
};

/**
 * Takes a batch out (or back in), whatever came later: the facts afterwards are those of the remaining batches in their
 * order, as if this one had never been there. Nothing is deleted, so it can be redone.
 */
export async function setBatchUndone(
  connection: DuckDBConnection,
  batchNo: number,
  undone: boolean,
  run: RunContext = {},
): Promise<({ ok: true } & UndoResult) | UndoRefusal> {
  const batchId = batchIdOf(batchNo);
  const known = await all<{ undone: boolean }>(connection, "SELECT undone FROM batch WHERE batch_no = ?", [
    batchNo,
  ]);
  if (known[0] === undefined) return { ok: false, code: "unknownBatch", batchId };
  if (known[0].undone === undone) return { ok: false, code: undone ? "alreadyUndone" : "notUndone", batchId };
  return transaction(connection, async () => {
    await connection.run("UPDATE batch SET undone = ? WHERE batch_no = ?", [undone, batchNo]);
    const documents = await refoldDocuments(connection, batchNo, run);
    let keys = 0;
    for (const kind of statementKinds) keys += await refoldKeys(connection, kind, batchNo, run);
    await refreshLiveAccounts(connection, batchNo);
    await bumpFactsVersion(connection);
    return {
      ok: true as const,
      batchId,
      status: undone ? ("undone" as const) : ("applied" as const),
      documents,
      keys,
    };
  });
}

export function batchIdOf(batchNo: number): string {
  return `b${batchNo}`;
}

/** Null when the text is no batch id. */
export function batchNoOf(batchId: string): number | null {
  const match = /^b?(\d{1,9})$/.exec(batchId);
  return match === null ? null : Number(match[1]);
}

async function refoldDocuments(
  connection: DuckDBConnection,
  batchNo: number,
  run: RunContext,
): Promise<number> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE touched AS
    SELECT DISTINCT document_id FROM document_version WHERE batch_no = ${Math.trunc(batchNo)}`,
  );
  const { documents } = await one<{ documents: number }>(
    connection,
    "SELECT count(*) AS documents FROM touched",
  );
  if (documents === 0) return 0;
  await runEach(connection, resetDocumentsSql());
  await connection.run(rankedVersionsSql());
  const { steps } = await one<{ steps: number }>(
    connection,
    "SELECT coalesce(max(step), 0) AS steps FROM ranked_version",
  );
  for (let step = 1; step <= steps; step++) {
    stopIfCancelled(run);
    run.onProgress?.({ step: "fold", done: step - 1, total: steps, rowsPerSecond: null });
    await connection.run(incomingOfStepSql(step));
    await runEach(connection, foldStepSql());
  }
  await runEach(connection, hideSupersededSql());
  return documents;
}

async function refoldKeys(
  connection: DuckDBConnection,
  kind: StatementKind,
  batchNo: number,
  run: RunContext,
): Promise<number> {
  stopIfCancelled(run);
  const key = kind.key.map((column) => column.sql).join(", ");
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE touched_key AS
    SELECT DISTINCT ${key} FROM ${kind.table} WHERE batch_no = ${Math.trunc(batchNo)}`,
  );
  const { keys } = await one<{ keys: number }>(connection, "SELECT count(*) AS keys FROM touched_key");
  if (keys > 0) await runEach(connection, refoldSql(kind));
  return keys;
}

/** An account lives while a current line or a live statement names it. */
async function refreshLiveAccounts(connection: DuckDBConnection, batchNo: number): Promise<void> {
  const batch = Math.trunc(batchNo);
  await connection.run(`CREATE OR REPLACE TEMP TABLE touched_account AS
  SELECT DISTINCT account_id FROM (
    SELECT account_id FROM sale_line WHERE document_id IN (SELECT document_id FROM touched)
    UNION ALL SELECT account_id FROM ${customerStatements.table} WHERE batch_no = ${batch}
    UNION ALL SELECT account_id FROM contact_statement WHERE batch_no = ${batch}
  ) WHERE account_id IS NOT NULL`);
  await connection.run(`UPDATE account SET live = t.live FROM (
    SELECT a.account_id, l.account_id IS NOT NULL OR s.account_id IS NOT NULL AS live
    FROM touched_account a
    LEFT JOIN (
      SELECT DISTINCT l.account_id FROM sale_line l
      ANTI JOIN content_hidden h ON h.content_id = l.content_id
      SEMI JOIN touched_account t ON t.account_id = l.account_id
    ) l ON l.account_id = a.account_id
    LEFT JOIN (
      SELECT account_id FROM ${customerStatements.table} s
      JOIN batch b ON b.batch_no = s.batch_no AND NOT b.undone
      UNION SELECT account_id FROM contact_statement s JOIN batch b ON b.batch_no = s.batch_no AND NOT b.undone
    ) s ON s.account_id = a.account_id
  ) t WHERE t.account_id = account.account_id`);
}
