import type { DuckDBConnection } from "@duckdb/node-api";
import type { IntakeContext } from "@kleinod/engine/facts/documents/intake-sql.ts";
import { documentTypeOf, documentTypeSql, usesSapCodes } from "@kleinod/engine/import/document-type.ts";
import { lineKindSql } from "@kleinod/engine/import/line-kind.ts";
import { all, literal, one } from "../duckdb/connect.ts";

export interface SaleLineTypes {
  readonly sql: Pick<IntakeContext, "documentType" | "lineKind">;
  readonly derived: Record<string, unknown>;
}

/** The mark of a cancellation in the number, see document-type.ts. */
const marked = "regexp_full_match(upper(document_number), 'C[0-9]+')";
/** So many of the marked lines must be negative before the mark alone is believed. */
const markIsBelieved = 0.9;

/**
 * How document types and line kinds follow from the staged lines (`stage.line`). Credit notes that the system writes
 * with positive amounts (SAP billing) are turned negative here, and the result says so.
 */
export async function saleLineTypes(connection: DuckDBConnection, errors: number): Promise<SaleLineTypes> {
  const types = await all<{ raw_type: string; negative: number; positive: number }>(
    connection,
    `SELECT raw_type, count(*) FILTER (amount_cents < 0) AS negative, count(*) FILTER (amount_cents > 0) AS positive
    FROM stage.line WHERE raw_type IS NOT NULL AND (problem & ${errors}) = 0 GROUP BY raw_type`,
  );
  const sap = usesSapCodes(
    "",
    types.map((row) => row.raw_type),
  );
  const typeOf = (type: string) =>
    documentTypeOf({ type, number: null, sign: 1, productName: null }, { sap });
  const flipped = types
    .filter((row) => row.negative === 0 && row.positive > 0)
    .filter((row) => ["creditNote", "cancellation"].includes(typeOf(row.raw_type)))
    .map((row) => row.raw_type);
  if (flipped.length > 0) {
    await connection.run(
      `UPDATE stage.line SET amount_cents = -amount_cents, cost_cents = -cost_cents, quantity = -abs(quantity)
      WHERE raw_type IN (${flipped.map(literal).join(", ")})`,
    );
  }
  const mark = await one<{ negative: number; lines: number }>(
    connection,
    `SELECT count(*) FILTER (amount_cents < 0) AS negative, count(*) AS lines FROM stage.line WHERE ${marked}`,
  );
  const isBelieved = mark.lines > 0 && mark.negative / mark.lines >= markIsBelieved;
  const amount = isBelieved
    ? `CASE WHEN ${marked} THEN least(total_cents, 0) ELSE total_cents END`
    : "total_cents";
  const documentType = documentTypeSql(
    {
      type: types.length === 0 ? null : "raw_type",
      number: "document_number",
      amount,
      productName: "product_name",
    },
    { sap },
  );
  const derived: Record<string, unknown> = {};
  if (types.length > 0) {
    derived.documentTypes = Object.fromEntries(types.map((row) => [row.raw_type, typeOf(row.raw_type)]));
  }
  if (flipped.length > 0) derived.signTurned = flipped;
  return { sql: { documentType, lineKind: lineKindSql("product_code", "product_name") }, derived };
}
