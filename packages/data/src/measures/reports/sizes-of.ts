import type { DuckDBConnection } from "@duckdb/node-api";
import { table } from "@kleinod/engine/measures/sql-text.ts";
import { one } from "../../duckdb/connect.ts";

export interface Sizes {
  readonly total: number;
  readonly small: number;
  readonly large: number;
  readonly sizeUnclear: number;
}

/** Customers by size class. */
export function sizesOf(connection: DuckDBConnection, snapshotTable: string): Promise<Sizes> {
  const count = (size: string) => `count(*) FILTER (size_class = '${size}') AS "${size}"`;
  return one<Sizes>(
    connection,
    `SELECT count(*) AS total, ${["small", "large", "sizeUnclear"].map(count).join(", ")} FROM ${table(snapshotTable)}`,
  );
}
