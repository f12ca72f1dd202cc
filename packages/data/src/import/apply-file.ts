import { randomUUID } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { StatementIntake } from "@kleinod/engine/facts/statements/intake-sql.ts";
import { statementKind } from "@kleinod/engine/facts/statements/kinds-contract.ts";
import type { BatchResult, ImportOptions } from "@kleinod/engine/import/result.ts";
import { readFileSql } from "@kleinod/engine/import/staging/reader-sql.ts";
import type { RowRule } from "@kleinod/engine/import/staging/rules.ts";
import { stageSaleLinesSql } from "@kleinod/engine/import/staging/sale-lines-sql.ts";
import { stageStatementsSql } from "@kleinod/engine/import/staging/statements-sql.ts";
import { one } from "../duckdb/connect.ts";
import { bumpFactsVersion } from "../duckdb/fact-store.ts";
import { transaction } from "../duckdb/transaction.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { finishBatch, insertBatch } from "./batch-record.ts";
import { refuseOverlaps } from "./cost-pools.ts";
import { saleLineTypes } from "./document-types.ts";
import type { PreparedFile } from "./files/prepared-file.ts";
import type { FilePlan } from "./plan-file.ts";
import { type RowProblems, readProblems } from "./problems.ts";
import { type RunContext, runLong } from "./progress.ts";
import { applySaleLines, type RowCounts, stageDocuments } from "./sale-lines.ts";
import { withScratch } from "./scratch.ts";
import { sizeClassChanges } from "./size-class-changes.ts";
import { stagedFields } from "./staged-fields.ts";
import { applyStatements, stageStatementKeys } from "./statements.ts";
import { batchIdOf } from "./undo.ts";

const reported = 1000;

export interface AppliedFile {
  readonly result: BatchResult;
  /** True when current facts are other than before. */
  readonly changed: boolean;
}

/** What one staged file becomes inside the transaction, whatever its kind. */
interface Application {
  readonly counts: RowCounts;
  readonly changed: boolean;
  readonly parts: Pick<BatchResult, "controlTotals" | "profile"> & { diff: NonNullable<BatchResult["diff"]> };
  readonly derived: Record<string, unknown>;
}

interface Staging {
  readonly table: string;
  readonly rules: readonly RowRule[];
  /** Bits of `problem` that reject a row. */
  readonly errors: number;
  readonly apply: (batchNo: number) => Promise<Application>;
}

/** Stages a planned file and applies it in one transaction, or shows what applying would do. */
export async function applyFile(
  workspace: Workspace,
  connection: DuckDBConnection,
  prepared: PreparedFile,
  plan: FilePlan,
  options: ImportOptions,
  run: RunContext,
): Promise<AppliedFile> {
  const started = performance.now();
  const name = randomUUID();
  const rejects = { errors: "import_rejects", scans: "import_reject_scans" };
  await dropRejects(connection, rejects);
  return withScratch(connection, workspace.workDirectory, name, async () => {
    const { last } = await one<{ last: number }>(
      connection,
      "SELECT coalesce(max(batch_no), 0)::INTEGER AS last FROM batch",
    );
    const batchNo = last + 1;
    const total = prepared.format === "csv" ? prepared.dataRecords : null;
    const staging = await stage(
      workspace,
      connection,
      plan,
      options,
      batchNo,
      readFileSql(plan.source, rejects),
      run,
      total,
    );
    const problems = await readProblems(
      connection,
      staging.table,
      plan,
      prepared,
      staging.rules,
      rejects.errors,
    );
    const isDryRun = options.dryRun;
    const isRejecting = (counts: RowCounts) =>
      options.allOrNothing && counts.rejected + problems.malformedRows > 0;
    const outcome = await transaction(
      connection,
      async () => {
        const base = {
          file: prepared.name,
          kind: plan.kind?.code ?? null,
          source: options.source,
          mode: options.mode,
        };
        await insertBatch(connection, batchNo, prepared, base);
        const application = await staging.apply(batchNo);
        const sizes = isDryRun ? await sizeClassChanges(connection, workspace.today()) : null;
        const nothing = isRejecting(application.counts);
        const result = describe(
          { ...base, batchId: isDryRun || nothing ? null : batchIdOf(batchNo) },
          application,
          problems,
          { isDryRun, nothing, seconds: (performance.now() - started) / 1000, sizes },
        );
        result.derived = { ...describePlan(plan, prepared), ...application.derived };
        await rememberRejected(connection, batchNo, staging, plan);
        await finishBatch(connection, batchNo, result, problems.rows);
        if (application.changed) await bumpFactsVersion(connection);
        return { result, changed: application.changed };
      },
      ({ result }) => result.status === "applied",
    );
    await dropRejects(connection, rejects);
    return { ...outcome, changed: outcome.changed && outcome.result.status === "applied" };
  });
}

async function dropRejects(
  connection: DuckDBConnection,
  rejects: { errors: string; scans: string },
): Promise<void> {
  await connection.run(`DROP TABLE IF EXISTS ${rejects.errors}`);
  await connection.run(`DROP TABLE IF EXISTS ${rejects.scans}`);
}

