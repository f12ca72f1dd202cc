import type { DuckDBConnection } from "@duckdb/node-api";
import {
  createdKeysSql,
  type StatementIntake,
  stageStatementAccountsSql,
  statementCountsSql,
  storeStatementsSql,
  vanishedChangeSql,
  vanishedSql,
} from "@kleinod/engine/facts/statements/intake-sql.ts";
import {
  changedCellsSql,
  foldedChangeSql,
  refoldSql,
  takeNewEventsSql,
} from "@kleinod/engine/facts/statements/sql.ts";
import type { ImportDiff } from "@kleinod/engine/import/result.ts";
import { all, one } from "../duckdb/connect.ts";
import { type RunContext, runLong } from "./progress.ts";
import type { RowCounts } from "./sale-lines.ts";

export interface StatementOutcome {
  readonly counts: RowCounts;
  readonly diff: Omit<ImportDiff, "sizeClassChanges">;
  readonly changed: boolean;
}

export async function stageStatementKeys(
  connection: DuckDBConnection,
  intake: StatementIntake,
  run: RunContext,
): Promise<void> {
  await runLong(connection, stageStatementAccountsSql(intake), "accounts", run);
}

/** Writes the statements of the batch and folds the keys they touch. Runs inside the transaction of the import. */
export async function applyStatements(
  connection: DuckDBConnection,
  intake: StatementIntake,
  mode: "delta" | "full",
  run: RunContext,
): Promise<StatementOutcome> {
  for (const sql of storeStatementsSql(intake)) await runLong(connection, sql, "store", run);
  for (const sql of takeNewEventsSql(intake.kind, intake.batchNo))
    await runLong(connection, sql, "store", run);
  for (const sql of refoldSql(intake.kind)) await runLong(connection, sql, "compare", run);
  await connection.run(foldedChangeSql(intake.kind));
  const counts = await one<RowCounts & Record<string, number>>(connection, statementCountsSql(intake));
  const isCustomers = intake.kind.kind === "customers";
  const vanished =
    mode === "full" && isCustomers ? await all<{ account_key: string }>(connection, vanishedSql(intake)) : [];
  const { changed: vanishes } = isCustomers
    ? await one<{ changed: boolean }>(connection, vanishedChangeSql(intake, mode))
    : { changed: false };
  return {
    counts: {
      created: Number(counts.created),
      updated: Number(counts.updated),
      unchanged: Number(counts.unchanged),
      restated: Number(counts.restated),
      rejected: Number(counts.rejected),
    },
    diff: {
      ...(await readDiff(connection, intake)),
      vanished: { total: vanished.length, sample: vanished.slice(0, 50).map((row) => row.account_key) },
    },
    changed: vanishes || Number(counts.created) + Number(counts.updated) > 0,
  };
}

/** The key as a person knows it: the account number instead of its internal id. */
function keyNames(intake: StatementIntake): string {
  const named = intake.kind.key.filter((column) => column.sql !== "source");
  const columns = named.map((column) =>
    column.sql === "account_id"
      ? "(SELECT account_key FROM account a WHERE a.account_id = x.account_id)"
      : `x.${column.sql}::VARCHAR`,
  );
  return `concat_ws(' / ', ${columns.join(", ")})`;
}

async function readDiff(
  connection: DuckDBConnection,
  intake: StatementIntake,
): Promise<Pick<ImportDiff, "created" | "changed">> {
  const name = keyNames(intake);
  const created = createdKeysSql(intake.kind);
  const totals = await one(
    connection,
    `SELECT (SELECT count(*) FROM (${created})) AS created,
      count(*) FILTER (NOT is_new AND len(changed) > 0) AS changed
    FROM folded_change`,
  );
  const sample = await all<{ key: string }>(
    connection,
    `SELECT ${name} AS key FROM (${created}) x ORDER BY key LIMIT 50`,
  );
  const fields = await all(
    connection,
    `SELECT field, count(*) AS total FROM (SELECT unnest(changed) AS field FROM folded_change WHERE NOT is_new)
    GROUP BY field`,
  );
  const cells = await all(
    connection,
    `SELECT ${name} AS key, field, before, after FROM (${changedCellsSql(intake.kind, 50)}) x`,
  );
  return {
    created: { total: Number(totals.created), sample: sample.map((row) => row.key) },
    changed: {
      total: Number(totals.changed),
      fields: Object.fromEntries(fields.map((row) => [String(row.field), Number(row.total)])),
      sample: cells.map((row) => ({
        key: String(row.key),
        field: String(row.field),
        before: row.before === null ? null : String(row.before),
        after: row.after === null ? null : String(row.after),
      })),
    },
  };
}
