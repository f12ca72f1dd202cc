import type { BatchResult } from "@kleinod/engine/import/result.ts";
import { all, type Row } from "../duckdb/connect.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import type { RunContext } from "./progress.ts";
import { batchNoOf, setBatchUndone, type UndoRefusal, type UndoResult } from "./undo.ts";

/** Takes a batch out, or back in. */
export function undoBatch(
  workspace: Workspace,
  batchId: string,
  undone: boolean,
  run: RunContext = {},
): Promise<({ ok: true } & UndoResult) | UndoRefusal> {
  const batchNo = batchNoOf(batchId);
  if (batchNo === null) return Promise.resolve({ ok: false, code: "unknownBatch", batchId });
  return workspace.write((connection) => setBatchUndone(connection, batchNo, undone, run));
}

/** All batches, newest first, without their problems. */
export function listBatches(workspace: Workspace): Promise<BatchResult[]> {
  return workspace.read(async (connection) => {
    const rows = await all(connection, "SELECT result, undone FROM batch ORDER BY batch_no DESC");
    return rows.map((row) => ({ ...stored(row), problems: [] }));
  });
}

/** One batch with its first problems; null when there is none of that id. */
export function getBatch(workspace: Workspace, batchId: string): Promise<BatchResult | null> {
  const batchNo = batchNoOf(batchId);
  if (batchNo === null) return Promise.resolve(null);
  return workspace.read(async (connection) => {
    const rows = await all(connection, "SELECT result, undone FROM batch WHERE batch_no = ?", [batchNo]);
    return rows[0] === undefined ? null : stored(rows[0]);
  });
}

function stored(row: Row): BatchResult {
  const result = JSON.parse(String(row.result)) as BatchResult;
  return row.undone === true ? { ...result, status: "undone" } : result;
}

/** Problems of a batch with the original rows, in file order; null for an unknown batch. */
export function batchProblems(
  workspace: Workspace,
  batchId: string,
): Promise<
  | {
      line: number | null;
      column: string | null;
      value: string | null;
      rule: string;
      message: string;
      raw: string | null;
    }[]
  | null
> {
  const batchNo = batchNoOf(batchId);
  if (batchNo === null) return Promise.resolve(null);
  return workspace.read(async (connection) => {
    const known = await all(connection, "SELECT 1 FROM batch WHERE batch_no = ?", [batchNo]);
    if (known.length === 0) return null;
    return all(
      connection,
      `SELECT line, column_name AS "column", value, rule, message, raw FROM problem
      WHERE batch_no = ? ORDER BY line NULLS LAST`,
      [batchNo],
    );
  });
}
