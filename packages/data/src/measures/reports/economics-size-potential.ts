import type { DuckDBConnection } from "@duckdb/node-api";
import { upperBound } from "@kleinod/engine/measures/economics/classes.ts";
import { mapBounds, sizePotentialSql } from "@kleinod/engine/measures/economics/effort-report-sql.ts";
import type { Economics } from "@kleinod/engine/measures/economics/report-contract.ts";
import { all } from "../../duckdb/connect.ts";
import { sizesOf } from "./sizes-of.ts";

type Bin = NonNullable<Economics["sizePotential"]>["bins"][number];

/** Size × potential in classes; null while nobody's potential is known. */
export async function sizePotential(
  connection: DuckDBConnection,
  snapshotTable: string,
): Promise<Economics["sizePotential"]> {
  const rows = await all<Omit<Bin, "salesToCents" | "potentialToCents">>(
    connection,
    sizePotentialSql(snapshotTable),
  );
  if (rows.length === 0) return null;
  const { total } = await sizesOf(connection, snapshotTable);
  return {
    bins: rows.map((row) => ({
      ...row,
      salesToCents: upperBound(mapBounds, row.salesFromCents),
      potentialToCents: upperBound(mapBounds, row.potentialFromCents),
    })),
    unclear: total - rows.reduce((sum, { customers }) => sum + customers, 0),
  };
}
