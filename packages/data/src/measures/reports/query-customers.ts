import type { DuckDBConnection } from "@duckdb/node-api";
import { customerQuerySql, type QueryRefusal } from "@kleinod/engine/measures/reports/customer-query-sql.ts";
import type { CustomerPage, CustomerQuery } from "@kleinod/engine/measures/reports.ts";
import { all, one } from "../../duckdb/connect.ts";
import type { ReportContext } from "./report-context.ts";

/** One page of the explorer with the number of all matches; refuses unknown columns, operators and values. */
export async function queryCustomers(
  connection: DuckDBConnection,
  { asOf, currency, snapshotTable }: Pick<ReportContext, "asOf" | "currency" | "snapshotTable">,
  query: CustomerQuery,
): Promise<
  { readonly ok: true; readonly page: CustomerPage } | { readonly ok: false; readonly refusal: QueryRefusal }
> {
  const sql = customerQuerySql(snapshotTable, query);
  if (!sql.ok) return sql;
  const values = [...sql.values];
  const { total } = await one<{ total: number }>(connection, sql.countSql, values);
  const rows = await all<CustomerPage["rows"][number]>(connection, sql.pageSql, values);
  const columns = sql.columns.map((column) => column.code);
  return { ok: true, page: { asOf, currency, total, columns, rows } };
}
