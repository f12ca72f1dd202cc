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
  /** Which kinds of events the store holds at all. */
  readonly has_order_headers: boolean;
  readonly has_activities: boolean;
  readonly has_cases: boolean;
  readonly has_voices: boolean;
}

export function storeTotals(connection: DuckDBConnection): Promise<StoreTotals> {
  // Only whether there are any: status asks often, and counting millions of events would take its time.
  const any = (...tables: string[]) => tables.map((table) => `EXISTS (SELECT 1 FROM ${table})`).join(" OR ");
  return one<StoreTotals>(
    connection,
    `SELECT *, ${any("order_header_folded")} AS has_order_headers,
      ${any("activity_folded", "captured_activity")} AS has_activities,
      ${any("service_case_folded")} AS has_cases,
      ${any("partner_customer_folded", "survey_folded")} AS has_voices
    FROM m_total`,
  );
}
