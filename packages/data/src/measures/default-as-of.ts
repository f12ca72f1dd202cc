import type { DuckDBConnection } from "@duckdb/node-api";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { one } from "../duckdb/connect.ts";

/** Days on which something happened besides sales, see facts/events/contract.ts. */
const eventDays = [
  ["order_header_current", "order_date"],
  ["delivery_current", "delivery_date"],
  ["service_case_current", "case_date"],
  ["activity_current", "activity_date"],
] as const;

/**
 * The latest document date that is not after the day of import. A store without documents takes the latest order, delivery,
 * case or activity, so that a log of cases alone shows its effort; null without any of them.
 * @param importedOn day of the last import in the company's time zone
 */
export async function defaultAsOf(
  connection: DuckDBConnection,
  importedOn: string,
): Promise<PlainDate | null> {
  const day = plainDate(importedOn);
  const documents = await latest(connection, "SELECT document_date AS day FROM sale_line_current", day);
  if (documents !== null) return documents;
  const events = eventDays.map(([relation, column]) => `SELECT ${column} AS day FROM ${relation}`);
  return latest(connection, events.join(" UNION ALL "), day);
}

async function latest(
  connection: DuckDBConnection,
  days: string,
  upTo: PlainDate,
): Promise<PlainDate | null> {
  const row = await one<{ as_of: string | null }>(
    connection,
    `SELECT max(day) AS as_of FROM (${days}) WHERE day <= CAST(? AS DATE)`,
    [upTo],
  );
  return row.as_of === null ? null : plainDate(row.as_of);
}
