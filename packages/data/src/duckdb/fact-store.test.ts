import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { all } from "./connect.ts";
import { memoryStore, prepareFactStore } from "./fact-store.ts";

describe("a store of an earlier version", () => {
  it("gets the attributes that came later, behind the columns that it has", async () => {
    const connection = await memoryStore(await DuckDBInstance.create(":memory:"));
    for (const table of ["product_statement", "product_current"]) {
      await connection.run(`ALTER TABLE ${table} DROP COLUMN product_group_name`);
    }
    await connection.run("INSERT INTO product_current (product_code, product_group) VALUES ('P1', 'D1')");
    await prepareFactStore(connection);
    expect(
      await all(connection, "SELECT product_code, product_group, product_group_name FROM product_current"),
    ).toEqual([{ product_code: "P1", product_group: "D1", product_group_name: null }]);
    const [last] = await all<{ column_name: string }>(
      connection,
      "SELECT column_name FROM duckdb_columns() WHERE table_name = 'product_current' ORDER BY column_index DESC LIMIT 1",
    );
    expect(last).toEqual({ column_name: "product_group_name" });
    // A second start finds nothing to do.
    await prepareFactStore(connection);
  });
});
