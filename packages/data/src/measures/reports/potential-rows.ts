import type { DuckDBConnection } from "@duckdb/node-api";
import type { FirmSelection } from "@kleinod/engine/measures/firm-selection.ts";
import type { PotentialReport, PotentialRow } from "@kleinod/engine/measures/potential/report-contract.ts";
import { potentialRowCountSql, potentialRowsSql } from "@kleinod/engine/measures/potential/report-sql.ts";
import { all, one } from "../../duckdb/connect.ts";
import type { ReportContext } from "./report-context.ts";

interface PotentialSqlRow {
  readonly customer_id: number;
  readonly account_key: string;
  readonly name: string;
  readonly branch: string | null;
  readonly staff_class: string | null;
  readonly region: string | null;
  readonly size_class: string;
  readonly sales_cents: number | null;
  readonly potential_cents: number | null;
  readonly potential_low_cents: number | null;
  readonly potential_high_cents: number | null;
  readonly share_of_wallet: number | null;
  readonly potential_is_unclear: boolean;
  readonly unclear_reason: PotentialRow["unclearReason"];
  readonly contacts: number | null;
  readonly gap_field: string[];
  readonly gap_peer_share: number[];
  readonly gap_share_low: number[];
  readonly gap_share_high: number[];
  readonly gap_peers: number[];
  readonly gap_worth_cents: number[];
  readonly gap_expected_cents: number[];
}

/** Potentials of the selected customers, most open first. */
export async function potentialRows(
  connection: DuckDBConnection,
  { snapshotTable }: ReportContext,
  selection: FirmSelection,
): Promise<Pick<PotentialReport, "total" | "customers">> {
  const rows = await all<PotentialSqlRow>(connection, potentialRowsSql(snapshotTable, selection));
  const { total } = await one<{ total: number }>(connection, potentialRowCountSql(snapshotTable, selection));
  return {
    total,
    customers: rows.map((row) => ({
      id: row.customer_id,
      accountKey: row.account_key,
      name: row.name,
      branch: row.branch,
      staffClass: row.staff_class,
      region: row.region,
      sizeClass: row.size_class,
      salesLast12Cents: row.sales_cents,
      potentialCents: row.potential_cents,
      lowCents: row.potential_low_cents,
      highCents: row.potential_high_cents,
      shareOfWallet: row.share_of_wallet,
      isUnclear: row.potential_is_unclear,
      unclearReason: row.unclear_reason,
      contacts: row.contacts,
      needGaps: row.gap_field.map((field, i) => ({
        field,
        peerShare: row.gap_peer_share[i]!,
        shareLow: row.gap_share_low[i]!,
        shareHigh: row.gap_share_high[i]!,
        peers: row.gap_peers[i]!,
        worthCents: row.gap_worth_cents[i]!,
        expectedCents: row.gap_expected_cents[i]!,
      })),
    })),
  };
}
