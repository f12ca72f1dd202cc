import { eventRelations } from "@kleinod/engine/facts/events/contract.ts";
import { eventStatements } from "@kleinod/engine/facts/statements/kinds-contract.ts";
import { refoldSql } from "@kleinod/engine/facts/statements/sql.ts";
import { describe, expect, it } from "vitest";
import { all, openDuckDb, runEach } from "../../src/duckdb/connect.ts";
import { memoryStore } from "../../src/duckdb/fact-store.ts";

const store = async () => memoryStore(await openDuckDb({ path: ":memory:" }));

describe("relations of events", () => {
  it.each(eventRelations)(
    "%s exists, is empty in a new store and names place and customer",
    async (relation) => {
      const connection = await store();
      expect(
        await all(connection, `SELECT source, batch_no, row_no, account_id, customer_id FROM ${relation}`),
      ).toEqual([]);
    },
  );

  it.each(eventStatements.map((kind) => [kind.kind, kind] as const))(
    "%s folds nothing to nothing",
    async (_, kind) => {
      const connection = await store();
      const key = kind.key.map((column) => column.sql).join(", ");
      await connection.run(`CREATE TEMP TABLE touched_key AS SELECT ${key} FROM ${kind.table}`);
      await runEach(connection, refoldSql(kind));
      expect(await all(connection, `SELECT * FROM ${kind.folded}`)).toEqual([]);
    },
  );
});
