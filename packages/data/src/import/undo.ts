import type { DuckDBConnection } from "@duckdb/node-api";
import {
  hideSupersededSql,
  incomingOfStepSql,
  rankedVersionsSql,
  resetDocumentsSql,
} from "@kleinod/engine/facts/documents/sql.ts";
import type { StatementKind } from "@kleinod/engine/facts/statements/contract.ts";
import { statementKinds } from "@kleinod/engine/facts/statements/kinds-contract.ts";
import { refoldSql } from "@kleinod/engine/facts/statements/sql.ts";
import { all, one, runEach } from "../duckdb/connect.ts";
import { bumpFactsVersion } from "../duckdb/fact-store.ts";
import { transaction } from "../duckdb/transaction.ts";
import { foldStep } from "./fold-step.ts";
import { accountTables, refreshLiveAccounts } from "./live-accounts.ts";
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
    await refreshLiveAccounts(connection, accountsOfBatch(batchNo));
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
    await foldStep(connection);
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

/** Accounts that the batch named, or that stand in any content of a document that it touched. */
function accountsOfBatch(batchNo: number): string {
  const stated = accountTables.map(
    (table) => `SELECT account_id FROM ${table} WHERE batch_no = ${Math.trunc(batchNo)}`,
  );
  const lines = "SELECT account_id FROM sale_line WHERE document_id IN (SELECT document_id FROM touched)";
  return [lines, ...stated].join(" UNION ALL ");
}
