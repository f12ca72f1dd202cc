import type { DuckDBConnection } from "@duckdb/node-api";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { one } from "../duckdb/connect.ts";

/**
 * The latest document date that is not after the day of import; null without such a document.
 * @param importedOn day of the last import in the company's time zone
 */
export async function defaultAsOf(
  connection: DuckDBConnection,
  importedOn: string,
): Promise<PlainDate | null> {
  const row = await one<{ as_of: string | null }>(
    connection,
    `SELECT max(document_date) AS as_of FROM sale_line_current WHERE document_date <= CAST(? AS DATE)`,
    [plainDate(importedOn)],
  );
  return row.as_of === null ? null : plainDate(row.as_of);
}
