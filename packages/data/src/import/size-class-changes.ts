import type { DuckDBConnection } from "@duckdb/node-api";
import type { ImportDiff } from "@kleinod/engine/import/result.ts";
import { all, one } from "../duckdb/connect.ts";
import { defaultAsOf } from "../measures/default-as-of.ts";
import { measureSettings } from "../measures/measure-settings.ts";
import { type StepCode, steps } from "../measures/steps.ts";

const shown = 50;
const neededForSize: readonly StepCode[] = ["customers", "documents", "sales", "size"];

/**
 * Who would change size class if the staged batch were kept: runs inside the transaction of a dry run, which takes the
 * measures computed here back with everything else. Null while no line was ever drawn (before the first measuring).
 */
export async function sizeClassChanges(
  connection: DuckDBConnection,
  today: string,
): Promise<ImportDiff["sizeClassChanges"]> {
  const { measured } = await one<{ measured: boolean }>(
    connection,
    "SELECT count(*) > 0 AS measured FROM duckdb_tables() WHERE table_name = 'm_size'",
  );
  if (!measured) return null;
  const asOf = await defaultAsOf(connection, today);
  if (asOf === null) return null;
  await connection.run(
    "CREATE OR REPLACE TEMP TABLE size_before AS SELECT customer_id, size_class FROM m_size",
  );
  const parameters = await all<{ code: string; value: string }>(
    connection,
    "SELECT code, value FROM setting",
  );
  const settings = measureSettings(
    asOf,
    parameters.map(({ code, value }) => ({ code, value: JSON.parse(value) as unknown })),
  );
  for (const step of steps.filter(({ code }) => neededForSize.includes(code))) {
    await step.run({ connection, settings, snapshotTable: "size_preview" });
  }
  await connection.run(`CREATE OR REPLACE TEMP TABLE size_change AS
  SELECT a.customer_id, b.size_class AS before, a.size_class AS after
  FROM m_size a JOIN size_before b USING (customer_id) WHERE a.size_class <> b.size_class`);
  const { total } = await one<{ total: number }>(connection, "SELECT count(*) AS total FROM size_change");
  const sample = await all<{ customer: string; before: string; after: string }>(
    connection,
    `SELECT coalesce(any_value(c.name), any_value(c.account_key), x.customer_id::VARCHAR) AS customer,
      x.before, x.after
    FROM size_change x LEFT JOIN account_current c ON c.customer_id = x.customer_id
    GROUP BY x.customer_id, x.before, x.after ORDER BY customer LIMIT ${shown}`,
  );
  return { total, sample };
}
