import type { DuckDBConnection } from "@duckdb/node-api";
import { plainDate } from "@kleinod/engine/measures/period.ts";
import {
  customerAccountsSql,
  customerContactsSql,
  customerDocumentCountSql,
  customerDocumentsSql,
  customerFiguresSql,
  customerGroupsSql,
  customerMonthsSql,
  customerProductsSql,
  customerPurchasesSql,
} from "@kleinod/engine/measures/reports/customer-detail-sql.ts";
import type { CustomerDetail, CustomerDocuments } from "@kleinod/engine/measures/reports.ts";
import { invalid } from "@kleinod/engine/units.ts";
import { all, one } from "../../duckdb/connect.ts";
import type { ReportContext } from "./report-context.ts";
import { storeTotals } from "./store-totals.ts";
import { customerUnclear } from "./unclear.ts";

/** Everything about one customer at asOf; null when the snapshot does not know the number. */
export async function customerDetail(
  connection: DuckDBConnection,
  context: ReportContext,
  customerId: number,
): Promise<CustomerDetail | null> {
  const asOf = plainDate(context.asOf);
  const rows = <T>(sql: string) => all<T>(connection, sql, [customerId]);
  const [figures] = await rows<CustomerDetail["figures"]>(customerFiguresSql(context.snapshotTable));
  if (figures === undefined) return null;
  return {
    asOf,
    currency: context.currency,
    figures,
    unclear: customerUnclear(figures, await storeTotals(connection), asOf),
    accounts: await rows<CustomerDetail["accounts"][number]>(customerAccountsSql()),
    contacts: await rows<CustomerDetail["contacts"][number]>(customerContactsSql()),
    purchases: await rows<CustomerDetail["purchases"][number]>(customerPurchasesSql(asOf)),
    months: await rows<CustomerDetail["months"][number]>(customerMonthsSql(asOf)),
    productGroups: await rows<CustomerDetail["productGroups"][number]>(customerGroupsSql(asOf)),
    products: await rows<CustomerDetail["products"][number]>(customerProductsSql(asOf)),
    note: context.notes?.get(customerId) ?? null,
  };
}

/**
 * The documents behind a customer's figures, latest first, in the currency of the documents.
 * @throws RangeError when limit or offset is no whole number in range.
 */
export async function customerDocuments(
  connection: DuckDBConnection,
  customerId: number,
  { limit = 100, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): Promise<CustomerDocuments> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw invalid("limit", limit, "1 to 1000");
  if (!Number.isInteger(offset) || offset < 0) throw invalid("offset", offset, "a whole number ≥ 0");
  const { total } = await one<{ total: number }>(connection, customerDocumentCountSql(), [customerId]);
  const rows = await all<CustomerDocuments["rows"][number]>(connection, customerDocumentsSql(limit, offset), [
    customerId,
    customerId,
  ]);
  return { total, rows };
}
