import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type BatchResult,
  type ImportOptions,
  type ImportResult,
  importOptionsSchema,
} from "@kleinod/engine/import/result.ts";
import { all, one, type Row } from "../src/duckdb/connect.ts";
import { factsVersion } from "../src/duckdb/fact-store.ts";
import { undoBatch } from "../src/import/batches.ts";
import { type ImportRequest, runImport } from "../src/import/run-import.ts";
import { openWorkspace, type Workspace } from "../src/workspace/open-workspace.ts";

/** A data directory in a temporary folder, and what a person does with it: drop files, look, undo. */
export interface ImportDesk {
  readonly workspace: Workspace;
  readonly folder: string;
  /** Writes a file beside the data directory and gives its path. */
  file(name: string, content: string | Uint8Array): Promise<string>;
  /** Writes a file and imports it; its only batch. */
  take(
    name: string,
    content: string | Uint8Array,
    options?: Partial<ImportOptions>,
    request?: Partial<ImportRequest>,
  ): Promise<BatchResult>;
  /** The same with the open questions. */
  ask(
    name: string,
    content: string | Uint8Array,
    options?: Partial<ImportOptions>,
    request?: Partial<ImportRequest>,
  ): Promise<ImportResult>;
  rows<T = Row>(sql: string): Promise<T[]>;
  version(): Promise<number>;
  undo(batchId: string | null): Promise<void>;
  redo(batchId: string | null): Promise<void>;
  remove(): Promise<void>;
}

export async function importDesk(): Promise<ImportDesk> {
  const folder = await mkdtemp(join(tmpdir(), "kleinod-desk-"));
  const workspace = await openWorkspace({
    directory: join(folder, "data"),
    today: () => "2026-11-23",
    threads: 2,
  });
  const file: ImportDesk["file"] = async (name, content) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const ask: ImportDesk["ask"] = async (name, content, options = {}, request = {}) =>
    runImport(
      workspace,
      [{ path: await file(name, content), ...request }],
      importOptionsSchema.parse(options),
    );
  const set = async (batchId: string | null, undone: boolean) => {
    const outcome = await undoBatch(workspace, batchId ?? "none", undone);
    if (!outcome.ok) throw new Error(`${batchId}: ${outcome.code}`);
  };
  return {
    workspace,
    folder,
    file,
    ask,
    take: async (...args) => {
      const { batches } = await ask(...args);
      if (batches.length !== 1) throw new Error(`${batches.length} batches instead of one`);
      return batches[0]!;
    },
    rows: <T>(sql: string) => workspace.read((connection) => all<T>(connection, sql)),
    version: () => workspace.read(factsVersion),
    undo: (batchId) => set(batchId, true),
    redo: (batchId) => set(batchId, false),
    remove: async () => {
      await workspace.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The five outcomes of rows and their sum, in the order in which a result lists them. */
export function counts(batch: BatchResult): number[] {
  const { read, created, updated, unchanged, restated, rejected } = batch;
  return [read, created, updated, unchanged, restated, rejected];
}

/** Every current line as text, sorted, without what a person cannot see (ids, batch numbers, places in a file). */
export async function currentLines(desk: ImportDesk): Promise<string[]> {
  const rows = await desk.rows<{ line: string }>(
    `SELECT concat_ws('|', l.document_number, coalesce(l.line_number, '-'), coalesce(a.account_key, '-'),
      l.document_date, coalesce(l.product_code, '-'), l.amount_cents, l.document_type) AS line
    FROM sale_line_current l LEFT JOIN account a USING (account_id) ORDER BY line`,
  );
  return rows.map((row) => row.line);
}

/** Everything that the facts say, in words of the person: lines, accounts with their attributes, products, costs, contacts. */
export async function currentFacts(desk: ImportDesk): Promise<Record<string, unknown>> {
  const accounts = await desk.rows(
    "SELECT * EXCLUDE (account_id, customer_id) FROM account_current ORDER BY source, account_key",
  );
  const products = await desk.rows(
    "SELECT * EXCLUDE (last_batch) FROM product_current ORDER BY product_code",
  );
  const costs = await desk.rows("SELECT * EXCLUDE (last_batch) FROM cost_current ORDER BY ALL");
  const contacts = await desk.rows(
    `SELECT c.* EXCLUDE (last_batch, account_id), a.account_key FROM contact_current c JOIN account a USING (account_id)
    ORDER BY a.account_key, contact_key`,
  );
  return { lines: await currentLines(desk), accounts, products, costs, contacts };
}

/** How many rows every table of the store holds: a dry run must leave all as they are. */
export async function storeCounts(desk: ImportDesk): Promise<Record<string, number>> {
  const tables = await desk.rows<{ table_name: string }>(
    "SELECT table_name FROM duckdb_tables() WHERE database_name = 'facts' AND NOT temporary ORDER BY table_name",
  );
  const result: Record<string, number> = {};
  for (const { table_name } of tables) {
    const row = await desk.workspace.read((connection) =>
      one<{ n: number }>(connection, `SELECT count(*) AS n FROM "${table_name}"`),
    );
    result[table_name] = row.n;
  }
  return result;
}

export const workFiles = (desk: ImportDesk) => readdir(desk.workspace.workDirectory);
