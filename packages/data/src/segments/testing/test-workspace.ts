/** A workspace in a temporary directory with a few facts, written as an import would leave them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lineHashSql, multisetHashSql } from "@kleinod/engine/facts/documents/sql.ts";
import { literal } from "../../duckdb/connect.ts";
import { bumpFactsVersion } from "../../duckdb/fact-store.ts";
import { transaction } from "../../duckdb/transaction.ts";
import { mirrorReady } from "../../workspace/mirror.ts";
import { mirrorRates, writeSetting } from "../../workspace/mirror-parameters.ts";
import { openWorkspace, type Workspace } from "../../workspace/open-workspace.ts";

export interface FactLine {
  readonly document: string;
  /** Null: a line without a customer. */
  readonly account: string | null;
  readonly date: string;
  readonly cents: number;
  readonly currency?: string;
  readonly documentType?: string;
  readonly costCents?: number;
}

export interface FactAccount {
  readonly account: string;
  readonly name?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly phone?: string;
  readonly vatId?: string;
}

export interface TestWorkspace {
  readonly workspace: Workspace;
  readonly directory: string;
  /** Closes it and opens the same directory again, as a restart does. */
  reopen(): Promise<Workspace>;
  remove(): Promise<void>;
}

/** @param today a fixed day, or a function of a test that moves on */
export async function testWorkspace(today: string | (() => string) = "2026-01-31"): Promise<TestWorkspace> {
  const parent = await mkdtemp(join(tmpdir(), "kleinod-"));
  const directory = join(parent, "company");
  const open = () =>
    openWorkspace({ directory, today: typeof today === "string" ? () => today : today, threads: 2 });
  let workspace = await open();
  return {
    get workspace() {
      return workspace;
    },
    directory,
    async reopen() {
      await workspace.close();
      workspace = await open();
      return workspace;
    },
    async remove() {
      await workspace.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** The company currency as `setParameter` mirrors it, without the seconds that new records take. */
export async function nameCurrency(workspace: Workspace, currency: string): Promise<void> {
  await mirrorReady(workspace);
  const origin = { version: 1, author: "test", reason: null, validFrom: null };
  await workspace.write(async (connection) => {
    await writeSetting(connection, { code: "company.currency", value: currency, ...origin });
    await mirrorRates(connection);
  });
}

/** One batch of documents that are not known yet, and accounts. Source `main`. */
export function addFacts(
  workspace: Workspace,
  batchNo: number,
  { lines = [], accounts = [] }: { lines?: readonly FactLine[]; accounts?: readonly FactAccount[] },
): Promise<void> {
  return workspace.write((connection) =>
    transaction(connection, async () => {
      const run = (sql: string) => connection.run(sql);
      const text = (value: string | null | undefined) =>
        value === null || value === undefined ? "NULL" : literal(value);
      await run(`INSERT INTO batch VALUES (${batchNo}, 'main', '${lines.length > 0 ? "saleLines" : "customers"}', 'delta',
        'file${batchNo}.csv', 'sha', 1, TIMESTAMP '2026-01-01 08:00:00' + INTERVAL ${batchNo} HOUR, false, '{}')`);
      const keys = [
        ...lines.flatMap(({ account }) => account ?? []),
        ...accounts.map(({ account }) => account),
      ];
      for (const key of new Set(keys)) {
        await run(`INSERT INTO account SELECT n, 'main', ${text(key)}, n, true
          FROM (SELECT coalesce(max(account_id), 0) + 1 AS n FROM account)
          WHERE NOT EXISTS (SELECT 1 FROM account WHERE account_key = ${text(key)})`);
      }
      for (const { account, name, street, postcode, city, phone, vatId } of accounts) {
        const values = [name, street, postcode, city, phone, vatId].map(text).join(", ");
        await run(`INSERT INTO customer_folded (account_id, name, street, postcode, city, phone, vat_id, last_batch)
          SELECT account_id, ${values}, ${batchNo} FROM account WHERE account_key = ${text(account)}`);
        await run(`INSERT INTO customer_statement (batch_no, row_no, weight, account_id, name, street, postcode, city, phone, vat_id)
          SELECT ${batchNo}, 1, 1, account_id, ${values} FROM account WHERE account_key = ${text(account)}`);
      }
      for (const number of new Set(lines.map(({ document }) => document))) {
        await run(`INSERT INTO document SELECT n, 'main', ${text(number)}, n
          FROM (SELECT coalesce(max(document_id), 0) + 1 AS n FROM document)`);
      }
      for (const [index, line] of lines.entries()) {
        await run(`INSERT INTO sale_line (content_id, document_id, batch_no, row_no, source, document_number, account_id,
            document_date, document_type, line_kind, product_code, quantity, amount_cents, cost_cents, currency)
          SELECT d.content_id, d.document_id, ${batchNo}, ${index + 1}, 'main', d.document_number,
            (SELECT account_id FROM account WHERE account_key = ${text(line.account)}), DATE ${text(line.date)},
            ${text(line.documentType ?? "invoice")}, 'product', 'P1', 1, ${line.cents}, ${line.costCents ?? "NULL"},
            ${text(line.currency)}
          FROM document d WHERE d.document_number = ${text(line.document)}`);
      }
      await run(`INSERT INTO content SELECT content_id, any_value(document_id), count(*),
          ${multisetHashSql(lineHashSql((column) => column))}, false
        FROM sale_line WHERE batch_no = ${batchNo} GROUP BY content_id`);
      await run(`INSERT INTO document_version SELECT document_id, ${batchNo}, content_id FROM content
        WHERE content_id IN (SELECT content_id FROM sale_line WHERE batch_no = ${batchNo})`);
      await bumpFactsVersion(connection);
    }),
  );
}

/** Customers A1 … An that buy for `cents` every month of 2025; A1 spends 1 ×, A2 2 × … as much. */
export function monthlyBuyers(customers: number, cents: number): FactLine[] {
  return Array.from({ length: customers }, (_, index) => index + 1).flatMap((customer) =>
    Array.from({ length: 12 }, (_, month) => ({
      document: `D${customer}-${month + 1}`,
      account: `A${customer}`,
      date: `2025-${String(month + 1).padStart(2, "0")}-15`,
      cents: cents * customer,
    })),
  );
}
