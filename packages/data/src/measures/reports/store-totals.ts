import type { DuckDBConnection } from "@duckdb/node-api";
import { one } from "../../duckdb/connect.ts";

/** The row of `m_total`, see measures/documents/contract.ts. */
export interface StoreTotals {
  readonly lines: number;
  readonly documents: number;
  readonly amount_cents: number;
  readonly unconverted_lines: number;
  readonly customer_lines: number;
  readonly other_lines: number;
  readonly other_sales_cents: number | null;
  readonly first_date: string | null;
  readonly product_lines: number;
  readonly costed_lines: number;
  readonly channel_lines: number;
}

export function storeTotals(connection: DuckDBConnection): Promise<StoreTotals> {
  return one<StoreTotals>(connection, "SELECT * FROM m_total");
}
