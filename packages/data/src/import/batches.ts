import type { BatchResult, Problem } from "@kleinod/engine/import/result.ts";
import { sameText, type Text } from "@kleinod/engine/text.ts";
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

/** Earlier versions named problems in English only. */
interface StoredBatch extends Omit<BatchResult, "problems"> {
  readonly problems: readonly (Omit<Problem, "messages"> & Partial<Pick<Problem, "messages">>)[];
}

function stored(row: Row): BatchResult {
  const { problems, ...result } = JSON.parse(String(row.result)) as StoredBatch;
  const inBoth = problems.map((problem) => ({ messages: sameText(problem.message), ...problem }));
  return { ...result, problems: inBoth, ...(row.undone === true ? { status: "undone" as const } : {}) };
}

/** A problem of a row, with the row as it stands in the file. */
export interface BatchProblem extends Pick<Problem, "line" | "column" | "value" | "rule"> {
  readonly messages: Text;
  readonly raw: string | null;
}

/** Problems of a batch with the original rows, in file order; null for an unknown batch. */
export function batchProblems(workspace: Workspace, batchId: string): Promise<BatchProblem[] | null> {
  const batchNo = batchNoOf(batchId);
  if (batchNo === null) return Promise.resolve(null);
  return workspace.read(async (connection) => {
    const known = await all(connection, "SELECT 1 FROM batch WHERE batch_no = ?", [batchNo]);
    if (known.length === 0) return null;
    const rows = await all<Omit<BatchProblem, "messages"> & Text>(
      connection,
      `SELECT line, column_name AS "column", value, rule, raw, coalesce(message_de, message) AS de, message AS en
      FROM problem WHERE batch_no = ? ORDER BY line NULLS LAST`,
      [batchNo],
    );
    return rows.map(({ de, en, ...problem }) => ({ ...problem, messages: { de, en } }));
  });
}
