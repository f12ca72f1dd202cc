import type { DuckDBConnection } from "@duckdb/node-api";
import {
  topSharesSql,
  type WhaleBasis,
  whalePointsSql,
  whaleTotalsSql,
} from "@kleinod/engine/measures/reports/whale-sql.ts";
import type { Whale } from "@kleinod/engine/measures/reports.ts";
import { all, one } from "../../duckdb/connect.ts";
import type { ReportContext } from "./report-context.ts";

interface WhaleTotals {
  readonly customers: number;
  readonly unknown: number;
  readonly total_cents: number;
  readonly peak_cents: number;
  readonly assumed: boolean;
}

/**
 * The concentration curve over all customers, whatever their size. Without a basis: contribution I where it is known of
 * every customer, else sales. A contribution curve with gaps is not drawn: it falls back to sales and says why.
 */
export async function whale(
  connection: DuckDBConnection,
  { asOf, currency, snapshotTable }: ReportContext,
  basis?: WhaleBasis,
): Promise<Whale> {
  const totalsOf = (chosen: WhaleBasis) =>
    one<WhaleTotals>(connection, whaleTotalsSql(snapshotTable, chosen));
  const contribution = await totalsOf("contribution1");
  const isKnown = contribution.unknown === 0;
  const wanted = basis ?? "contribution1";
  const drawn = wanted === "contribution1" && isKnown ? "contribution1" : "sales";
  const totals = drawn === "contribution1" ? contribution : await totalsOf("sales");
  const points = await all<{ customers: number; cumulative_cents: number; large: number; small: number }>(
    connection,
    whalePointsSql(snapshotTable, drawn),
  );
  const shares = await all<{ top_ratio: number; customers: number; cents: number }>(
    connection,
    topSharesSql(snapshotTable, drawn),
  );
  const ratio = (cents: number) => (totals.total_cents > 0 ? cents / totals.total_cents : null);
  const unclear: Whale["unclear"] = [];
  if (wanted === "contribution1" && !isKnown)
    unclear.push({ field: "contribution1", reason: "costOfGoodsMissing" });
  if (drawn === "sales" && totals.unknown > 0) unclear.push({ field: "totalCents", reason: "unconverted" });
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
    topShares: shares.map((share) => ({
      topRatio: share.top_ratio,
      customers: share.customers,
      shareRatio: ratio(share.cents),
    })),
    assumed: drawn === "contribution1" && totals.assumed,
    unclear,
  };
}
