import type { DuckDBConnection } from "@duckdb/node-api";
import {
  accountStatementsSql,
  currenciesSql,
  fileProfileSql,
  type IntakeContext,
  intakeControlTotalsSql,
  intakeCountsSql,
  stageAccountsSql,
  stageDocumentsSql,
  stageGroupsSql,
  stageProductsSql,
  stageRestatedSql,
  storeSql,
} from "@kleinod/engine/facts/documents/intake-sql.ts";
import { hideSupersededSql } from "@kleinod/engine/facts/documents/sql.ts";
import { customerStatements } from "@kleinod/engine/facts/statements/master-data.ts";
import { foldedChangeSql, refoldSql } from "@kleinod/engine/facts/statements/sql.ts";
import type { ControlTotal, FileProfile, ImportDiff } from "@kleinod/engine/import/result.ts";
import { all, one, type Row, runEach } from "../duckdb/connect.ts";
import { foldStep } from "./fold-step.ts";
import { refreshLiveAccounts } from "./live-accounts.ts";
import { type RunContext, runLong } from "./progress.ts";

export interface RowCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly restated: number;
  readonly rejected: number;
}

export interface SaleLineOutcome {
  readonly counts: RowCounts;
  readonly controlTotals: ControlTotal[];
  readonly profile: FileProfile;
  readonly diff: Omit<ImportDiff, "sizeClassChanges">;
  /** True when any current document, or what the lines say of an account, is other than before. */
  readonly changed: boolean;
}

/** Everything that can be computed before the transaction: groups, restatement, ids, types. */
export async function stageDocuments(
  connection: DuckDBConnection,
  intake: IntakeContext,
  run: RunContext,
): Promise<void> {
  await runLong(connection, stageAccountsSql(intake), "accounts", run);
  await runLong(connection, stageGroupsSql(intake), "documents", run);
  for (const sql of stageRestatedSql(intake)) await runLong(connection, sql, "restated", run);
  await runLong(connection, stageProductsSql(intake), "products", run);
  await runLong(connection, stageDocumentsSql(intake), "compare", run);
}

/** Writes the batch and folds its documents. Runs inside the transaction of the import. */
export async function applySaleLines(
  connection: DuckDBConnection,
  intake: IntakeContext,
  run: RunContext,
): Promise<SaleLineOutcome> {
  for (const sql of storeSql(intake)) await runLong(connection, sql, "store", run);
  await foldStep(connection);
  await runEach(connection, hideSupersededSql());
  await stateAccounts(connection, intake);
  await dropAccountsOfReplacedLines(connection);
  const counts = await one<RowCounts & { restated_documents: number; partial_documents: number }>(
    connection,
    intakeCountsSql(intake),
  );
  const controlTotals = await all(connection, intakeControlTotalsSql());
  return {
    counts: {
      created: counts.created,
      updated: counts.updated,
      unchanged: counts.unchanged,
      restated: counts.restated,
      rejected: counts.rejected,
    },
    controlTotals: controlTotals.map((row) => ({
      month: String(row.month),
      documentType: row.document_type as ControlTotal["documentType"],
      documents: Number(row.documents),
      lines: Number(row.lines),
      amountCents: Number(row.amount_cents),
    })),
    profile: await readProfile(connection, counts.restated_documents, counts.partial_documents),
    diff: await readDiff(connection),
    changed: counts.created + counts.updated > 0 || (await saysOtherOfAccounts(connection)),
  };
}

