import type { DuckDBConnection } from "@duckdb/node-api";
import type { Overview } from "@kleinod/engine/measures/reports.ts";
import { all, one } from "../duckdb/connect.ts";
import { dataHealth, dataTier } from "../measures/reports/data-health.ts";
import { type StoreTotals, storeTotals } from "../measures/reports/store-totals.ts";
import { reportContext } from "../workspace/measure-context.ts";
import { mirrorReady } from "../workspace/mirror.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { countDuplicates, type DuplicateCounts } from "./duplicate-counts.ts";

export interface Quality {
  /** How often an attribute is known, of accounts or of lines. */
  readonly fields: readonly { readonly field: string; readonly known: number; readonly total: number }[];
  /** Problems of the batches that count, per batch and rule, newest batch first. */
  readonly openProblems: readonly {
    readonly batchId: string;
    readonly file: string;
    readonly rule: string;
    readonly count: number;
  }[];
  readonly unconverted: { readonly lines: number; readonly currencies: readonly string[] };
  readonly duplicates: DuplicateCounts;
  readonly withoutCustomer: { readonly lines: number; readonly salesCents: number | null };
  /** Null before the first measurement. */
  readonly tier: Overview["dataTier"] | null;
  readonly nextTier: Overview["dataHealth"]["nextTier"];
}

/** What is known, what is wrong and what the next data would bring. Totals of lines are those of the last measurement. */
export async function quality(workspace: Workspace): Promise<Quality> {
  await mirrorReady(workspace);
  const found = await reportContext(workspace, { stale: "latest" });
  return workspace.read(async (connection) => {
    const totals = found.ok ? await storeTotals(connection) : null;
    const health = found.ok && totals !== null ? await dataHealth(connection, found.context, totals) : null;
    return {
      fields: [...(await accountFields(connection)), ...lineFields(totals)],
      openProblems: await openProblems(connection),
      unconverted: {
        lines: totals?.unconverted_lines ?? 0,
        currencies: await currenciesWithoutRate(connection, totals),
      },
      duplicates: await countDuplicates(connection),
      withoutCustomer: { lines: totals?.other_lines ?? 0, salesCents: totals?.other_sales_cents ?? null },
      tier: totals === null ? null : dataTier(totals),
      nextTier: health?.nextTier ?? null,
    };
  });
}

/** What an account can be known by, with its SQL where it is more than a column. */
const accountColumns: Readonly<Record<string, string>> = {
  vatId: "vat_id",
  branch: "coalesce(branch, branch_code)",
  employees: "coalesce(employees::VARCHAR, employee_class)",
  phone: "phone",
  email: "email",
  postcode: "postcode",
  language: "language",
  owner: "owner",
  customerGroup: "customer_group",
};

async function accountFields(connection: DuckDBConnection): Promise<Quality["fields"]> {
  const counts = Object.entries(accountColumns).map(([field, sql]) => `count(${sql}) AS "${field}"`);
  const row = await one<Record<string, number>>(
    connection,
    `SELECT count(*) AS total, ${counts.join(", ")} FROM account_current`,
  );
  return Object.keys(accountColumns).map((field) => ({
    field,
    known: row[field] ?? 0,
    total: row.total ?? 0,
  }));
}

function lineFields(totals: StoreTotals | null): Quality["fields"] {
  if (totals === null || totals.lines === 0) return [];
  return [
    { field: "lineCustomer", known: totals.customer_lines, total: totals.lines },
    { field: "costOfGoods", known: totals.costed_lines, total: totals.product_lines },
    { field: "entryChannel", known: totals.channel_lines, total: totals.lines },
  ];
}

function openProblems(connection: DuckDBConnection): Promise<Quality["openProblems"][number][]> {
  return all<Quality["openProblems"][number]>(
    connection,
    `SELECT 'b' || b.batch_no AS "batchId", b.file_name AS file, p.rule, count(*) AS count
    FROM problem p JOIN batch b ON b.batch_no = p.batch_no AND NOT b.undone
    GROUP BY b.batch_no, b.file_name, p.rule ORDER BY b.batch_no DESC, count DESC, p.rule`,
  );
}

async function currenciesWithoutRate(
  connection: DuckDBConnection,
  totals: StoreTotals | null,
): Promise<readonly string[]> {
  if (totals === null || totals.unconverted_lines === 0) return [];
  const rows = await all<{ currency: string }>(
    connection,
    "SELECT DISTINCT currency FROM sale_line_current WHERE value_cents IS NULL AND currency IS NOT NULL ORDER BY 1",
  );
  return rows.map(({ currency }) => currency);
}
