import type { DuckDBConnection } from "@duckdb/node-api";
import { monthsBefore } from "@kleinod/engine/measures/period.ts";
import {
  type HeterogeneityRow,
  heterogeneityTargetsOf,
} from "@kleinod/engine/segments/heterogeneity/heterogeneity.ts";
import type { HeterogeneityReport } from "@kleinod/engine/segments/heterogeneity/report-contract.ts";
import {
  buyersSql,
  type HeterogeneitySources,
  heterogeneityRowsSql,
} from "@kleinod/engine/segments/heterogeneity/sql.ts";
import type { PlainDate } from "@kleinod/engine/units.ts";
import { all, one } from "../duckdb/connect.ts";
import { columnsOfTable } from "../measures/reports/columns-of-table.ts";
import type { ReportContext } from "../measures/reports/report-context.ts";

/** What sets customers apart; at most 50,000 of them are read. */
export async function heterogeneity(
  connection: DuckDBConnection,
  { asOf, snapshotTable }: Pick<ReportContext, "asOf" | "snapshotTable">,
): Promise<HeterogeneityReport> {
  const sources = await sourcesOf(connection, snapshotTable);
  const { customers } = await one<{ customers: number }>(connection, buyersSql(snapshotTable));
  const day = asOf as PlainDate;
  const rows = await all<HeterogeneityRow>(
    connection,
    heterogeneityRowsSql(snapshotTable, sources, day, monthsBefore(day, 12), customers),
  );
  return { asOf, ...heterogeneityTargetsOf({ rows, customers }) };
}

/** Order headers say the channel best; without them the sale lines may. */
async function sourcesOf(connection: DuckDBConnection, snapshotTable: string): Promise<HeterogeneitySources> {
  const columns = await columnsOfTable(connection, snapshotTable);
  const hasChannel = async (relation: string, column: string) => {
    if (!(await columnsOfTable(connection, relation)).has(column)) return false;
    const sql = `SELECT EXISTS (SELECT 1 FROM ${relation} WHERE ${column} IS NOT NULL) AS found`;
    return (await one<{ found: boolean }>(connection, sql)).found;
  };
  if (await hasChannel("order_header_current", "channel")) {
    return { columns, channelFrom: "order_header_current" };
  }
  const fromLines = await hasChannel("sale_line_current", "entry_channel");
  return { columns, channelFrom: fromLines ? "sale_line_current" : null };
}
