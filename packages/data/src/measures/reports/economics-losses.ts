import type { DuckDBConnection } from "@duckdb/node-api";
import type {
  Economics,
  LossesBySize,
  WorstRow,
} from "@kleinod/engine/measures/economics/report-contract.ts";
import { worstSentence } from "@kleinod/engine/measures/economics/sentences.ts";
import { type ContributionBasis, lossesSql, worstSql } from "@kleinod/engine/measures/economics/worst-sql.ts";
import { all } from "../../duckdb/connect.ts";
import type { ReportContext } from "./report-context.ts";

const sizes = ["small", "large", "sizeUnclear"] as const;

/** Losses of all customers by size; null while nobody's contribution is known. */
export async function lossesOf(
  connection: DuckDBConnection,
  snapshotTable: string,
  basis: ContributionBasis,
): Promise<LossesBySize | null> {
  const rows = await all<{ sizeClass: string; customers: number; negative: number; lossCents: number }>(
    connection,
    lossesSql(snapshotTable, basis),
  );
  if (rows.every(({ customers }) => customers === 0)) return null;
  const of = (size: (typeof sizes)[number]) => {
    const found = rows.find(({ sizeClass }) => sizeClass === size);
    const { customers = 0, negative = 0, lossCents = 0 } = found ?? {};
    return { customers, negative, negativeRatio: customers > 0 ? negative / customers : null, lossCents };
  };
  return { small: of("small"), large: of("large"), sizeUnclear: of("sizeUnclear") };
}

/** The lowest contributions over all sizes; null while nobody's contribution is known. */
export async function worstOf(
  connection: DuckDBConnection,
  { snapshotTable, currency }: ReportContext,
  basis: ContributionBasis,
): Promise<Economics["worst"]> {
  const losses = await lossesOf(connection, snapshotTable, basis);
  if (losses === null) return null;
  const found = await all<WorstRow & { cents: number }>(connection, worstSql(snapshotTable, basis));
  const of = (size: (typeof sizes)[number]) => {
    const own = found.filter(({ sizeClass }) => sizeClass === size);
    return { customers: own.length, lossCents: own.reduce((sum, { cents }) => sum - Math.min(0, cents), 0) };
  };
  return {
    basis,
    rows: found.map(({ cents: _, ...row }) => row),
    negative: found.filter(({ cents }) => cents < 0).length,
    bySize: { small: of("small"), large: of("large"), sizeUnclear: of("sizeUnclear") },
    sentence: worstSentence(found, losses, currency),
  };
}
