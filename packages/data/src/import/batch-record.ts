import type { DuckDBConnection } from "@duckdb/node-api";
import type { BatchResult } from "@kleinod/engine/import/result.ts";
import type { PreparedFile } from "./files/prepared-file.ts";
import type { RowProblem } from "./problems.ts";

/** The marker of a batch: written in the transaction of its facts, so that one is never there without the other. */
export async function insertBatch(
  connection: DuckDBConnection,
  batchNo: number,
  prepared: PreparedFile,
  result: Pick<BatchResult, "source" | "kind" | "mode" | "file">,
): Promise<void> {
  await connection.run(`INSERT INTO batch VALUES (?, ?, ?, ?, ?, ?, ?, now()::TIMESTAMP, false, '{}')`, [
    batchNo,
    result.source,
    result.kind ?? "",
    result.mode,
    result.file,
    prepared.sha256,
    prepared.bytes,
  ]);
}

export async function finishBatch(
  connection: DuckDBConnection,
  batchNo: number,
  result: BatchResult,
  problems: readonly RowProblem[],
): Promise<void> {
  await connection.run("UPDATE batch SET result = ? WHERE batch_no = ?", [JSON.stringify(result), batchNo]);
  if (problems.length === 0) return;
  const appender = await connection.createAppender("problem");
  const text = (value: string | null) =>
    value === null ? appender.appendNull() : appender.appendVarchar(value);
  for (const problem of problems) {
    appender.appendInteger(batchNo);
    if (problem.line === null) appender.appendNull();
    else appender.appendBigInt(BigInt(problem.line));
    text(problem.column);
    text(problem.value);
    text(problem.rule);
    text(problem.message);
    text(problem.severity);
    text(problem.raw);
    text(problem.messages.de);
    appender.endRow();
  }
  appender.closeSync();
}
