import type { DuckDBConnection } from "@duckdb/node-api";
import { everyFirm, type FirmSelection } from "@kleinod/engine/measures/firm-selection.ts";
import { gapReason } from "@kleinod/engine/measures/need/gap-reason.ts";
import {
  type NeedGapRow,
  type NeedGapsReport,
  peerLevels,
} from "@kleinod/engine/measures/need/report-contract.ts";
import {
  gapChoicesSql,
  gapRowsSql,
  gapTotalsSql,
  needScopeSql,
} from "@kleinod/engine/measures/need/report-sql.ts";
import { all, one } from "../../duckdb/connect.ts";
import { type NeedScope, needUnclear } from "./need-unclear.ts";
import type { ReportContext } from "./report-context.ts";

interface GapSqlRow {
  readonly customer_id: number;
  readonly name: string;
  readonly account_key: string;
  readonly city: string | null;
  readonly phone: string | null;
  readonly contact_name: string | null;
  readonly owner: string | null;
  readonly size_class: string;
  readonly rhythm_state: string;
  readonly last_purchase: string | null;
  readonly sales_last12_cents: number | null;
  readonly share_of_wallet: number | null;
  readonly branch: string | null;
  readonly region: string | null;
  readonly staff_class: string | null;
  readonly field: string;
  readonly peer_level: number;
  readonly peers: number;
  readonly peers_buying: number;
  readonly peer_share: number;
  readonly share_low: number;
  readonly share_high: number;
  readonly worth_cents: number;
  readonly worth_low_cents: number;
  readonly worth_high_cents: number;
  readonly expected_cents: number;
}

/** The call list of what lies fallow: totals are of the whole list, rows are a page of it. */
export async function needGaps(
  connection: DuckDBConnection,
  context: ReportContext,
  selection: Partial<FirmSelection> = {},
): Promise<NeedGapsReport> {
  const { asOf, currency, snapshotTable } = context;
  const chosen = { ...everyFirm, ...selection };
  const totals = await one<{ total: number; customers: number; expected_cents: number | null }>(
    connection,
    gapTotalsSql(snapshotTable, chosen),
  );
  const choices = await one<{ branches: string[]; regions: string[]; fields: string[] }>(
    connection,
    gapChoicesSql(),
  );
  const scope = await one<NeedScope>(connection, needScopeSql());
  return {
    asOf,
    currency,
    total: totals.total,
    customers: totals.customers,
    expectedCents: totals.expected_cents,
    choices,
    unclear: needUnclear(scope).filter(({ field }) => field === "needGaps" || field === "needBreadth"),
    rows: await needGapRows(connection, context, chosen),
  };
}

/** Gaps of the selection, most expected first. */
export async function needGapRows(
  connection: DuckDBConnection,
  { snapshotTable, notes }: ReportContext,
  selection: FirmSelection,
): Promise<NeedGapRow[]> {
  const rows = await all<GapSqlRow>(connection, gapRowsSql(snapshotTable, selection));
  return rows.map((row) => ({
    customerId: row.customer_id,
    name: row.name,
    accountKey: row.account_key,
    city: row.city,
    region: row.region,
    branch: row.branch,
    staffClass: row.staff_class,
    phone: row.phone,
    contactName: row.contact_name,
    owner: row.owner,
    sizeClass: row.size_class,
    rhythmState: row.rhythm_state,
    lastPurchase: row.last_purchase,
    salesLast12Cents: row.sales_last12_cents,
    shareOfWallet: row.share_of_wallet,
    field: row.field,
    peerLevel: peerLevels[row.peer_level]!,
    peers: row.peers,
    peersBuying: row.peers_buying,
    peerShare: row.peer_share,
    shareLow: row.share_low,
    shareHigh: row.share_high,
    worthCents: row.worth_cents,
    worthLowCents: row.worth_low_cents,
    worthHighCents: row.worth_high_cents,
    expectedCents: row.expected_cents,
    reason: gapReason({
      field: row.field,
      peerLevel: row.peer_level,
      peers: row.peers,
      peersBuying: row.peers_buying,
      branch: row.branch,
      staffClass: row.staff_class,
      region: row.region,
    }),
    note: notes?.get(row.customer_id) ?? null,
  }));
}
