import type { DuckDBConnection } from "@duckdb/node-api";
import type { CustomerColumn } from "../../packages/engine/src/measures/contracts/customer-column.ts";
import { customerColumns } from "../../packages/engine/src/measures/customer-columns.ts";

/** A number from 0 to 1 that depends on the customer and a salt alone. */
const uniform = (salt: number) => `(hash(xor(hash(range), ${salt}::UBIGINT)) / 18446744073709551616.0)`;

/** Columns whose values the definitions of the bench name. */
const known: Readonly<Record<string, string>> = {
  customerId: "range",
  name: "'Firma ' || md5(CAST(range AS VARCHAR))[:8]",
  accountKey: "CAST(100000 + range AS VARCHAR)",
  city: "['Zürich', 'Bern', 'Genève', 'Basel', 'Winterthur', 'Luzern'][1 + range % 6]",
  postcode: "CAST(1000 + range % 8000 AS VARCHAR)",
  country: "'CH'",
  branch: "CASE WHEN range % 10 > 0 THEN 'Branche ' || (range * 7 % 40) END",
  sizeClass: "CASE WHEN range % 12 = 0 THEN 'large' WHEN range % 97 = 0 THEN 'sizeUnclear' ELSE 'small' END",
};

/** The customer table of all columns in the registry, filled with numbers that spread as real ones do. */
export async function createSyntheticSnapshot(
  connection: DuckDBConnection,
  table: string,
  customers: number,
): Promise<void> {
  const columns = customerColumns.map((column, index) => `${valueSql(column, index + 1)} AS ${column.sql}`);
  await connection.run(`CREATE TABLE ${table} AS
    SELECT ${columns.join(",\n")}, '' AS search_text FROM range(1, ${customers + 1})`);
  await connection.run("CHECKPOINT");
}

function valueSql({ code, type, values }: CustomerColumn, salt: number): string {
  const own = known[code];
  if (own !== undefined) return own;
  const share = uniform(salt);
  switch (type) {
    case "text":
      return `'T' || CAST(floor(200 * ${share}) AS INTEGER)`;
    case "enum":
      return `[${values?.map((value) => `'${value}'`).join(", ")}][1 + CAST(floor(${values?.length ?? 1} * ${share}) AS INTEGER)]`;
    case "boolean":
      return `${share} < 0.1`;
    case "date":
      return `DATE '2025-12-31' - CAST(floor(900 * ${share} ** 2) AS INTEGER)`;
    case "cents":
      return `CAST(exp(9 + 4 * ${share}) AS BIGINT)`;
    case "count":
      return `CAST(floor(15 * ${share} ** 2) AS INTEGER)`;
    case "days":
      return `CAST(floor(400 * ${share}) AS INTEGER)`;
    case "ratio":
    case "number":
      return share;
  }
}