async function stage(
  workspace: Workspace,
  connection: DuckDBConnection,
  plan: FilePlan,
  options: ImportOptions,
  batchNo: number,
  from: string,
  run: RunContext,
  total: number | null,
): Promise<Staging> {
  const today = workspace.today();
  const kind = plan.kind;
  if (kind === null) throw new Error("A file without a kind cannot be staged");
  const fields = stagedFields(plan);
  const statements = statementKind(kind.code);
  if (statements === null) {
    const currency = plan.currency;
    const columnCount = plan.columns.length;
    const staged = stageSaleLinesSql("stage.line", from, fields, { today, currency, columnCount });
    await runLong(connection, staged.sql, "read", run, total);
    const types = await saleLineTypes(connection, staged.errors);
    const intake = { source: options.source, batchNo, errors: staged.errors, ...types.sql };
    await stageDocuments(connection, intake, run);
    const apply = async (): Promise<Application> => {
      const { counts, changed, controlTotals, profile, diff } = await applySaleLines(connection, intake, run);
      const parts = { controlTotals, profile, diff: { ...diff, sizeClassChanges: null } };
      return { counts, changed, parts, derived: types.derived };
    };
    return { table: "stage.line", rules: staged.rules, errors: staged.errors, apply };
  }
  const { currency } = plan;
  const staged = stageStatementsSql(statements, "stage.statement", from, fields, { today, currency });
  for (const sql of staged.sql) await runLong(connection, sql, "read", run, total);
  if (statements.kind === "costPools") {
    await refuseOverlaps(connection, staged, options.source);
  }
  const intake: StatementIntake = {
    kind: statements,
    source: options.source,
    batchNo,
    errors: staged.errors,
  };
  await stageStatementKeys(connection, intake, run);
  const apply = async (): Promise<Application> => {
    const { counts, changed, diff } = await applyStatements(connection, intake, options.mode, run);
    const parts = { controlTotals: [], profile: null, diff: { ...diff, sizeClassChanges: null } };
    return { counts, changed, parts, derived: await currencyOf(connection, intake) };
  };
  return { table: "stage.statement", rules: staged.rules, errors: staged.errors, apply };
}

/** The currency of a file of events whose amounts all have the same. */
async function currencyOf(
  connection: DuckDBConnection,
  { kind, errors }: StatementIntake,
): Promise<Record<string, unknown>> {
  if (!kind.hasPlace || !kind.attributes.some((column) => column.sql === "currency")) return {};
  const { currencies } = await one<{ currencies: string[] | null }>(
    connection,
    `SELECT list(DISTINCT currency) FILTER (currency IS NOT NULL) AS currencies FROM stage.statement
    WHERE (problem & ${errors}) = 0`,
  );
  return currencies?.length === 1 ? { currency: currencies[0] } : {};
}

function describe(
  base: Pick<BatchResult, "batchId" | "file" | "kind" | "source" | "mode">,
  application: Application,
  problems: RowProblems,
  how: {
    isDryRun: boolean;
    nothing: boolean;
    seconds: number;
    sizes: NonNullable<BatchResult["diff"]>["sizeClassChanges"];
  },
): BatchResult {
  const { counts } = application;
  const rejected = counts.rejected + problems.malformedRows;
  const read = counts.created + counts.updated + counts.unchanged + counts.restated + rejected;
  const none = { created: 0, updated: 0, unchanged: 0, restated: 0, rejected: read };
  const status = how.isDryRun ? "dryRun" : how.nothing ? "rolledBack" : "applied";
  return {
    ...base,
    status,
    read,
    // All or nothing: one rejected row takes the others with it, so none was taken.
    ...(how.nothing
      ? none
      : {
          created: counts.created,
          updated: counts.updated,
          unchanged: counts.unchanged,
          restated: counts.restated,
          rejected,
        }),
    problemsTotal: problems.total,
    problems: problems.rows.slice(0, reported).map(({ raw: _raw, ...problem }) => problem),
    controlTotals: how.nothing ? [] : application.parts.controlTotals,
    derived: {},
    profile: application.parts.profile,
    diff: { ...application.parts.diff, sizeClassChanges: how.sizes },
    importedAt: how.isDryRun || how.nothing ? null : new Date().toISOString(),
    seconds: Math.round(how.seconds * 1000) / 1000,
  };
}

/** What was concluded about the file rather than read from it. */
function describePlan(plan: FilePlan, prepared: PreparedFile): Record<string, unknown> {
  const derived: Record<string, unknown> = {
    mapping: plan.fields,
    dateFormats: plan.dateFormats,
    decimals: Object.fromEntries(
      Object.entries(plan.numberFormats).map(([field, format]) => [field, format.decimal]),
    ),
    ...(prepared.format === "csv"
      ? {
          format: prepared.origin,
          encoding: prepared.dialect.encoding,
          delimiter: prepared.dialect.delimiter,
        }
      : { format: "parquet" }),
  };
  if (prepared.warnings.length > 0) derived.warnings = prepared.warnings.map((warning) => warning.message);
  if (plan.kind?.code === "saleLines") {
    derived.currency = "currency" in plan.fields ? "column" : plan.currency;
    if (plan.currency === null && !("currency" in plan.fields)) {
      derived.currencyHint = {
        de: "Die Datei nennt keine Währung; die Beträge gelten in der Firmenwährung. Mit --currency lässt sie sich angeben.",
        en: "The file names no currency; its amounts count in the company currency. Name it with --currency.",
      };
    }
  }
  return derived;
}

/** What was rejected per month, so that control totals can explain a difference to the ERP. */
async function rememberRejected(
  connection: DuckDBConnection,
  batchNo: number,
  staging: Staging,
  plan: FilePlan,
): Promise<void> {
  if (plan.kind?.code !== "saleLines") return;
  await connection.run(`INSERT INTO rejected_total
  SELECT ${batchNo}, strftime(l.document_date, '%Y-%m'), d.document_type, count(*), sum(l.amount_cents)
  FROM ${staging.table} l LEFT JOIN stage.doc d ON d.document_number = l.document_number
  WHERE (l.problem & ${staging.errors}) <> 0
  GROUP BY ALL`);
}
