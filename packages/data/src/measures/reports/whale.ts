import type { DuckDBConnection } from "@duckdb/node-api";
import { whaleColumns } from "@kleinod/engine/measures/contracts/whale-columns.ts";
import {
  topSharesSql,
  whalePointsSql,
  whaleRugSql,
  whaleTotalsSql,
} from "@kleinod/engine/measures/reports/whale-sql.ts";
import type { Whale, WhaleBasis } from "@kleinod/engine/measures/reports.ts";
import { all, one } from "../../duckdb/connect.ts";
import { restsOnAssumedCosts } from "./assumed-costs.ts";
import { columnsOfTable } from "./columns-of-table.ts";
import type { ReportContext } from "./report-context.ts";

interface WhaleTotals {
  readonly customers: number;
  readonly unknown: number;
  readonly total_cents: number;
  readonly peak_cents: number;
  readonly assumed: boolean;
}

/** Bases from the most telling to the one that always exists; a curve with gaps falls back to the next. */
const fallbacks: readonly WhaleBasis[] = ["avoidable", "full", "contribution1", "sales"];

/** Why a basis could not be drawn. */
const reasons: Readonly<Record<WhaleBasis, string>> = {
  avoidable: "costToServeMissing",
  full: "costToServeMissing",
  contribution1: "costOfGoodsMissing",
  sales: "unconverted",
};

/**
 * The concentration curve over all customers, whatever their size. Without a basis: contribution I where it is known of
 * every customer, else sales. A contribution curve with gaps is not drawn: it falls back and says why.
 */
export async function whale(
  connection: DuckDBConnection,
  { asOf, currency, snapshotTable, parameters }: ReportContext,
  basis: WhaleBasis = "contribution1",
): Promise<Whale> {
  const { drawn, totals, unclear } = await drawable(connection, snapshotTable, basis);
  const points = await all<{ customers: number; cumulative_cents: number; large: number; small: number }>(
    connection,
    whalePointsSql(snapshotTable, drawn),
  );
  const shares = await all<{ top_ratio: number; customers: number; cents: number }>(
    connection,
    topSharesSql(snapshotTable, drawn),
  );
  const ratio = (cents: number) => (totals.total_cents > 0 ? cents / totals.total_cents : null);
  return {
    asOf,
    currency,
    basis: drawn,
    customers: totals.customers,
    totalCents: totals.total_cents,
    peakCents: totals.peak_cents,
    peakRatio: ratio(totals.peak_cents),
    points: points.map((point) => ({
      customers: point.customers,
      cumulativeCents: point.cumulative_cents,
      large: point.large,
      small: point.small,
    })),
    rug: await all<Whale["rug"][number]>(connection, whaleRugSql(snapshotTable, drawn)),
    topShares: shares.map((share) => ({
      topRatio: share.top_ratio,
      customers: share.customers,
      shareRatio: ratio(share.cents),
    })),
    assumed:
      drawn !== "sales" && (totals.assumed || (drawn !== "contribution1" && restsOnAssumedCosts(parameters))),
    unclear,
  };
}

interface Drawable {
  readonly drawn: WhaleBasis;
  readonly totals: WhaleTotals;
  readonly unclear: Whale["unclear"];
}

/** The wanted basis, or the next one that is known of every customer. */
async function drawable(
  connection: DuckDBConnection,
  snapshotTable: string,
  wanted: WhaleBasis,
): Promise<Drawable> {
  const unclear: Whale["unclear"] = [];
  const columns = await columnsOfTable(connection, snapshotTable);
  for (const basis of fallbacks.slice(fallbacks.indexOf(wanted))) {
    // A customer table of an earlier version lacks the later columns.
    const totals = columns.has(whaleColumns[basis])
      ? await one<WhaleTotals>(connection, whaleTotalsSql(snapshotTable, basis))
      : null;
    if (totals !== null && (totals.unknown === 0 || basis === "sales")) {
      if (totals.unknown > 0) unclear.push({ field: "totalCents", reason: reasons.sales });
      return { drawn: basis, totals, unclear };
    }
    if (wanted === basis || basis === "contribution1") unclear.push({ field: basis, reason: reasons[basis] });
  }
  throw new Error(`Customer table ${snapshotTable} lacks ${whaleColumns.sales}.`);
}