async function stateAccounts(connection: DuckDBConnection, intake: IntakeContext): Promise<void> {
  await connection.run(accountStatementsSql(intake));
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE touched_key AS
    SELECT DISTINCT account_id FROM customer_statement WHERE batch_no = ${intake.batchNo}`,
  );
  await runEach(connection, refoldSql(customerStatements));
}

/** An account that stood only in lines that this batch replaced lives no longer. */
async function dropAccountsOfReplacedLines(connection: DuckDBConnection): Promise<void> {
  const replaced = "SELECT before_content FROM outcome WHERE outcome IN ('merged', 'replaced')";
  const { some } = await one<{ some: boolean }>(connection, `SELECT count(*) > 0 AS some FROM (${replaced})`);
  if (!some) return;
  await refreshLiveAccounts(connection, `SELECT account_id FROM sale_line WHERE content_id IN (${replaced})`);
}

/** Names are no part of a line's identity: equal documents may still tell a new name of a customer. */
async function saysOtherOfAccounts(connection: DuckDBConnection): Promise<boolean> {
  await connection.run(foldedChangeSql(customerStatements));
  const { changed } = await one<{ changed: boolean }>(
    connection,
    "SELECT count(*) > 0 AS changed FROM folded_change WHERE is_new OR len(changed) > 0",
  );
  return changed;
}

async function readProfile(
  connection: DuckDBConnection,
  restatedDocuments: number,
  partialDocuments: number,
): Promise<FileProfile> {
  const file = await one(connection, fileProfileSql());
  const currencies = await all<{ currency: string | null; lines: number }>(connection, currenciesSql());
  return {
    documents: Number(file.documents),
    accounts: Number(file.accounts),
    products: Number(file.products),
    countries: Number(file.countries),
    rowsWithoutAccount: Number(file.rows_without_account),
    emptyDescriptions: Number(file.empty_descriptions),
    cancellationRows: Number(file.cancellation_rows),
    negativeQuantities: Number(file.negative_quantities),
    zeroPrices: Number(file.zero_prices),
    negativePrices: Number(file.negative_prices),
    exactDuplicateRows: Number(file.exact_duplicate_rows),
    nonProductRows: Number(file.non_product_rows),
    firstDate: file.first_date === null ? null : String(file.first_date),
    lastDate: file.last_date === null ? null : String(file.last_date),
    restatedDocuments,
    partialDocuments,
    currencies,
  };
}

/** New documents, and which of their totals changed where a known one was replaced or merged. */
async function readDiff(connection: DuckDBConnection): Promise<SaleLineOutcome["diff"]> {
  const created = await one(
    connection,
    `SELECT count(*) AS total FROM stage.doc d LEFT JOIN outcome o ON o.document_id = d.document_id
    WHERE d.is_new OR o.outcome = 'created'`,
  );
  const createdSample = await all<{ document_number: string }>(
    connection,
    `SELECT d.document_number FROM stage.doc d LEFT JOIN outcome o ON o.document_id = d.document_id
    WHERE d.is_new OR o.outcome = 'created' ORDER BY d.content_id LIMIT 50`,
  );
  await connection.run(`CREATE OR REPLACE TEMP TABLE document_change AS
  WITH changed AS (SELECT * FROM outcome WHERE outcome IN ('merged', 'replaced')),
  figures AS (
    SELECT content_id, count(*) AS lines, sum(amount_cents)::BIGINT AS amount, min(document_date) AS date,
      string_agg(DISTINCT account_key, ', ' ORDER BY account_key) AS accounts,
      string_agg(DISTINCT product_code, ', ' ORDER BY product_code) AS products, sum(quantity) AS quantity
    FROM sale_line LEFT JOIN account USING (account_id)
    WHERE content_id IN (SELECT before_content FROM changed UNION ALL SELECT after_content FROM changed)
    GROUP BY content_id
  )
  SELECT d.document_number, f.field, f.before, f.after FROM (
    SELECT c.document_id, unnest([
      {field: 'lines', before: b.lines::VARCHAR, after: a.lines::VARCHAR},
      {field: 'amountCents', before: b.amount::VARCHAR, after: a.amount::VARCHAR},
      {field: 'documentDate', before: b.date::VARCHAR, after: a.date::VARCHAR},
      {field: 'accountKey', before: b.accounts, after: a.accounts},
      {field: 'productCode', before: b.products, after: a.products},
      {field: 'quantity', before: b.quantity::VARCHAR, after: a.quantity::VARCHAR}
    ]) AS f
    FROM changed c JOIN figures b ON b.content_id = c.before_content JOIN figures a ON a.content_id = c.after_content
  ) x JOIN document d USING (document_id)
  WHERE f.before IS DISTINCT FROM f.after`);
  const changed = await one(
    connection,
    "SELECT count(*) AS total FROM outcome WHERE outcome IN ('merged', 'replaced')",
  );
  const fields = await all(connection, "SELECT field, count(*) AS total FROM document_change GROUP BY field");
  const sample = await all(connection, "SELECT * FROM document_change ORDER BY ALL LIMIT 50");
  return {
    created: { total: Number(created.total), sample: createdSample.map((row) => row.document_number) },
    changed: {
      total: Number(changed.total),
      fields: Object.fromEntries(fields.map((row) => [String(row.field), Number(row.total)])),
      sample: sample.map(changedCell),
    },
    vanished: { total: 0, sample: [] },
  };
}

function changedCell(row: Row): ImportDiff["changed"]["sample"][number] {
  return {
    key: String(row.document_number),
    field: String(row.field),
    before: row.before === null ? null : String(row.before),
    after: row.after === null ? null : String(row.after),
  };
}
