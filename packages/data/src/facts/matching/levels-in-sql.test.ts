import { DuckDBInstance } from "@duckdb/node-api";
import { packLevels } from "@kleinod/engine/facts/matching/agreement-pattern.ts";
import { comparisons, levelsOfPair } from "@kleinod/engine/facts/matching/comparisons.ts";
import { toMatchRecord } from "@kleinod/engine/facts/matching/match-record.ts";
import {
  createCandidatesSql,
  createCandidateTableSql,
  createRecordSql,
} from "@kleinod/engine/facts/matching/sql.ts";
import { expect, it } from "vitest";
import { normaliseAccounts } from "./normalise-accounts.ts";
import { loadAccounts } from "./testing/load-accounts.ts";
import { syntheticAccounts } from "./testing/synthetic-firms.ts";

it("SQL and TypeScript give every pair the same levels", async () => {
  // Every pair of 400 accounts: near, far and half-known ones alike, 79,800 in all.
  const accounts = [...syntheticAccounts({ accounts: 400, seed: 3, duplicateShare: 0.5 })];
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await loadAccounts(connection, accounts);
  await normaliseAccounts(connection, "CH", () => {});
  await connection.run(createRecordSql);
  await connection.run(createCandidateTableSql);
  await connection.run(`INSERT INTO match_candidate_found SELECT a.rn::UBIGINT * 4294967296 + b.rn
    FROM match_record a JOIN match_record b ON a.rn < b.rn`);
  await connection.run(createCandidatesSql(comparisons));

  const records = accounts.map((account) =>
    toMatchRecord({ ...account, name2: null, website: null, legalForm: null }, "CH"),
  );
  const rows = (await connection.runAndReadAll("SELECT a, b, pattern FROM match_candidate")).getRows();
  expect(rows.length).toBe((400 * 399) / 2);
  const levelsSeen = new Set<string>();
  const differing = rows.filter(([a, b, pattern]) => {
    const first = records[Number(a)];
    const second = records[Number(b)];
    if (first === undefined || second === undefined) return true;
    const levels = levelsOfPair(first, second);
    levels.forEach((level, field) => {
      levelsSeen.add(`${field} ${level}`);
    });
    return (
      packLevels(levels) !== Number(pattern) || packLevels(levelsOfPair(second, first)) !== Number(pattern)
    );
  });
  expect(differing).toEqual([]);
  // The pairs are worth comparing only if nearly every level of every field occurs among them.
  expect(levelsSeen.size).toBeGreaterThanOrEqual(26);
  connection.closeSync();
});
